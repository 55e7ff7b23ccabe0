/** Checksums of the version modules: shipped history is frozen. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const schema = join(import.meta.dirname, '..', '..', 'src', 'lib', 'schema');
const pins = join(import.meta.dirname, '..', 'fixtures', 'checksums.json');

/** SHA-256 over the names and texts of all files of a version's folder, line endings apart. */
export function moduleChecksum(version: string): string {
  const folder = join(schema, `v${version}`);
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) {
    hash.update(`${name}\n`);
    hash.update(readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n'));
  }
  return hash.digest('hex');
}

/** Version → the checksum that it shipped with. */
export function pinnedChecksums(): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(pins, 'utf8')) as Record<string, string>;
}
