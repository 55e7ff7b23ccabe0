/** Assets as 1.3.0 has them: what was a list of texts about documents is a list of their ids. */
import * as v from 'valibot';
import type { StoreDefinition } from '../../migration';
import { uuids } from '../v1.0.0/shapes';
import { assetFields } from '../v1.1.0/assets';

export const assetRow = v.looseObject({
  ...assetFields,
  /** Its documents in the order the person gave them; an id of `quarantine` where a text named no document. */
  documentIds: uuids
});

export type Asset = v.InferOutput<typeof assetRow>;

export const assets: StoreDefinition = {
  keyPath: 'id',
  indexes: [{ keyPath: 'accountId' }, { keyPath: 'assetType' }, { keyPath: 'primaryCurrency' }],
  row: assetRow
};
