/** A file's bookings beside what is there: what each row becomes, and whether it should. */
import type { ImportedItem } from '../rows/booking';
import { importIdsOf } from '../rows/import-ids';
import { planAccounts, type AccountChoice, type PlannedAccount } from './accounts';
import { indexSecurities, planAssets, type AssetChoice, type PlannedAsset } from './assets';
import { BookingPlanner, hasSplits, splitRatio, type PlannedBooking } from './bookings';
import { Duplicates } from './duplicates';
import type { BookingFact, PortfolioFacts } from './facts';

export type RowStatus = 'ready' | 'doubtful' | 'duplicate' | 'wrong' | 'leftOut';
export type RowDecision = 'take' | 'leave' | 'takeAnyway';

export interface PlannedItem {
  readonly item: ImportedItem;
  readonly status: RowStatus;
  readonly bookings: readonly PlannedBooking[];
  /** What is wrong or doubtful, or why it is left out. */
  readonly reasons: readonly string[];
  readonly candidates: readonly BookingFact[];
}

export interface ImportChoices {
  readonly accounts: Readonly<Record<string, AccountChoice>>;
  readonly assets: Readonly<Record<string, AssetChoice>>;
}

export interface ImportPlan {
  readonly accounts: readonly PlannedAccount[];
  readonly assets: readonly PlannedAsset[];
  readonly items: readonly PlannedItem[];
}

export function planImport(
  items: readonly ImportedItem[],
  choices: ImportChoices,
  facts: PortfolioFacts,
  about: { readonly format: string; readonly fileName: string }
): ImportPlan {
  const accounts = planAccounts(items, choices.accounts, facts, about);
  const [first] = accounts;
  const chosen = first?.choice ?? null;
  const country =
    chosen === null
      ? null
      : 'make' in chosen
        ? chosen.make.country
        : (facts.accounts.find(({ id }) => id === chosen.id)?.country ?? null);
  const index = indexSecurities(items);
  const assets = planAssets(index, choices.assets, facts, {
    country,
    id: chosen !== null && 'id' in chosen ? chosen.id : null
  });
  const planner = new BookingPlanner(accounts, assets, index);
  const ids = importIdsOf(items);
  const drafts = items.map((item, at) => draftOf(item, ids[at] ?? [], planner));
  if (hasSplits(items)) resolveSplits(drafts, facts.bookings);
  const duplicates = new Duplicates(facts.bookings);
  const same = drafts.map(({ bookings }) => bookings.map((booking) => duplicates.same(booking)));
  return { accounts, assets, items: drafts.map((draft, at) => judged(draft, same[at] ?? [], duplicates)) };
}

/** Whether it is imported, by the person's word or by its status. */
export function isTaken(status: RowStatus, decision: RowDecision | null): boolean {
  if (status === 'wrong' || status === 'leftOut') return false;
  if (decision === 'leave') return false;
  if (decision === 'takeAnyway') return true;
  if (decision === 'take') return status !== 'duplicate';
  return status === 'ready';
}

interface Draft {
  readonly item: ImportedItem;
  bookings: readonly PlannedBooking[];
  problems: string[];
  doubts: string[];
}

function draftOf(item: ImportedItem, ids: readonly string[], planner: BookingPlanner): Draft {
  const draft: Draft = { item, bookings: [], problems: [...item.problems], doubts: [...item.doubts] };
  const planned: PlannedBooking[] = [];
  item.bookings.forEach((booking, part) => {
    const made = planner.plan(booking, ids[part] ?? '');
    if ('booking' in made) planned.push(made.booking);
    else if (!draft.problems.includes(made.problem)) draft.problems.push(made.problem);
  });
  draft.bookings = draft.problems.length > 0 ? [] : planned;
  return draft;
}

function resolveSplits(drafts: readonly Draft[], present: readonly BookingFact[]): void {
  const all = drafts.flatMap(({ bookings }) => bookings);
  for (const draft of drafts) {
    draft.bookings = draft.bookings.map((booking, part) => {
      const added = draft.item.bookings[part]?.unitsAdded;
      if (added === undefined) return booking;
      const ratio = splitRatio(booking, added, all, present);
      if (ratio !== null) return { ...booking, quantity: ratio };
      draft.problems.push(
        `The file tells that a split added ${added} units, but not how many were held before. Enter the split by hand.`
      );
      return booking;
    });
    if (draft.problems.length > 0) draft.bookings = [];
  }
}

function judged(
  { item, bookings, problems, doubts }: Draft,
  same: readonly (BookingFact | null)[],
  duplicates: Duplicates
): PlannedItem {
  if (item.leftOut !== null) return { item, status: 'leftOut', bookings: [], reasons: [item.leftOut], candidates: [] };
  if (problems.length > 0) return { item, status: 'wrong', bookings: [], reasons: problems, candidates: [] };
  const there = same.filter((found): found is BookingFact => found !== null);
  if (bookings.length > 0 && there.length === bookings.length) {
    return {
      item,
      status: 'duplicate',
      bookings,
      reasons: ['An earlier import brought it already.'],
      candidates: there
    };
  }
  const candidates = [...there, ...bookings.flatMap((booking, at) => (same[at] ? [] : duplicates.similar(booking)))];
  const reasons = [...doubts];
  if (there.length > 0) reasons.push('A part of it was imported already.');
  else if (candidates.length > 0)
    reasons.push('It could be there already: a booking of the same kind and amount lies within three days.');
  return { item, status: reasons.length > 0 ? 'doubtful' : 'ready', bookings, reasons, candidates };
}
