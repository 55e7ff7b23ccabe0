/** The assets of the sample, each with its bookings and prices. */
import { minorUnitsOf, type Asset, type PriceYear, type Transaction } from '../../schema/v1.0.0';
import { dayText, instantText, momentOf } from './calendar';
import { documentText, documentTexts, irregularTexts } from './document-texts';
import type { Family } from './family';
import { fixed } from './fixed-point';
import { PriceWalk, priceYears } from './prices';
import { Random } from './random';
import { isinOf, madeUpTemplate } from './securities';
import { templates, type Template } from './templates';
import { trade, type Trading } from './trading';

/** Assets that have a history of prices; all others have a stated value alone. */
const MOST_PRICED = 60;

export interface AssetParts {
  readonly asset: Asset;
  readonly bookings: readonly Transaction[];
  readonly prices: readonly PriceYear[];
}

export interface AssetInput {
  readonly seed: number;
  readonly number: number;
  readonly family: Family;
  readonly firstDay: number;
  readonly lastDay: number;
  /** Bookings it gets, if its type is traded. */
  readonly bookings: number;
}

const untraded: ReadonlySet<string> = new Set(['employeeStockOption', 'privateEquity', 'pensionScheme']);
const tradedIn: ReadonlySet<string> = new Set(['brokerage', 'wallet', 'pension']);

/** Whether units of it are bought and sold; everything else has a stated value alone. */
export function isTraded(template: Template, family: Family): boolean {
  return (
    tradedIn.has(family.accounts.get(template.account)?.kind ?? '') &&
    !untraded.has(template.type) &&
    template.type !== 'providentFund'
  );
}

export function templateOf(seed: number, number: number): Template {
  return templates[number] ?? madeUpTemplate(new Random(seed, 3_000_000 + number), number);
}

export function assetParts(input: AssetInput): AssetParts {
  const { seed, number, family, firstDay, lastDay } = input;
  const random = new Random(seed, 10 + number);
  const template = templateOf(seed, number);
  const account = family.accounts.get(template.account);
  if (!account) throw new RangeError(`The family has no account '${template.account}'`);

  const endsOn = template.oddity === 'delisted' ? lastDay - 700 : lastDay;
  const begins = firstDay + random.between(20, Math.max(21, Math.floor((endsOn - firstDay) / 2)));
  const created = momentOf(begins, 28_800 + random.between(0, 900));
  const id = random.uuid(created);
  const walk = new PriceWalk(random, template.price, firstDay, endsOn);
  const traded = isTraded(template, family);
  const trading: Trading =
    traded && input.bookings > 0
      ? trade(random, {
          template,
          assetId: id,
          account,
          walk,
          firstDay: begins,
          lastDay: endsOn,
          count: input.bookings
        })
      : { bookings: [], units: traded ? random.between(1, 90) * 1000 : 1000, invested: 0 };

  const digits = minorUnitsOf(template.currency) ?? 2;
  const amount = Math.round((trading.units * walk.on(endsOn)) / 1000);
  const invested = trading.invested > 0 ? trading.invested : Math.round(amount * (0.6 + random.fraction() * 0.5));
  const lastBooking = trading.bookings.at(-1)?.updatedAt;
  const asset: Asset = {
    id,
    accountId: account.id,
    name: template.name,
    ...(template.symbol === undefined ? {} : { symbol: template.symbol, isin: isinOf(random, template.country) }),
    ...(template.oddity === 'renamed' ? { identifiers: { wkn: '622910', formerSymbol: 'KSLR' } } : {}),
    assetType: template.type,
    primaryCountry: template.country,
    ownerCountry: account.country,
    primaryCurrency: template.currency,
    ...(template.underlying === undefined ? {} : { underlyingCurrency: template.underlying }),
    ...(template.hedgedTo === undefined ? {} : { hedgedTo: template.hedgedTo }),
    amount: fixed(amount, digits),
    quantity: template.oddity === 'binaryQuantity' ? (trading.units / 1000) * 1.1 : trading.units / 1000,
    ...(template.type === 'termInsurance' ? {} : { originalInvestment: fixed(invested, digits) }),
    acquisitionDate: trading.bookings[0]?.date ?? dayText(begins),
    ...(account.institution === undefined ? {} : { institution: account.institution }),
    ...(template.sector === undefined ? {} : { sector: template.sector }),
    tags: [...(template.tags ?? [])],
    ...notesOf(template, random),
    isActive: template.oddity !== 'delisted' && template.oddity !== 'soldOut',
    isIncludedInPortfolio: template.oddity !== 'excluded',
    documents: documentsOf(template, random, begins, endsOn),
    createdAt: instantText(created),
    updatedAt: lastBooking ?? instantText(momentOf(endsOn - random.between(0, 200), 61_200)),
    ...(number % 97 === 11 ? { legacyColour: '#7a5', customRating: { stars: random.between(1, 5), by: 'Anju' } } : {})
  };
  const priced = traded && number < MOST_PRICED && template.oddity !== 'unpriced';
  return { asset, bookings: trading.bookings, prices: priced ? priceYears(id, walk, digits, begins, endsOn) : [] };
}

function documentsOf(template: Template, random: Random, firstDay: number, lastDay: number): string[] {
  if (template.oddity === 'irregularDocuments') return [...irregularTexts];
  if (template.oddity !== 'manyDocuments') return documentTexts(random, firstDay, lastDay);
  return Array.from({ length: 500 }, () => documentText(random, random.between(firstDay, lastDay)));
}

function notesOf(template: Template, random: Random): { notes?: string } {
  if (template.oddity === 'renamed') return { notes: 'Bis 2021 Kessler Automaten AG; ISIN unverändert.' };
  if (template.oddity === 'delisted') return { notes: 'Delisting nach Insolvenz, kein Handel mehr.' };
  return random.chance(0.08)
    ? { notes: random.pick(['gift from grandfather', 'für die Ausbildung', 'check nominee', 'SIP since joining']) }
    : {};
}
