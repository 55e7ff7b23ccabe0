/** What the choosers of the forms offer: accounts, assets, countries and currencies. */
import type { AccountOption, AssetOption, RecordLists } from '../../app/contract';
import { choices as worldChoices } from '../boot/choices';
import type { Choice } from '../elements';
import { countryName, currencyName } from '../format';

/** Open accounts, and the one that is chosen already. */
export function accountChoices(lists: RecordLists | null, chosen: string): readonly Choice[] {
  return (lists?.accounts ?? [])
    .filter(({ closedOn, id }) => closedOn === null || id === chosen)
    .map(({ id, name, institution, currency }: AccountOption) => ({
      value: id,
      label: name,
      hint: [institution, currency].filter(Boolean).join(' · ')
    }));
}

/** The one open account, where there is but one: nobody need choose it. */
export function onlyAccount(lists: RecordLists | null): AccountOption | undefined {
  const open = (lists?.accounts ?? []).filter(({ closedOn }) => closedOn === null);
  return open.length === 1 ? open[0] : undefined;
}

/** Those of the account first, as they are asked for most. */
export function assetChoices(
  lists: RecordLists | null,
  chosen: string,
  accountId: string,
  none: string | null
): readonly Choice[] {
  const all = (lists?.assets ?? []).filter(({ archived, id }) => !archived || id === chosen);
  const own = all.filter((asset) => asset.accountId === accountId);
  const others = all.filter((asset) => asset.accountId !== accountId);
  const shown = ({ id, name, symbol, isin, currency, account }: AssetOption): Choice => ({
    value: id,
    label: name,
    hint: [symbol, account, currency].filter(Boolean).join(' · '),
    words: isin
  });
  const listed = [...own, ...others].map(shown);
  return none === null ? listed : [{ value: NO_ASSET, label: none }, ...listed];
}

/** Stands for no asset, as an empty value stands for nothing chosen yet. */
export const NO_ASSET = 'none';

export function currencyChoices(): readonly Choice[] {
  return worldChoices().currencies.map(({ code }) => ({ value: code, label: code, hint: currencyName(code) }));
}

export function countryChoices(): readonly Choice[] {
  return worldChoices().countries.map(({ code }) => ({ value: code, label: countryName(code), hint: code }));
}
