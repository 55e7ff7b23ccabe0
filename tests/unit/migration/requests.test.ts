import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { deleteDatabase } from '../../../src/lib/migration/requests';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A browser whose answer to a removal comes when it is told to, if ever. */
function removing(): { indexedDB: IDBFactory; request: { onsuccess: (() => void) | null } } {
  const request = { onsuccess: null as (() => void) | null };
  return { indexedDB: { deleteDatabase: () => request } as unknown as IDBFactory, request };
}

describe('removing a database', () => {
  it('ends when it is gone, and not before', async () => {
    const { indexedDB, request } = removing();
    let over = false;
    const gone = deleteDatabase(indexedDB, 'Old').then(() => (over = true));
    await vi.advanceTimersByTimeAsync(9_000);
    expect(over).toBe(false);
    request.onsuccess?.();
    await gone;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that never gets an answer is given up, and told as held by something', async () => {
    const removal = deleteDatabase(removing().indexedDB, 'Old');
    const told = expect(removal).rejects.toThrow("'Old' is still open in another window.");
    await vi.advanceTimersByTimeAsync(11_000);
    await told;
  });
});
