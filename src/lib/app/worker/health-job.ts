/** "Check my data": every record, what records say of each other, every backup, and the room that is left. */
import { Attachments, NamedFiles, namingStores } from '../../data/attachments';
import {
  databaseSource,
  findVersion,
  MigrationError,
  openPresent,
  surveyOf,
  type BackupInfo,
  type Row,
  type SnapshotSource,
  type Witness
} from '../../migration';
import type { Standing } from '../../protocol';
import type { HealthFinding, HealthReport } from '../contract';
import { keeperOf } from './figure-jobs';
import { checkFolder } from './folder-jobs';
import type { JobContext } from './job-context';
import type { WorkerServices } from './services';

/** Details shown of one finding. */
const MOST_DETAILS = 50;
/** Share of the progress that is reading the records; the rest is reading the backups. */
const READING = 0.5;

export async function checkHealth(
  services: WorkerServices,
  context: Pick<JobContext, 'signal' | 'progress'>
): Promise<HealthReport> {
  const { history, environment, migrations } = services;
  const found = await migrations.inspect();
  const version = found.kind === 'supported' ? findVersion(history, found.version) : undefined;
  const database = await openPresent(history, environment);
  if (found.kind !== 'supported' || version === undefined || database === null) {
    database?.close();
    throw new MigrationError('corruptData', 'there is no data that could be checked');
  }
  database.onversionchange = () => database.close();
  const backups = await environment.backups.list();
  const newest = backups.find(({ verifiedAt }) => verifiedAt !== null);
  const expected = sumOf(newest?.counts ?? {});
  let records = 0;
  const findings: HealthFinding[] = [];
  try {
    const source = databaseSource(database, version, environment.IDBKeyRange, undefined, context.signal);
    const seen = await surveyOf(source, version, (count) => {
      records += count;
      context.progress(
        READING * Math.min(1, records / Math.max(records, expected, 1)),
        `Reading your records: ${records}`
      );
    });
    findings.push(ofRecords(seen.invalidRows), ...ofCounts(seen.counts, await environment.witness.read()));
    findings.push(ofReferences(seen.problems));
    if (newest?.sequence === found.sequence && newest.dataVersion === found.version)
      findings.push(...(await ofSums(services, source, newest)));
    findings.push(...(await ofFigures(services, found)));
    findings.push(...(await ofAttachments(services, source, context.signal)));
  } finally {
    database.close();
  }
  findings.push(await ofBackups(services, backups, context));
  const copies = await checkFolder(services, context);
  if (copies !== null) findings.push(copies);
  findings.push(await ofSpace(environment.space.estimate()));
  context.progress(1, 'Done');
  return { at: environment.now().toISOString(), dataVersion: found.version, records, findings };
}

function ofRecords(invalid: readonly { store: string; field: string; reason: string }[]): HealthFinding {
  if (invalid.length === 0) return good('records', 'Every record satisfies the rules of its version.');
  return {
    area: 'records',
    level: 'problem',
    sentence: `${invalid.length === 1 ? 'One record does' : `${invalid.length} records do`} not satisfy the rules of its version.`,
    details: invalid
      .slice(0, MOST_DETAILS)
      .map(({ store, field, reason }) => `${store}, ${field || 'the record'}: ${reason}`),
    remedy:
      'They are kept as they are. An upgrade offers to set them aside whole; a backup from before may hold them sound.'
  };
}

function ofReferences(problems: readonly string[]): HealthFinding {
  if (problems.length === 0) return good('references', 'Every record finds the records that it names.');
  return {
    area: 'references',
    level: 'problem',
    sentence: 'Some records name others that are not there.',
    details: problems.slice(0, MOST_DETAILS),
    remedy: 'Restore the newest backup from before, or add only what is missing from it.'
  };
}

/** Counts are taken by every backup and upgrade; a person may have removed records since, so fewer is only a note. */
function ofCounts(counts: Readonly<Record<string, number>>, witness: Witness | null): HealthFinding[] {
  const fewer = Object.entries(witness?.counts ?? {}).filter(([store, count]) => (counts[store] ?? 0) < count);
  if (fewer.length === 0) return [];
  return [
    {
      area: 'records',
      level: 'note',
      sentence: 'There are fewer records than when they were last counted.',
      details: fewer.map(([store, count]) => `${store}: ${counts[store] ?? 0} instead of ${count}`),
      remedy: 'If you did not remove them yourself, look at a backup from before: it shows what it would bring back.'
    }
  ];
}

/** Nothing was written since the newest backup: then every store must still have its digest. */
async function ofSums(
  { environment: { backups } }: WorkerServices,
  source: SnapshotSource,
  newest: BackupInfo
): Promise<HealthFinding[]> {
  const kept = await backups
    .open(newest.id)
    .then((file) => backups.check(file))
    .catch(() => null);
  // A damaged backup says nothing of the data; it is told of among the backups.
  if (kept === null) return [];
  const names = source.stores.map(({ name }) => name);
  const digests = await backups.digests(source, names);
  const differing = names.filter((name) => digests[name] !== kept.digests[name]);
  if (differing.length === 0)
    return [good('sums', 'Nothing was written since the newest backup, and your data is exactly what it holds.')];
  return [
    {
      area: 'sums',
      level: 'problem',
      sentence: 'Nothing was written since the newest backup, and still your data is not what it holds.',
      details: differing,
      remedy: 'The disk may have changed it. Restore the newest backup.'
    }
  ];
}

/** What figures are computed from is kept beside the records, and has to say the same. */
async function ofFigures(services: WorkerServices, standing: Standing): Promise<HealthFinding[]> {
  const differences = await keeperOf(services).check(standing);
  if (differences === null) return [];
  if (differences.length === 0) return [good('sums', 'What your figures are computed from is what your records say.')];
  return [
    {
      area: 'sums',
      level: 'note',
      sentence: 'What your figures were computed from was not what your records say. It has been built anew.',
      details: differences,
      remedy: 'Nothing is lost. Open the overview again: it shows the figures of your records.'
    }
  ];
}

/** Every file that a record names, read back and compared with the digest that was noted when it was added. */
async function ofAttachments(
  services: WorkerServices,
  source: SnapshotSource,
  signal: AbortSignal
): Promise<HealthFinding[]> {
  const named = new NamedFiles();
  for (const { name } of source.stores.filter(({ name }) => namingStores.has(name)))
    await source.read(name, (rows) => named.see(name, rows as readonly Row[]));
  const names = new Map(named.all.map(({ id, name }) => [id, name]));
  const troubles = { missing: [] as string[], damaged: [] as string[] };
  for await (const { id, read } of new Attachments(services.attachments).readBack(names.keys())) {
    signal.throwIfAborted();
    if (read.state !== 'sound') troubles[read.state].push(names.get(id) ?? '');
  }
  if (names.size === 0) return [];
  const { missing, damaged } = troubles;
  if (missing.length + damaged.length === 0)
    return [
      good('attachments', `The attachments of your documents are all here, and exactly what was put in: ${names.size}.`)
    ];
  const sound = names.size - missing.length - damaged.length;
  return [
    {
      area: 'attachments',
      level: 'problem',
      sentence: `Attachments of your documents: ${sound} sound, ${missing.length} missing, ${damaged.length} damaged.`,
      details: [...missing.map((name) => `missing: “${name}”`), ...damaged.map((name) => `damaged: “${name}”`)].slice(
        0,
        MOST_DETAILS
      ),
      remedy:
        'Your records are not affected. A backup that was downloaded with attachments brings the files back: restore it and choose “Only add what is missing”.'
    }
  ];
}

async function ofBackups(
  { environment }: WorkerServices,
  backups: readonly BackupInfo[],
  { signal, progress }: Pick<JobContext, 'signal' | 'progress'>
): Promise<HealthFinding> {
  const damaged: string[] = [];
  for (const [at, backup] of backups.entries()) {
    signal.throwIfAborted();
    progress(READING + (1 - READING) * (at / backups.length), `Reading backup ${at + 1} of ${backups.length}`);
    const { ok, problems } = await environment.backups.verify(backup.id);
    if (!ok) damaged.push(`${backup.name}: ${problems.join(' ')}`);
  }
  if (backups.length === 0)
    return {
      area: 'backups',
      level: 'note',
      sentence: 'There is no backup in this browser yet.',
      details: [],
      remedy: 'Make one now, and download it.'
    };
  if (damaged.length === 0)
    return good(
      'backups',
      `${backups.length === 1 ? 'The backup is' : `All ${backups.length} backups are`} whole, read from the first byte to the last.`
    );
  return {
    area: 'backups',
    level: 'problem',
    sentence: `${damaged.length} of ${backups.length} backups cannot be restored.`,
    details: damaged,
    remedy: 'Make a new backup now. Damaged ones are kept until you delete them.'
  };
}

async function ofSpace(estimating: Promise<number | null>): Promise<HealthFinding> {
  const free = await estimating.catch(() => null);
  if (free === null) return good('space', 'This browser does not say how much room is left.');
  const megabytes = Math.floor(free / 2 ** 20);
  if (megabytes >= 100) return good('space', `There is room: ${megabytes} MB by the browser's own word.`);
  return {
    area: 'space',
    level: 'problem',
    sentence: `Only ${megabytes} MB are left for this app.`,
    details: [],
    remedy: 'Free some space on this device, or remove old backups after downloading them.'
  };
}

function good(area: HealthFinding['area'], sentence: string): HealthFinding {
  return { area, level: 'good', sentence, details: [], remedy: null };
}

function sumOf(counts: Readonly<Record<string, number>>): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0);
}
