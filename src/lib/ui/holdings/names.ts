/** Codes and keys of holdings as people read them. */
import type { HoldingLine } from '../../app/contract';
import { countryName, humanName } from '../format';
import { said, t, type Said } from '../i18n';
import type { HoldingDimension } from './query';

export const dimensionNames: Readonly<Record<HoldingDimension, Said>> = {
  class: said('Class'),
  country: said('Country'),
  currency: said('Currency'),
  sector: said('Sector'),
  account: said('Account'),
  tag: said('Tag')
};

/** A group by the name of its key; `lines` names accounts, which are known by their ids. */
export function keyName(dimension: HoldingDimension, key: string, lines: readonly HoldingLine[]): string {
  switch (dimension) {
    case 'class':
      return humanName(key);
    case 'country':
      return key === '' ? t('No country') : countryName(key);
    case 'currency':
      return key;
    case 'sector':
      return key === '' ? t('No sector') : key;
    case 'account':
      return lines.find(({ accountId }) => accountId === key)?.account || t('No account');
    case 'tag':
      return key === '' ? t('No tag') : key;
  }
}
