/** A planned file as the screens show it: in words and counts, and a window of its rows. */
import {
  fingerprintOf,
  formatNamed,
  typeWords,
  type BookingFact,
  type ImportPlan,
  type PlannedBooking,
  type PlannedItem,
  type RowStatus,
  type Said,
  type Table
} from '../../import';
import type { BookingShown, ImportColumns, ImportRow, ImportRows, ImportSeries, RowCounts } from '../import-contract';
import type { FileOnDesk, PlannedFile, PlannedSeriesFile, PlannedTransactions } from './import-desk';

const samples = 5;
/** Rows in one window at most: more than any screen shows. */
const mostRows = 500;

const delimiters: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
  JSON: 'JSON'
};
const encodings: Readonly<Record<string, string>> = {
  'utf-8': '',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252'
};

/** Names the shape of a file, under which what was said of it is kept. */
export function shapeOf({ table }: FileOnDesk): string {
  return fingerprintOf(table);
}

export function columnsOf(file: FileOnDesk, planned: PlannedFile, said: Said, remembered: boolean): ImportColumns {
  const { table, guessed, content, name } = file;
  const { mapping } = planned;
  const format = formatNamed(mapping.format);
  const fieldAt = new Map(Object.entries(mapping.columns).map(([field, at]) => [at, field]));
  return {
    name,
    content,
    format: format?.name ?? (content === 'rates' ? 'Reference rates of the euro' : null),
    reading: readingInWords(table),
    remembered,
    columns: table.header.map((head, index) => ({
      index,
      name: head || `Column ${index + 1}`,
      samples: samplesOf(table, index),
      field: (fieldAt.get(index) ?? null) as ImportColumns['columns'][number]['field']
    })),
    words: content === 'transactions' ? typeWords(table, mapping, format) : [],
    decimalMark: mapping.decimalMark,
    dayOrder: mapping.dayOrder,
    currency: mapping.currency,
    guesses: guessed.guesses.filter(({ about }) => !isSaid(about, said)),
    accounts:
      planned.content === 'transactions'
        ? planned.plan.accounts.map(({ value, rows, choice, label }) => ({ value, rows, choice, label }))
        : [],
    assets: (planned.content === 'transactions' ? planned.plan.assets : planned.assets).map(
      ({ key, name: called, isin, symbol, rows, choice, label, matchedBy, sure }) => ({
        key,
        name: called,
        isin,
        symbol,
        rows,
        choice: choice ?? { id: '' },
        label,
        matchedBy,
        sure
      })
    ),
    keep: said.keep,
    missing: missingIn(planned),
    rows: table.rows.length
  };
}

function isSaid(about: string, said: Said): boolean {
  return (about === 'numbers' && said.decimalMark !== null) || (about === 'dates' && said.dayOrder !== null);
}

function readingInWords({ delimiter, encoding, preamble, blankLines, headerLine }: Table): string {
  return [
    delimiters[delimiter] ?? `‘${delimiter}’ between cells`,
    encodings[encoding] ?? '',
    preamble.length > 0 ? counted(preamble.length, 'line above the header', 'lines above the header') : '',
    headerLine === null ? 'no header' : '',
    blankLines > 0 ? counted(blankLines, 'empty line', 'empty lines') : ''
  ]
    .filter((part) => part !== '')
    .join(', ');
}

function samplesOf({ rows }: Table, index: number): readonly string[] {
  const found: string[] = [];
  for (const { cells } of rows) {
    const cell = (cells[index] ?? '').trim();
    if (cell !== '' && !found.includes(cell)) found.push(cell.slice(0, 120));
    if (found.length === samples) break;
  }
  return found;
}

/** What stands between the person and the rows, in sentences. */
function missingIn(planned: PlannedFile): readonly string[] {
  if (planned.content !== 'transactions') return missingInSeries(planned);
  const { mapping, plan } = planned;
  const { columns } = mapping;
  const missing: string[] = [];
  if (columns.date === undefined) missing.push('Say which column holds the date.');
  if (
    columns.net === undefined &&
    columns.gross === undefined &&
    (columns.price === undefined || columns.quantity === undefined)
  ) {
    missing.push('Say which column holds the amount.');
  }
  if (columns.type === undefined && mapping.typeByDefault === null)
    missing.push('Say which column tells the kind of transaction.');
  for (const { value, choice } of plan.accounts) {
    if (choice === null)
      missing.push(
        value === '' ? 'Choose the account that this file belongs to.' : `Choose the account for ‘${value}’.`
      );
  }
  const unclear = plan.items.some(({ reasons }) => reasons.includes('Nothing tells the currency.'));
  if (unclear && mapping.currency === null && missing.length === 0)
    missing.push('Say in which currency the amounts are.');
  return missing;
}

function missingInSeries({ read, assets, content, facts }: PlannedSeriesFile): readonly string[] {
  if (read.series.every(({ days }) => days.length === 0))
    return ['No figures were found. Say which columns hold dates and prices.'];
  if (content === 'rates') return [];
  const makes = assets.some(({ choice }) => choice !== null && 'make' in choice);
  if (makes && facts.accounts.length === 0) return ['Make an account first: every asset lies in one.'];
  return assets.every(({ ref }) => ref === null) ? ['Choose the asset whose prices these are.'] : [];
}

export interface WindowAsked {
  readonly from: number;
  readonly count: number;
  readonly filter: RowStatus | null;
}

export function rowsOf(planned: PlannedFile, asked: WindowAsked): ImportRows {
  return planned.content === 'transactions' ? transactionRows(planned, asked) : seriesRows(planned);
}

function transactionRows(planned: PlannedTransactions, { from, count, filter }: WindowAsked): ImportRows {
  const { plan } = planned;
  const counts = countsOf(planned);
  const places = plan.items.flatMap(({ status }, at) => (filter === null || status === filter ? [at] : []));
  const start = Math.max(0, Math.min(from, places.length));
  const labels = labelsOf(planned);
  const window = places.slice(start, start + Math.min(count, mostRows)).flatMap((at) => {
    const item = plan.items[at];
    return item ? [rowOf(item, at, planned, labels)] : [];
  });
  const used = usedRefs(planned);
  return {
    counts,
    series: [],
    filter,
    matching: places.length,
    from: start,
    window,
    button:
      counts.bookings === 0 ? 'Nothing to import' : `Import ${counted(counts.bookings, 'transaction', 'transactions')}`,
    newAccounts: [...used.accounts].filter((ref) => ref.startsWith('new ')).length,
    newAssets: [...used.assets].filter((ref) => ref.startsWith('new ')).length
  };
}

function usedRefs({ plan, taken }: PlannedTransactions): {
  accounts: ReadonlySet<string>;
  assets: ReadonlySet<string>;
} {
  const accounts = new Set<string>();
  const assets = new Set<string>();
  plan.items.forEach(({ bookings }, at) => {
    if (!taken(at)) return;
    for (const { accountRef, assetRef } of bookings) {
      accounts.add(accountRef);
      if (assetRef !== null) assets.add(assetRef);
    }
  });
  return { accounts, assets };
}

export function countsOf({ plan, taken }: PlannedTransactions): RowCounts {
  const counts = {
    total: plan.items.length,
    ready: 0,
    doubtful: 0,
    duplicate: 0,
    wrong: 0,
    leftOut: 0,
    taken: 0,
    bookings: 0
  };
  plan.items.forEach(({ status, bookings }, at) => {
    counts[status]++;
    if (!taken(at)) return;
    counts.taken++;
    counts.bookings += bookings.length;
  });
  return counts;
}

interface Labels {
  account(ref: string): string;
  asset(ref: string): string;
}

function labelsOf({ plan, facts }: { plan: ImportPlan; facts: PlannedTransactions['facts'] }): Labels {
  const accounts = new Map<string, string>(facts.accounts.map(({ id, name }) => [id, name]));
  const assets = new Map<string, string>(facts.assets.map(({ id, name }) => [id, name]));
  for (const { ref, label } of plan.accounts) if (ref !== null) accounts.set(ref, label);
  for (const { ref, label } of plan.assets) if (ref !== null) assets.set(ref, label);
  return { account: (ref) => accounts.get(ref) ?? '', asset: (ref) => assets.get(ref) ?? '' };
}

function rowOf(
  planned: PlannedItem,
  index: number,
  { decisions, taken }: PlannedTransactions,
  labels: Labels
): ImportRow {
  const { item, status, bookings, reasons, candidates } = planned;
  return {
    index,
    status,
    lines: item.rows.map(({ line }) => line),
    raw: item.rows.map(({ cells }) => cells.map((cell) => cell.slice(0, 500))),
    becomes: bookings.map((booking) => plannedShown(booking, labels)),
    problems: reasons,
    candidates: candidates.map((booking) => presentShown(booking, labels)),
    decision: decisions[index] ?? null,
    taken: taken(index)
  };
}

function plannedShown(booking: PlannedBooking, labels: Labels): BookingShown {
  const { type, date, quantity, price, gross, fees, taxes, currency, fxRate, note, accountRef, assetRef } = booking;
  const asset = assetRef === null ? '' : labels.asset(assetRef);
  return {
    type,
    date,
    account: labels.account(accountRef),
    asset,
    quantity,
    price,
    gross,
    fees,
    taxes,
    currency,
    fxRate,
    note
  };
}

function presentShown(booking: BookingFact, labels: Labels): BookingShown {
  const { type, date, quantity, price, gross, fees, taxes, currency, fxRate, note, accountId, assetId } = booking;
  return {
    type: type as BookingShown['type'],
    date,
    account: labels.account(accountId),
    asset: labels.asset(assetId),
    quantity,
    price,
    gross,
    fees,
    taxes,
    currency,
    fxRate,
    note
  };
}

function seriesRows({ series, read, content, assets }: PlannedSeriesFile): ImportRows {
  const writing = series.filter(({ target }) => target !== null);
  const figures = writing.reduce((sum, { merged }) => sum + merged.days.length, 0);
  const total = series.reduce((sum, { series: { days } }) => sum + days.length, 0);
  const noun = content === 'rates' ? ['rate', 'rates'] : ['price', 'prices'];
  const wrong = read.problems.length;
  const window = read.problems.slice(0, mostRows).map(({ line, message }, index): ImportRow => ({
    index,
    status: 'wrong',
    lines: [line],
    raw: [],
    becomes: [],
    problems: [message],
    candidates: [],
    decision: null,
    taken: false
  }));
  return {
    counts: {
      total: total + wrong,
      ready: figures,
      doubtful: 0,
      duplicate: 0,
      wrong,
      leftOut: total - figures,
      taken: figures,
      bookings: figures
    },
    series: series.map(seriesShown),
    filter: null,
    matching: window.length,
    from: 0,
    window,
    button: figures === 0 ? 'Nothing to import' : `Import ${counted(figures, noun[0] ?? '', noun[1] ?? '')}`,
    newAccounts: 0,
    newAssets: new Set(assets.flatMap(({ ref }) => (ref?.startsWith('new ') ? [ref] : []))).size
  };
}

function seriesShown({ series, target, label, problem, merged }: PlannedSeriesFile['series'][number]): ImportSeries {
  return {
    label: problem === null ? series.label : `${series.label}: ${problem}`,
    target: target === null ? null : label,
    days: series.days.length,
    first: series.days[0] ?? '',
    last: series.days.at(-1) ?? '',
    gaps: series.gaps,
    added: merged.added,
    different: merged.different,
    same: merged.same
  };
}

export function counted(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}
