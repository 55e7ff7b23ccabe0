/** The log of migrations: lines are written in order, and never awaited by the work they tell of. */
import type { MigrationRecords } from './records';

export interface Logbook {
  add(message: string): void;
  /** Only in debug mode. */
  debug(message: string): void;
  /** Resolves when every line so far is stored. */
  flush(): Promise<void>;
}

export function logbook(
  records: Pick<MigrationRecords, 'log'>,
  now: () => Date,
  isDebugging: () => boolean,
  onDebug: (line: string) => void
): Logbook {
  let writing: Promise<void> = Promise.resolve();
  const add = (message: string): void => {
    const at = now();
    // A log that cannot be written must not stop what it tells of.
    writing = writing.then(() => records.log(message, at)).catch(() => undefined);
  };
  return {
    add,
    debug(message) {
      if (!isDebugging()) return;
      const line = `🔧 [Migration Debug] ${message}`;
      onDebug(line);
      add(line);
    },
    flush: () => writing
  };
}
