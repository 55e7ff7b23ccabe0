/** A list of objects, as other trackers export it, seen as a table: one column for each field, nested ones by their path. */
import { decimal, decimalText, parseDecimal, zero } from '../../domain';
import { ImportFailure } from '../failure';
import { limits } from '../limits';
import type { Table, TableRow } from '../reading/table';

type Fields = Readonly<Record<string, unknown>>;

/** Names under which exports keep their list of bookings. */
const listNames = ['activities', 'transactions', 'orders', 'data', 'items'];
const numbersOutsideTexts = /("[^"\\]*(?:\\.[^"\\]*)*")|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)/g;
const deepest = 4;

/** @throws ImportFailure where it is no JSON, or none with a list of bookings. */
export function tableOfJson(text: string): Table {
  const root = parsed(text);
  const list = listIn(root);
  if (list === null || list.length === 0) {
    throw new ImportFailure(
      'unknownJson',
      'This JSON file holds no list of transactions. Choose an export of transactions.'
    );
  }
  if (list.length > limits.rows) {
    throw new ImportFailure('tooManyRows', `This file has more than ${limits.rows} rows. Import it in parts.`);
  }
  const beside = { accounts: accountNames(root), assets: assetProfiles(root) };
  const flat = list.map((entry) => flattened(entry, beside));
  const header = [...new Set(flat.flatMap((fields) => Object.keys(fields)))];
  if (header.length > limits.columns) {
    throw new ImportFailure('tooManyColumns', `The entries of this file have more than ${limits.columns} fields.`);
  }
  const rows = flat.map((fields, at): TableRow => ({ line: at + 1, cells: header.map((name) => fields[name] ?? '') }));
  return { header, headerLine: 0, rows, preamble: [], blankLines: 0, delimiter: 'JSON', encoding: 'utf-8' };
}

/** Numbers become texts before anything reads them, so that none passes through a binary number. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(
      text
        .replace(/^\uFEFF/, '')
        .replace(numbersOutsideTexts, (_, quoted?: string, number?: string) => quoted ?? `"${number}"`)
    );
  } catch (cause) {
    throw new ImportFailure('unknownJson', 'This file begins like JSON and is damaged, or cut off.', { cause });
  }
}

function listIn(root: unknown): readonly Fields[] | null {
  if (Array.isArray(root)) return root.every(isObject) ? root : null;
  if (!isObject(root)) return null;
  const named = listNames.filter((name) => Object.hasOwn(root, name)).map((name) => root[name]);
  for (const list of [...named, ...Object.values(root)]) {
    if (Array.isArray(list) && list.length > 0 && list.every(isObject)) return list;
  }
  return null;
}

/** Lists of accounts beside the bookings, so that rows name their account as a person does. */
function accountNames(root: unknown): ReadonlyMap<string, string> {
  const list = isObject(root) && Array.isArray(root['accounts']) ? (root['accounts'] as unknown[]) : [];
  return new Map(list.filter(isObject).map(({ id, name }) => [textOf(id), textOf(name)]));
}

/** What is told of assets beside the bookings, by their symbol: of one a person made, the symbol says nothing. */
function assetProfiles(root: unknown): ReadonlyMap<string, Fields> {
  const list = isObject(root) && Array.isArray(root['assetProfiles']) ? (root['assetProfiles'] as unknown[]) : [];
  return new Map(list.filter(isObject).map((profile) => [textOf(profile['symbol']), profile]));
}

interface Beside {
  readonly accounts: ReadonlyMap<string, string>;
  readonly assets: ReadonlyMap<string, Fields>;
}

function flattened(entry: Fields, { accounts, assets }: Beside): Record<string, string> {
  const flat: Record<string, string> = {};
  collect(entry, '', 0, flat);
  const account = accounts.get(flat['accountId'] ?? '');
  if (account !== undefined && account !== '') flat['accountId'] = account;
  const asset = assets.get(flat['symbol'] ?? '');
  for (const field of ['name', 'isin', 'assetClass', 'assetSubClass']) {
    if (asset !== undefined) flat[`assetProfile.${field}`] ??= textOf(asset[field]).slice(0, limits.cell);
  }
  return flat;
}

function collect(value: Fields, path: string, depth: number, into: Record<string, string>): void {
  for (const [name, inner] of Object.entries(value)) {
    const own = path === '' ? name : `${path}.${name}`;
    if (name === 'units' && Array.isArray(inner)) addUnits(inner.filter(isObject), into);
    else if (isObject(inner) && depth < deepest) collect(inner, own, depth + 1, into);
    else if (!Array.isArray(inner)) into[own] = textOf(inner).slice(0, limits.cell);
  }
}

/** Portfolio Performance lists fees, taxes and the gross amount of a booking as its units. */
function addUnits(units: readonly Fields[], into: Record<string, string>): void {
  for (const unit of units) {
    const kind = textOf(unit['type']).toUpperCase();
    if (kind === 'FEE') into['fees'] = sum(into['fees'], unit['amount']);
    else if (kind === 'TAX') into['taxes'] = sum(into['taxes'], unit['amount']);
    else if (kind === 'GROSS_VALUE' && unit['fxAmount'] !== undefined) {
      into['gross amount'] = textOf(unit['fxAmount']);
      into['currency gross amount'] = textOf(unit['fxCurrency']);
      into['exchange rate'] = textOf(unit['fxRateToBase']);
    }
  }
}

function sum(before: string | undefined, added: unknown): string {
  return decimalText((parseDecimal(before) ?? zero).plus(parseDecimal(textOf(added)) ?? decimal('0')));
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : '';
}
