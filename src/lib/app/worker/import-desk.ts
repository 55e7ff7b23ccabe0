/**
 * One file on its way in: read once, understood by what is said of it, and laid beside what is there. Each stage is kept
 * until what it depends on changes, so that a decision on a row costs no second reading.
 */
import { presentSeries, readFacts, type Dataset, type PresentSeries } from '../../data';
import {
  AssetFinder,
  contentOf,
  decisionsOf,
  formatNamed,
  guessMapping,
  interpretTable,
  isTaken,
  mappingWith,
  mergeSeries,
  planImport,
  readPrices,
  readRates,
  readTable,
  type AssetChoice,
  type DecisionSaid,
  type GuessedMapping,
  type ImportContent,
  type ImportedItem,
  type ImportPlan,
  type Mapping,
  type MergedSeries,
  type Pace,
  type PlannedAsset,
  type PortfolioFacts,
  type ReadSeries,
  type RowDecision,
  type Said,
  type SeriesRead,
  type Table
} from '../../import';

export interface FileOnDesk {
  readonly table: Table;
  readonly guessed: GuessedMapping;
  readonly content: ImportContent;
  readonly name: string;
}

export interface Understood {
  readonly mapping: Mapping;
  readonly facts: PortfolioFacts;
}

export interface PlannedTransactions extends Understood {
  readonly content: 'transactions';
  readonly plan: ImportPlan;
  readonly decisions: readonly (RowDecision | null)[];
  taken(at: number): boolean;
}

export interface PlannedSeries {
  readonly series: ReadSeries;
  /** Where it goes: an asset or currency; null: it is left out. */
  readonly target: string | null;
  readonly label: string;
  /** Why it cannot be imported as it is; null where it can. */
  readonly problem: string | null;
  readonly merged: MergedSeries;
}

export interface PlannedSeriesFile extends Understood {
  readonly content: 'prices' | 'rates';
  readonly read: SeriesRead;
  readonly assets: readonly PlannedAsset[];
  readonly series: readonly PlannedSeries[];
}

export type PlannedFile = PlannedTransactions | PlannedSeriesFile;

/** A value made once for a key; the next key makes it anew. */
class Kept<T> {
  #key: string | null = null;
  #value: T | null = null;

  async get(key: string, make: () => Promise<T>): Promise<T> {
    if (this.#key !== key || this.#value === null) {
      this.#key = null;
      this.#value = await make();
      this.#key = key;
    }
    return this.#value;
  }
}

export class ImportDesk {
  readonly #file = new Kept<FileOnDesk>();
  readonly #items = new Kept<readonly ImportedItem[]>();
  readonly #series = new Kept<SeriesRead>();
  readonly #facts = new Kept<PortfolioFacts>();
  readonly #present = new Kept<PresentSeries>();
  readonly #plan = new Kept<ImportPlan>();
  #session = '';

  /** @throws ImportFailure where the file is none that can be read. */
  open(session: string, name: string, file: Blob, pace: Pace): Promise<FileOnDesk> {
    this.#session = session;
    return this.#file.get(session, async () => {
      const table = await readTable(file, pace);
      const guessed = guessMapping(table);
      return { table, guessed, content: contentOf(table, guessed.mapping), name };
    });
  }

  async plan(
    dataset: Dataset,
    file: FileOnDesk,
    asked: { readonly said: Said; readonly decisions: readonly DecisionSaid[]; readonly day: string },
    pace: Pace
  ): Promise<PlannedFile> {
    const state = `${dataset.database.name} ${await dataset.sequence()}`;
    const facts = await this.#facts.get(state, () => readFacts(dataset, pace.signal));
    return file.content === 'transactions'
      ? this.#transactions(file, facts, asked, state, pace)
      : this.#seriesFile(dataset, file, facts, asked.said, state, pace);
  }

  async #transactions(
    { table, guessed, name }: FileOnDesk,
    facts: PortfolioFacts,
    {
      said,
      decisions,
      day
    }: { readonly said: Said; readonly decisions: readonly DecisionSaid[]; readonly day: string },
    state: string,
    pace: Pace
  ): Promise<PlannedTransactions> {
    const mapping = mappingWith(guessed.mapping, said);
    const format = formatNamed(mapping.format);
    const currency = mapping.currency ?? accountCurrency(said, facts);
    const understood = JSON.stringify([this.#session, mapping, currency, day]);
    const items = await this.#items.get(understood, () =>
      interpretTable(
        table,
        {
          mapping: { ...mapping, currency },
          format,
          markSure:
            said.decimalMark !== null || !guessed.guesses.some(({ about, sure }) => about === 'numbers' && !sure),
          orderSure: said.dayOrder !== null || !guessed.guesses.some(({ about, sure }) => about === 'dates' && !sure),
          today: day
        },
        pace
      )
    );
    const { accounts, assets } = said;
    const about = { format: format?.name ?? '', fileName: name };
    const plan = await this.#plan.get(JSON.stringify([understood, state, accounts, assets]), () =>
      Promise.resolve(planImport(items, { accounts, assets }, facts, about))
    );
    const decided = decisionsOf(
      plan.items.map(({ status }) => status),
      decisions
    );
    return {
      content: 'transactions',
      mapping,
      facts,
      plan,
      decisions: decided,
      taken: (at) => isTaken(plan.items[at]?.status ?? 'wrong', decided[at] ?? null)
    };
  }

  async #seriesFile(
    dataset: Dataset,
    { table, guessed, content, name }: FileOnDesk,
    facts: PortfolioFacts,
    said: Said,
    state: string,
    pace: Pace
  ): Promise<PlannedSeriesFile> {
    const mapping = mappingWith(guessed.mapping, said);
    const rates = content === 'rates';
    const read = await this.#series.get(JSON.stringify([this.#session, mapping]), () =>
      rates ? readRates(table, mapping, pace) : readPrices(table, mapping, name, pace)
    );
    const store = rates ? 'fxRates' : 'prices';
    const present = await this.#present.get(`${store} ${state}`, () => presentSeries(dataset, store, pace.signal));
    const assets = rates ? [] : assetsOf(read.series, said, facts);
    const series = read.series.map((one): PlannedSeries => {
      const asset = assets.find(({ key }) => key === one.key);
      const target = rates ? one.key : (asset?.ref ?? null);
      const merged = mergeSeries(one, present.get(target ?? '') ?? new Map(), said.keep);
      const known = facts.assets.find(({ id }) => id === target);
      const foreign = known !== undefined && one.currency !== '' && known.currency !== one.currency;
      const problem = foreign
        ? `Its prices are in ${one.currency}, those of ‘${known.name}’ in ${known.currency}.`
        : null;
      return {
        series: one,
        target: problem === null ? target : null,
        label: rates ? one.label : (asset?.label ?? ''),
        problem,
        merged
      };
    });
    return { content: rates ? 'rates' : 'prices', mapping, facts, read, assets, series };
  }
}

/** Amounts without a currency are in that of the account they go to, where there is no doubt which that is. */
function accountCurrency({ accounts }: Said, facts: PortfolioFacts): string | null {
  const open = facts.accounts.filter(({ closed }) => !closed);
  const [choice] = Object.values(accounts);
  if (choice === undefined)
    return open.length === 1 ? (open[0]?.currency ?? null) : open.length === 0 ? facts.baseCurrency : null;
  return 'make' in choice
    ? choice.make.currency
    : (facts.accounts.find(({ id }) => id === choice.id)?.currency ?? null);
}

/** Prices go to assets that are there; one is made only on the person's word. */
function assetsOf(series: readonly ReadSeries[], said: Said, facts: PortfolioFacts): readonly PlannedAsset[] {
  const finder = new AssetFinder(facts.assets, null);
  return series.map(({ key, label, security, days, currency }) => {
    const common = {
      key,
      name: label,
      isin: security?.isin ?? '',
      symbol: security?.symbol ?? '',
      wkn: security?.wkn ?? '',
      rows: days.length
    };
    const chosen: AssetChoice | undefined = Object.hasOwn(said.assets, key) ? said.assets[key] : undefined;
    if (chosen !== undefined && 'make' in chosen) {
      return {
        ...common,
        choice: chosen,
        label: chosen.make.name,
        matchedBy: null,
        sure: true,
        ref: `new ${JSON.stringify(chosen.make)}`
      };
    }
    const match = chosen === undefined && security ? finder.find({ ...security, currency }) : null;
    const id = chosen?.id ?? match?.asset.id ?? '';
    const asset = facts.assets.find((one) => one.id === id);
    return {
      ...common,
      choice: { id },
      label: asset?.name ?? '',
      matchedBy: match?.by ?? null,
      sure: asset !== undefined && (match?.sure ?? true),
      ref: asset?.id ?? null
    };
  });
}
