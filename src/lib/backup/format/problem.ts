/** What is wrong with a snapshot, as a sentence a person can read. */
export class SnapshotProblem extends Error {
  override readonly name = 'SnapshotProblem';
}

/** Keys that could reach a prototype when rows are copied by assignment. No line of a snapshot has them as keys. */
export function isForbiddenKey(key: string): boolean {
  return key === '__proto__' || key === 'constructor' || key === 'prototype';
}
