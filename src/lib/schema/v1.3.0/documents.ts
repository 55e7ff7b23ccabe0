/** Papers and files: what they are, when they were issued, and where they lie. */
import * as v from 'valibot';
import type { StoreDefinition } from '../../migration';
import { day, instant, maybe, name, oneOf, text, texts, uuid } from '../v1.0.0/shapes';

/** `held`: a file in the app's own files; `file`: one that lies elsewhere; `paper`: a binder, a shelf, a person. */
export const locationKinds = ['held', 'file', 'url', 'paper', 'unknown'] as const;

export const documentRow = v.looseObject({
  id: uuid,
  /** In the person's own word; `other` where none was given. */
  kind: name,
  title: name,
  issued: maybe(day),
  /** What was written in place of the day, where it is none. */
  issuedText: maybe(text),
  expires: maybe(day),
  locationKind: oneOf(locationKinds),
  location: maybe(text),
  /** Further parts of the old reference, which have no place of their own. */
  moreParts: maybe(texts),
  assetId: maybe(uuid),
  accountId: maybe(uuid),
  residencyId: maybe(uuid),
  /** The reference that it was made from, to the letter. */
  original: maybe(text),
  createdAt: instant,
  updatedAt: instant
});

export type DocumentRecord = v.InferOutput<typeof documentRow>;
export type LocationKind = (typeof locationKinds)[number];

export const documents: StoreDefinition = { keyPath: 'id', indexes: [{ keyPath: 'assetId' }], row: documentRow };
