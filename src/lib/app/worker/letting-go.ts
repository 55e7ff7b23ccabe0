/** What a worker keeps open between jobs, and closes before its window lets go of the data. */
import type { WorkerServices } from './services';

const kept = new WeakMap<WorkerServices, (() => Promise<void>)[]>();

/** `release` closes something, and resolves once no job uses it any more. */
export function lettingGo(services: WorkerServices, release: () => Promise<void>): void {
  kept.set(services, [...(kept.get(services) ?? []), release]);
}

export async function letGo(services: WorkerServices): Promise<null> {
  await Promise.all((kept.get(services) ?? []).map((release) => release()));
  return null;
}
