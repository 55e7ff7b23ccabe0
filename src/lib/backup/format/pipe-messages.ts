/** What a pipe and its helper in a worker say to each other. */

export type ToHelper =
  /** Text, encoded. */
  | { readonly kind: 'text'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'begin' }
  | { readonly kind: 'end' }
  | { readonly kind: 'close' };

export type FromHelper =
  /** It has started, and will take what is sent. */
  | { readonly kind: 'ready' }
  /** So many bytes more of text have been compressed, to so many bytes in all. */
  | { readonly kind: 'taken'; readonly length: number; readonly produced: number }
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array<ArrayBuffer> }
  /** For each `end`, in their order. */
  | { readonly kind: 'digest'; readonly digest: string }
  /** After `close`, and after all bytes: how many bytes of text there were. */
  | { readonly kind: 'closed'; readonly length: number }
  | { readonly kind: 'failed'; readonly reason: string };
