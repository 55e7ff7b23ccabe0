/** The states of the gate in words. */
import type { BootState, Failure } from './contract';
import type { Finding } from './verb-results';

export const checking: BootState = { kind: 'checking', sentence: 'Looking at your data…' };

/** `message`: what the migrating window says it is doing; may be empty. */
export function migrating(fraction: number | null, message: string): BootState {
  const sentence = `Your data is being updated in another window. Nothing is lost. ${message}`.trim();
  return { kind: 'waiting', reason: 'migrating', fraction, sentence, windows: 1 };
}

export function busy(windows: number): BootState {
  const sentence = 'Another window is working on your data. This one goes on as soon as it is done.';
  return { kind: 'waiting', reason: 'busy', fraction: null, sentence, windows };
}

export function broken(failure: Failure): BootState {
  return { kind: 'broken', sentence: 'Your data could not be opened. Nothing was changed.', detail: failure.message };
}

/** The screen for a finding that cannot be worked on. */
export function screenOf(finding: Exclude<Finding, { kind: 'supported' }>, appVersion: string): BootState {
  switch (finding.kind) {
    case 'absent':
      return { kind: 'firstRun' };
    case 'missing': {
      const { lastSeen, found, backups } = finding;
      if (lastSeen === null) return { kind: 'missing', lastSeen, found, backups };
      const { version, at, counts } = lastSeen;
      const records = Object.values(counts).reduce((sum, count) => sum + count, 0);
      return { kind: 'missing', lastSeen: { version, at, records }, found, backups };
    }
    case 'newer':
      return { kind: 'newer', dataVersion: finding.dataVersion, appVersion };
    case 'foreign':
    case 'drift':
    case 'unverified':
      return finding;
  }
}
