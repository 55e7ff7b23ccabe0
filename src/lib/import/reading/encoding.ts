/** Which characters the bytes of a file stand for. */

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** From the first bytes: a byte order mark, or the zeros that UTF-16 puts beside every Latin letter. */
export function sniffEncoding(head: Uint8Array): Encoding {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  const zeros = [0, 0];
  const looked = Math.min(head.length, 2_000) & ~1;
  for (let at = 0; at < looked; at++) if (head[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > looked / 5 && even < odd / 10) return 'utf-16le';
  if (even > looked / 5 && odd < even / 10) return 'utf-16be';
  return 'utf-8';
}

/** Bytes that no text has: a program, a picture, a spreadsheet of the old kind. */
export function looksBinary(head: Uint8Array, encoding: Encoding): boolean {
  if (encoding.startsWith('utf-16')) return false;
  let odd = 0;
  const looked = Math.min(head.length, 8_000);
  for (let at = 0; at < looked; at++) {
    const byte = head[at] as number;
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) odd++;
  }
  return odd > looked / 50;
}

/** Throws a `TypeError` at bytes that are no UTF-8, so that the reader starts again with Windows-1252. */
export function decoderFor(encoding: Encoding): TextDecoder {
  return new TextDecoder(encoding, { fatal: encoding === 'utf-8' });
}
