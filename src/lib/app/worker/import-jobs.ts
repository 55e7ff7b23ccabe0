/** Foreign files: looked at beside what is there, and written as one step. */
import {
  assetRecord,
  presentPrices,
  seriesWritesOf,
  tradedAssets,
  transactionWrites,
  withoutQuotes,
  type TradedAsset
} from '../../data';
import { nothingSaid, type AccountChoice, type AssetToMake, type DecisionSaid, type Said } from '../../import';
import type { ImportAsked, RecordWriting } from '../../protocol';
import type { ImportSummary } from '../import-contract';
import type { VerbResults } from '../verb-results';
import { backUpBefore } from './backup-before';
import {
  ImportDesk,
  type FileOnDesk,
  type PlannedFile,
  type PlannedSeriesFile,
  type PlannedTransactions
} from './import-desk';
import { columnsOf, counted, rowsOf, shapeOf, type WindowAsked } from './import-view';
import type { JobContext } from './job-context';
import type { JobOf } from './perform';
import { saveWrites } from './record-jobs';
import type { WorkerServices } from './services';
import { withDataset } from './with-dataset';

/** The last file, for as long as the worker lives: when it is gone, the file is read again. */
const desks = new WeakMap<WorkerServices, ImportDesk>();

/** What is kept of a file for the next one of the same shape. */
interface Remembered {
  readonly version: 1;
  readonly said: Said;
}

export async function previewImport(
  services: WorkerServices,
  { standing, asked, window }: JobOf<'previewImport'>,
  context: JobContext
): Promise<VerbResults['previewImport']> {
  const file = await fileOf(services, asked, context);
  const remembered = asked.said === null ? await recall(services, file) : null;
  const said = (asked.said as Said | null) ?? remembered ?? nothingSaid;
  return withDataset(services, standing, async (dataset) => {
    const planned = await plan(services, dataset, file, { ...asked, said }, context);
    return {
      said,
      columns: columnsOf(file, planned, said, remembered !== null),
      rows: rowsOf(planned, window as WindowAsked)
    };
  });
}

export async function runImport(
  services: WorkerServices,
  { standing, asked }: JobOf<'runImport'>,
  context: JobContext
): Promise<VerbResults['runImport']> {
  const file = await fileOf(services, asked, context);
  const said = (asked.said as Said | null) ?? nothingSaid;
  const { planned, unquoted } = await withDataset(services, standing, async (dataset) => {
    const planned = await plan(services, dataset, file, { ...asked, said }, context);
    if (planned.content !== 'transactions') return { planned, unquoted: new Map<string, TradedAsset>() };
    const traded = tradedAssets(planned.plan, planned.taken);
    return { planned, unquoted: withoutQuotes(planned.facts, await presentPrices(dataset, traded), traded) };
  });
  const written =
    planned.content === 'transactions'
      ? transactionsOf(services, planned, unquoted)
      : seriesOf(services, planned, file.name);
  context.signal.throwIfAborted();
  const { facts } = planned;
  const something = facts.bookings.length + facts.assets.length > 0;
  const backup =
    something && written.writes.length > 0
      ? await backUpBefore(services, 'import', `before ‘${file.name}’ was imported`, {
          signal: context.signal,
          progress: (fraction) => context.progress(fraction * 0.4, 'Backing up first')
        })
      : null;
  const begun = backup === null ? 0.05 : 0.4;
  const outcome = await saveWrites(
    services,
    standing,
    { label: `Import of ${file.name}`, writes: written.writes, pricesFollow: false },
    {
      signal: context.signal,
      progress: (fraction, message) => context.progress(begun + fraction * (1 - begun), message)
    }
  );
  if (outcome.kind === 'saved') await remember(services, file, said, planned).catch(() => undefined);
  return { outcome, summary: { ...written.summary, backup: backup?.name ?? null } };
}

function fileOf(
  services: WorkerServices,
  { session, name, file }: ImportAsked,
  { signal, progress }: JobContext
): Promise<FileOnDesk> {
  return deskOf(services).open(session, name, file, {
    signal,
    onProgress: (done, total) => progress(total === 0 ? 0 : (done / total) * 0.7, 'Reading the file')
  });
}

function plan(
  services: WorkerServices,
  dataset: Parameters<ImportDesk['plan']>[0],
  file: FileOnDesk,
  { said, decisions, day }: { readonly said: Said; readonly decisions: readonly object[]; readonly day: string },
  { signal, progress }: JobContext
): Promise<PlannedFile> {
  return deskOf(services).plan(
    dataset,
    file,
    { said, decisions: decisions as readonly DecisionSaid[], day },
    {
      signal,
      onProgress: (done, total) => progress(0.7 + (total === 0 ? 0 : (done / total) * 0.3), 'Understanding the rows')
    }
  );
}

function deskOf(services: WorkerServices): ImportDesk {
  const known = desks.get(services) ?? new ImportDesk();
  desks.set(services, known);
  return known;
}

interface Written {
  readonly writes: readonly RecordWriting[];
  readonly summary: Omit<ImportSummary, 'name' | 'backup'>;
}

function transactionsOf(
  { environment }: WorkerServices,
  { plan: made, facts, taken }: PlannedTransactions,
  unquoted: ReadonlyMap<string, TradedAsset>
): Written {
  const { writes, bookings, prices, newAccounts, newAssets } = transactionWrites(
    made,
    taken,
    {
      randomId: () => environment.randomId(),
      now: environment.now().toISOString(),
      homeCountry: facts.homeCountry
    },
    unquoted
  );
  const left = made.items.reduce((count, _, at) => (taken(at) ? count : count + 1), 0);
  return {
    writes,
    summary: {
      content: 'transactions',
      bookings,
      newAccounts,
      newAssets,
      added: prices,
      replaced: 0,
      kept: 0,
      notImported: left,
      sentences: [
        `${counted(bookings, 'transaction was', 'transactions were')} imported.`,
        ...(newAccounts.length > 0
          ? [`${counted(newAccounts.length, 'account was', 'accounts were')} made: ${newAccounts.join(', ')}.`]
          : []),
        ...(newAssets.length > 0 ? [`${counted(newAssets.length, 'asset was', 'assets were')} made.`] : []),
        ...(left > 0 ? [`${counted(left, 'row was', 'rows were')} not imported.`] : [])
      ]
    }
  };
}

function seriesOf({ environment }: WorkerServices, planned: PlannedSeriesFile, name: string): Written {
  const { series, content, assets, facts, read } = planned;
  const store = content === 'rates' ? 'fxRates' : 'prices';
  const made = new Map<string, string>();
  const newAssets: string[] = [];
  const writes: RecordWriting[] = [];
  const totals = { added: 0, different: 0, same: 0, figures: 0, left: 0 };
  for (const { target, merged, series: one } of series) {
    if (target === null) {
      totals.left += one.days.length;
      continue;
    }
    if (target.startsWith('new ') && !made.has(target)) {
      const make = JSON.parse(target.slice(4)) as AssetToMake;
      const id = environment.randomId();
      made.set(target, id);
      newAssets.push(make.name);
      const wkn = assets.find(({ ref }) => ref === target)?.wkn ?? '';
      const accountId = facts.accounts.find(({ closed }) => !closed)?.id ?? facts.accounts[0]?.id ?? '';
      writes.push({
        op: 'put',
        store: 'assets',
        record: assetRecord(make, { id, accountId, wkn, ownerCountry: facts.homeCountry })
      });
    }
    writes.push(...seriesWritesOf(store, made.get(target) ?? target, merged, name));
    totals.added += merged.added;
    totals.different += merged.different;
    totals.same += merged.same;
    totals.figures += merged.days.length;
  }
  const replaced = totals.figures - totals.added;
  const kept = totals.different - replaced;
  const noun: readonly [string, string] = content === 'rates' ? ['rate', 'rates'] : ['price', 'prices'];
  return {
    writes,
    summary: {
      content,
      bookings: 0,
      newAccounts: [],
      newAssets,
      added: totals.added,
      replaced,
      kept,
      notImported: totals.left + read.problems.length,
      sentences: [
        `${counted(totals.added, noun[0], noun[1])} added.`,
        ...(replaced > 0
          ? [`${counted(replaced, noun[0], noun[1])} that were there with another figure were replaced by the file’s.`]
          : []),
        ...(kept > 0 ? [`${counted(kept, noun[0], noun[1])} that were there with another figure were kept.`] : []),
        ...(totals.same > 0 ? [`${counted(totals.same, noun[0], noun[1])} were there already.`] : []),
        ...read.notes
      ]
    }
  };
}

/** What was said of columns and words, and into which accounts; assets are found anew each time. */
async function remember(
  { environment }: WorkerServices,
  file: FileOnDesk,
  said: Said,
  planned: PlannedFile
): Promise<void> {
  const accounts: Record<string, AccountChoice> = {};
  for (const { value, choice } of planned.content === 'transactions' ? planned.plan.accounts : []) {
    if (choice !== null && 'id' in choice) accounts[value] = choice;
  }
  const kept: Remembered = { version: 1, said: { ...said, assets: {}, accounts } };
  await environment.records.set(keyOf(file), kept);
}

async function recall({ environment }: WorkerServices, file: FileOnDesk): Promise<Said | null> {
  const kept = await environment.records.get<Partial<Remembered>>(keyOf(file)).catch(() => undefined);
  return kept?.version === 1 && kept.said ? { ...nothingSaid, ...kept.said } : null;
}

function keyOf(file: FileOnDesk): string {
  return `import ${shapeOf(file)}`;
}
