import type { RecordPort } from '../ports';

/** Records in memory; values are cloned on the way in and out, as a database would. */
export function memoryRecords(): RecordPort {
  const values = new Map<string, unknown>();
  return {
    get: async <T>(key: string) => structuredClone(values.get(key)) as T | undefined,
    async set(key, value) {
      values.set(key, structuredClone(value));
    },
    async update<T>(key: string, change: (value: T | undefined) => T) {
      values.set(key, structuredClone(change(structuredClone(values.get(key)) as T | undefined)));
    },
    async remove(key) {
      values.delete(key);
    }
  };
}
