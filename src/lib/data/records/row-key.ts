/** Keys of single rows as text: an id is itself, a key of several parts is a list. */
import type { Row, StoreDefinition } from '../../migration';

export function rowKey({ keyPath }: StoreDefinition, id: string): IDBValidKey {
  if (typeof keyPath === 'string') return id;
  const parts: unknown = JSON.parse(id);
  return parts as IDBValidKey;
}

export function idOfRow({ keyPath }: StoreDefinition, row: Row): string {
  return typeof keyPath === 'string' ? String(row[keyPath]) : JSON.stringify(keyPath.map((path) => row[path]));
}

export function keyOf({ keyPath }: StoreDefinition, row: Row): IDBValidKey {
  return (typeof keyPath === 'string' ? row[keyPath] : keyPath.map((path) => row[path])) as IDBValidKey;
}
