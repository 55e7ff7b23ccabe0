/** Which form is open. Small, so that every place can open one; the forms themselves are loaded then. */
import type { Draft, TransactionPlace } from '../../app/contract';

/** What a form begins with: text by field, as it would be typed. */
export type Preset = Readonly<Record<string, string>>;

export type EntryRequest =
  /** `id`: edits it; `at`: where it is packed away; `preset`: a new one begins with these. */
  | { readonly kind: 'transaction'; readonly id?: string; readonly at?: TransactionPlace; readonly preset?: Preset }
  | { readonly kind: 'asset' | 'account'; readonly id?: string; readonly preset?: Preset }
  | { readonly kind: 'price'; readonly assetId: string };

class Entry {
  #request = $state.raw<EntryRequest | null>(null);
  readonly #hosts: object[] = [];
  #first = $state.raw<object | null>(null);

  get request(): EntryRequest | null {
    return this.#request;
  }

  open(request: EntryRequest): void {
    this.#request = request;
  }

  close(): void {
    this.#request = null;
  }

  /** Only the first host on the page shows the form, so that a page may bring one of its own. */
  shows(host: object): boolean {
    return this.#first === host;
  }

  host(host: object): () => void {
    this.#hosts.push(host);
    this.#first = this.#hosts[0] ?? null;
    return () => {
      this.#hosts.splice(this.#hosts.indexOf(host), 1);
      this.#first = this.#hosts[0] ?? null;
    };
  }
}

export const entry = new Entry();

/** Opens a form over whatever is on the screen; the focus goes back there afterwards. */
export function openEntry(request: EntryRequest): void {
  entry.open(request);
}

/** Under which name what was typed is kept: that of the record, or of the form for a new one. */
export function draftIdOf(request: EntryRequest): string {
  if (request.kind === 'price') return `price ${request.assetId}`;
  if (request.id === undefined) return `new ${request.kind}`;
  // An asset's draft has borne the bare id since before there were other forms.
  return request.kind === 'asset' ? request.id : `${request.kind} ${request.id}`;
}

/** The form that a draft was typed in. */
export function requestOf({ id, values }: Pick<Draft, 'id' | 'values'>): EntryRequest {
  const [first = '', second] = id.split(' ');
  if (second === undefined) return { kind: 'asset', id: first };
  if (first === 'price') return { kind: 'price', assetId: second };
  const kind = first === 'new' ? second : first;
  const known = kind === 'transaction' || kind === 'account' ? kind : 'asset';
  if (first === 'new') return { kind: known };
  const { keptAccountId, keptDate } = values;
  return known === 'transaction' && keptAccountId !== undefined && keptDate !== undefined
    ? { kind: known, id: second, at: { accountId: keptAccountId, date: keptDate } }
    : { kind: known, id: second };
}
