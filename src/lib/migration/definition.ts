/**
 * A history of data versions, checked when it is defined: order, gaps, names, and that every hop can be made.
 * Everything that depends on the versions (the current one, the Dexie numbers, the plans) is derived from here.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type {
  ConservedValues,
  IntegrityCheck,
  StepDefinition,
  StoreDefinition,
  VersionDefinition
} from './definition-types';
import { engineStores } from './engine-stores';
import { inferStores, type StoreMapping, type Stores } from './inference';
import { describeSchema } from './schema-description';
import type { MigrationType } from './types';
import { compareVersions, isVersion } from './versions';

/** What leads from one version to the next. */
export interface Hop {
  readonly from: string;
  readonly to: string;
  readonly migrationType: MigrationType;
  readonly estimatedTime: number;
  /** What was inferred for each continued store, in the order of the stores. */
  readonly mappings: readonly StoreMapping[];
  readonly added: readonly string[];
  readonly dropped: readonly string[];
  readonly steps: readonly StepDefinition[];
}

export interface ResolvedVersion {
  readonly version: string;
  readonly definition: VersionDefinition;
  /** Dexie's number: the place in the registry, from 1. The database's native version is ten times that. */
  readonly number: number;
  readonly native: number;
  /** All stores of this version, those of the engine included. */
  readonly stores: Stores;
  readonly checks: readonly IntegrityCheck[];
  readonly conserved: ConservedValues | null;
  /** SHA-256 over everything that the definition says as data. */
  readonly checksum: string;
  /** From the version before; null for the first. */
  readonly hop: Hop | null;
}

export interface History {
  /** Names records, locks and files; the first database of it too. */
  readonly name: string;
  /** The physical database at present: `name`, or the one that a restore or rollback has put in its place. */
  readonly database: string;
  /** Prefix of the names of locks and channels. */
  readonly lockPrefix: string;
  readonly versions: readonly ResolvedVersion[];
}

export interface HistoryOptions {
  readonly name: string;
  readonly lockPrefix: string;
  readonly versions: readonly VersionDefinition[];
  /** Where the module of a version lies; named in messages about what is missing. */
  readonly moduleOf?: (version: string) => string;
}

/** The history, or an error that says in one sentence what is wrong and which file to write. */
export function defineHistory(options: HistoryOptions): History {
  const moduleOf = options.moduleOf ?? ((version: string) => `the module of version ${version}`);
  if (options.versions.length === 0) throw new Error('A history needs at least one version.');
  const resolved: ResolvedVersion[] = [];
  const stepNames = new Map<string, string>();
  for (const definition of options.versions) {
    const previous = resolved.at(-1);
    const at = moduleOf(definition.version);
    checkOrder(definition, previous, moduleOf);
    for (const step of definition.steps ?? []) {
      const earlier = stepNames.get(step.name);
      if (earlier)
        throw new Error(
          `Step '${step.name}' of ${definition.version} has the name of a step of ${earlier}: give it its own in ${at}.`
        );
      stepNames.set(step.name, definition.version);
      if (!step.description.trim())
        throw new Error(`Step '${step.name}' has no description for the person who watches it: write one in ${at}.`);
    }
    const stores = resolveStores(definition, previous, at);
    resolved.push({
      version: definition.version,
      definition,
      number: resolved.length + 1,
      native: (resolved.length + 1) * 10,
      stores,
      checks: mergeChecks(previous?.checks ?? [], definition.checks ?? []),
      conserved: definition.conserved ?? previous?.conserved ?? null,
      checksum: checksumOf(definition),
      hop: previous ? resolveHop(previous, definition, stores, at) : null
    });
  }
  return { name: options.name, database: options.name, lockPrefix: options.lockPrefix, versions: resolved };
}

/** The version of that name, if the history has it. */
export function findVersion(history: History, version: string): ResolvedVersion | undefined {
  return history.versions.find((candidate) => candidate.version === version);
}

/** The newest version. */
export function latestVersion(history: History): ResolvedVersion {
  const last = history.versions.at(-1);
  if (!last) throw new Error('A history needs at least one version.');
  return last;
}

/** The hops from one version to a later one, in order. */
export function hopsBetween(history: History, from: string, to: string): readonly Hop[] {
  return history.versions
    .filter((candidate) => compareVersions(candidate.version, from) > 0 && compareVersions(candidate.version, to) <= 0)
    .flatMap((candidate) => (candidate.hop ? [candidate.hop] : []));
}

/** The same history, cut after `version`: what an older build of the app knew. */
export function historyUpTo(history: History, version: string): History {
  return {
    ...history,
    versions: history.versions.filter((candidate) => compareVersions(candidate.version, version) <= 0)
  };
}

function checkOrder(
  definition: VersionDefinition,
  previous: ResolvedVersion | undefined,
  moduleOf: (version: string) => string
): void {
  const { version } = definition;
  if (!isVersion(version))
    throw new Error(
      `'${version}' is not a data version: write three numbers with points between them in ${moduleOf(version)}.`
    );
  if (!definition.description.trim())
    throw new Error(`Version ${version} has no description: write one in ${moduleOf(version)}.`);
  if (definition.changes.length === 0)
    throw new Error(
      `Version ${version} does not say what it changes for the person: write 'changes' in ${moduleOf(version)}.`
    );
  if (!(definition.estimatedTime > 0) && previous)
    throw new Error(
      `Version ${version} has no estimated time: write 'estimatedTime' in seconds in ${moduleOf(version)}.`
    );
  if (!previous) return;
  if (compareVersions(version, previous.version) <= 0)
    throw new Error(
      `Version ${version} is registered after ${previous.version}, which is not older: put the registry in order.`
    );
  const [major = 0, minor = 0, patch = 0] = previous.version.split('.').map(Number);
  const followers = [`${major}.${minor}.${patch + 1}`, `${major}.${minor + 1}.0`, `${major + 1}.0.0`];
  if (!followers.includes(version)) {
    throw new Error(
      `Version ${version} does not follow ${previous.version}: a version is missing between them; write ${moduleOf(followers[1] ?? version)} and its line in the registry.`
    );
  }
  if (version === followers[0] && (Object.keys(definition.stores).length > 0 || definition.steps?.length)) {
    throw new Error(
      `Version ${version} is a patch, which changes neither stores nor data: make it ${followers[1]} in ${moduleOf(version)}.`
    );
  }
}

function resolveStores(definition: VersionDefinition, previous: ResolvedVersion | undefined, at: string): Stores {
  const stores: Record<string, StoreDefinition> = {};
  for (const [name, store] of Object.entries(previous?.stores ?? engineStores)) {
    // A renaming is told once, by the version that renames.
    const { renamingId: _store, renamingIds: _fields, ...lasting } = store;
    stores[name] = lasting;
  }
  for (const [name, store] of Object.entries(definition.stores)) {
    if (name in engineStores)
      throw new Error(`Store '${name}' belongs to the migration engine: choose another name in ${at}.`);
    if (store === null) {
      if (!(name in stores))
        throw new Error(`Version ${definition.version} drops store '${name}', which it does not have: see ${at}.`);
      delete stores[name];
      continue;
    }
    for (const path of [store.keyPath].flat()) {
      if (!(path in store.row.entries) && !store.packed?.containerFields.includes(path)) {
        throw new Error(
          `Store '${name}' has the key '${path}', which its records do not have: add the field in ${at}.`
        );
      }
    }
    stores[name] = store;
    if (store.renamingId !== undefined) delete stores[store.renamingId];
  }
  return stores;
}

function resolveHop(previous: ResolvedVersion, definition: VersionDefinition, stores: Stores, at: string): Hop {
  const steps = definition.steps ?? [];
  const freeForm = steps.some((step) => 'execute' in step);
  const changedBySteps = new Set(
    steps.flatMap((step) => ('records' in step ? Object.keys(step.records) : 'maps' in step ? (step.maps ?? []) : []))
  );
  const mappings: StoreMapping[] = [];
  const added: string[] = [];
  const dropped: string[] = [];
  let fellBack = false;
  for (const result of inferStores(previous.stores, stores, previous.version, definition.version, changedBySteps)) {
    if (result.kind === 'added') added.push(result.to);
    else if (result.kind === 'mapped') {
      mappings.push(result.mapping);
      fellBack ||= result.mapping.incomplete;
    } else if (definition.stores[result.store] === null && steps.length > 0) dropped.push(result.store);
    else if (changedBySteps.has(result.store) || freeForm) {
      fellBack = true;
      const renamedFrom = stores[result.store]?.renamingId;
      mappings.push({
        from: renamedFrom ?? result.store,
        to: result.store,
        change: null,
        phrases: [],
        incomplete: true
      });
    } else {
      throw new Error(
        `Can't infer mapping model from ${previous.version} to ${definition.version}: ${result.reason}. Write a step that changes it in ${at}.`
      );
    }
  }
  for (const step of steps) checkStep(step, stores, definition.version, at);
  const migrationType =
    definition.migrationType === 'lightweight' && (fellBack || steps.length > 0)
      ? 'heavyweight'
      : definition.migrationType;
  return {
    from: previous.version,
    to: definition.version,
    migrationType,
    estimatedTime: definition.estimatedTime,
    mappings,
    added,
    dropped,
    steps
  };
}

function checkStep(step: StepDefinition, stores: Stores, version: string, at: string): void {
  const named =
    'records' in step
      ? Object.keys(step.records)
      : 'over' in step
        ? [...step.observes, ...(step.maps ?? []), ...(step.creates ?? [])]
        : [];
  for (const store of named) {
    if (!(store in stores))
      throw new Error(
        `Step '${step.name}' names store '${store}', which version ${version} does not have: declare it in ${at}.`
      );
  }
  if ('records' in step) {
    for (const [store, change] of Object.entries(step.records)) {
      if (typeof change.down !== 'function')
        throw new Error(
          `Step '${step.name}' changes records of '${store}' and has no way back: write 'down' in ${at}.`
        );
    }
  }
}

function mergeChecks(earlier: readonly IntegrityCheck[], own: readonly IntegrityCheck[]): readonly IntegrityCheck[] {
  const names = new Set(own.map((check) => check.name));
  return [...earlier.filter((check) => !names.has(check.name)), ...own];
}

function checksumOf(definition: VersionDefinition): string {
  const stores = Object.entries(definition.stores).map(([name, store]) => [
    name,
    store && {
      keyPath: store.keyPath,
      indexes: store.indexes,
      row: describeSchema(store.row),
      packed: store.packed?.entries ?? null,
      renamingId: store.renamingId ?? null,
      renamingIds: store.renamingIds ?? null
    }
  ]);
  const said = {
    version: definition.version,
    type: definition.migrationType,
    stores,
    steps: (definition.steps ?? []).map((step) => step.name),
    checks: (definition.checks ?? []).map((check) => check.name)
  };
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(said))));
}
