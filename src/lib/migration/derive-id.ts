/**
 * Ids of rows that a migration makes: always the same for the same data, so that every path ends at the same bytes.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * A UUID v8 (RFC 9562) from the step that makes the row, the id of the row it is made from, and its place among the
 * rows made from that one. Synchronous, because nothing else may be awaited inside a version-change transaction.
 */
export function deriveId(step: string, source: string, ordinal = 0): string {
  const bytes = sha256(utf8ToBytes(`${step}\u0000${source}\u0000${ordinal}`)).slice(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytesToHex(bytes);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
