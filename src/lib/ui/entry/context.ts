/** What checking a form needs to know beside it, from what the choosers offer. */
import type { EntryContext, RecordLists } from '../../app/contract';
import { numberStyleOf } from '../../app/entry';
import { preferences } from '../../app/preferences.svelte';
import { isLiability } from './asset-types';

/** @param held units held on the day of the transaction; null while that is not known. */
export function entryContext(lists: RecordLists | null, today: string, held: string | null = null): EntryContext {
  return {
    style: numberStyleOf(preferences.numberLocale),
    today,
    held,
    account(id) {
      const found = lists?.accounts.find((account) => account.id === id);
      if (found === undefined) return null;
      const { name, currency, openedOn, closedOn } = found;
      return { name, currency, openedOn: openedOn ?? undefined, closedOn: closedOn ?? undefined };
    },
    asset(id) {
      const found = lists?.assets.find((asset) => asset.id === id);
      return found === undefined
        ? null
        : { name: found.name, currency: found.currency, liability: isLiability(found.assetType) };
    }
  };
}
