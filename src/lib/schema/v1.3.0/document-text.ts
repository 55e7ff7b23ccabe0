/**
 * The old way to note a document: `kind|YYYY-MM-DD|title|location` in one text, a bar inside a part written `\|`.
 * People left parts out, wrote a bare file name or an address, or more parts than four. Whatever they wrote is read as
 * well as it can be, and never thrown away: the text itself stays with the document.
 */
import { isDay } from '../v1.0.0/shapes';
import type { LocationKind } from './documents';

/** What a text says about a document. */
export interface DocumentFacts {
  readonly kind: string;
  readonly title: string;
  readonly issued?: string | undefined;
  readonly issuedText?: string | undefined;
  readonly expires?: string | undefined;
  readonly locationKind: LocationKind;
  readonly location?: string | undefined;
  readonly moreParts?: readonly string[] | undefined;
}

const KIND_UNKNOWN = 'other';
/** Begins the further part that carries the day of expiry, which the old form has no place for. */
const EXPIRES = 'expires ';
const LONGEST_EXTENSION = 5;

/** The facts in a text; null where it says nothing at all (blanks and bars only). */
export function readDocumentText(text: string): DocumentFacts | null {
  if (isWholeAddress(text)) return bare(text);
  const parts = partsOf(text);
  if (parts.every((part) => part === '')) return null;
  const [first = '', second = '', title = '', location = '', ...rest] = parts;
  if (parts.length === 1) return bare(first);

  let expires: string | undefined;
  const more: string[] = [];
  for (const part of rest) {
    const day = part.startsWith(EXPIRES) ? part.slice(EXPIRES.length) : '';
    if (expires === undefined && isDay(day)) expires = day;
    else more.push(part);
  }
  return {
    kind: first || KIND_UNKNOWN,
    title: title || lastSegment(location) || first || second || (more.find((part) => part !== '') ?? KIND_UNKNOWN),
    ...(isDay(second) ? { issued: second } : second === '' ? {} : { issuedText: second }),
    ...(expires === undefined ? {} : { expires }),
    locationKind: locationKindOf(location),
    ...(location === '' ? {} : { location }),
    ...(more.length === 0 ? {} : { moreParts: more })
  };
}

/** A text that reads back as these facts. */
export function writeDocumentText(facts: DocumentFacts): string {
  const { kind, issued, issuedText, title, location, expires, moreParts = [] } = facts;
  const parts = [kind, issued ?? issuedText ?? '', title, location ?? '', ...moreParts];
  if (expires !== undefined) parts.push(EXPIRES + expires);
  const text = parts.map(escaped).join('|');
  // A blank in front keeps a kind that looks like an address from being read as one.
  return isWholeAddress(text) ? ` ${text}` : text;
}

/** The text of a document: the one it was made from, unless the person has changed something since. */
export function textOfDocument(document: DocumentFacts & { readonly original?: string | undefined }): string {
  if (document.original === undefined) return writeDocumentText(document);
  const facts = readDocumentText(document.original);
  return facts !== null && sameFacts(facts, document) ? document.original : writeDocumentText(document);
}

function sameFacts(a: DocumentFacts, b: DocumentFacts): boolean {
  return (
    a.kind === b.kind &&
    a.title === b.title &&
    a.issued === b.issued &&
    a.issuedText === b.issuedText &&
    a.expires === b.expires &&
    a.locationKind === b.locationKind &&
    a.location === b.location &&
    (a.moreParts ?? []).length === (b.moreParts ?? []).length &&
    (a.moreParts ?? []).every((part, at) => part === b.moreParts?.[at])
  );
}

/** One part alone: an address, a file, or simply a name. */
function bare(part: string): DocumentFacts {
  const locationKind = part.includes('://') || isFileName(part) ? locationKindOf(part) : 'unknown';
  return locationKind === 'unknown'
    ? { kind: KIND_UNKNOWN, title: part, locationKind }
    : { kind: KIND_UNKNOWN, title: lastSegment(part) || part, locationKind, location: part };
}

/** Parts without the blanks around them; `\|` is a bar within a part, any other backslash is itself. */
function partsOf(text: string): string[] {
  if (!text.includes('\\|')) return text.split('|').map((part) => part.trim());
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (letter === '\\' && text.charAt(at + 1) === '|') {
      part += '|';
      at++;
    } else if (letter === '|') {
      parts.push(part.trim());
      part = '';
    } else part += letter;
  }
  parts.push(part.trim());
  return parts;
}

/** A part that ends in a backslash gets a blank, lest it escape the bar after it. */
function escaped(part: string): string {
  const text = part.includes('|') ? part.replaceAll('|', '\\|') : part;
  return text.endsWith('\\') ? `${text} ` : text;
}

/** The whole text is one address, in which a bar is only a letter. */
function isWholeAddress(text: string): boolean {
  const scheme = text.indexOf('://');
  return scheme > 1 && !/[\s]/.test(text) && /^[A-Za-z][A-Za-z0-9+.-]*$/.test(text.slice(0, scheme));
}

function locationKindOf(location: string): LocationKind {
  if (location === '') return 'unknown';
  if (location.includes('://')) return location.startsWith('file://') ? 'file' : 'url';
  return isFileName(location) ? 'file' : 'paper';
}

/** Ends in a dot and a short extension: `scan0042.pdf`. */
function isFileName(text: string): boolean {
  const dot = text.lastIndexOf('.');
  if (dot < 1 || dot === text.length - 1 || text.length - dot - 1 > LONGEST_EXTENSION) return false;
  for (let at = dot + 1; at < text.length; at++) {
    const code = text.charCodeAt(at) | 32;
    const digit = text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57;
    if (!digit && (code < 97 || code > 122)) return false;
  }
  return true;
}

function lastSegment(location: string): string {
  return location.slice(Math.max(location.lastIndexOf('/'), location.lastIndexOf('\\')) + 1).trim();
}
