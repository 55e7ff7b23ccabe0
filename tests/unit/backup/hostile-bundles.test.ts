/** Zip files from anywhere: never a crash, never more read than the file holds, always a reason in words. */
import { deflateRawSync } from 'node:zlib';
import { zipSync } from 'fflate';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readBundle } from '../../../src/lib/backup/bundle';
import { MigrationError } from '../../../src/lib/migration';
import { backupName, digestOf, entriesOf, idOf, zipOf, type Entry } from '../../support/bundles';
import { seed } from '../../support/seed';

const text = (value: string): Uint8Array => new TextEncoder().encode(value);
const scan = { name: 'scan.pdf', content: text('a scan') };
const other = { name: 'other.pdf', content: text('another one') };

/** What is said of a file; null where it is taken. */
async function refusal(bytes: Uint8Array): Promise<string | null> {
  try {
    return (await readBundle(new Blob([new Uint8Array(bytes)]))) === null ? 'no zip' : null;
  } catch (error) {
    if (!(error instanceof MigrationError)) throw error;
    expect(error.code).toBe('backupFailed');
    expect(error.message).toMatch(/^Backup failed: [A-Z].*[.…]$/s);
    expect(error.message).not.toMatch(/undefined|\[object|NaN/);
    return error.message;
  }
}

const withEntry = async (entry: Entry): Promise<Uint8Array> => zipOf([...entriesOf([scan]), entry]);
const listing = (change: (manifest: Record<string, unknown>) => unknown): Promise<Uint8Array> =>
  zipOf(entriesOf([scan], change));
const first = (change: object) => (manifest: Record<string, unknown>) => ({
  ...manifest,
  attachments: [{ ...(manifest['attachments'] as object[])[0], ...change }]
});

/** A 32-bit number of the zip's own records, overwritten. */
function patched(zip: Uint8Array, at: number, value: number): Uint8Array {
  const copy = new Uint8Array(zip);
  new DataView(copy.buffer).setUint32(at, value, true);
  return copy;
}
const signature = (zip: Uint8Array, bytes: readonly number[], nth = 0): number => {
  const places = [...zip.keys()].filter((at) => bytes.every((byte, offset) => zip[at + offset] === byte));
  return places[nth] ?? -1;
};
const central = [0x50, 0x4b, 1, 2];

describe('a zip of a stranger is refused with its reason', () => {
  test.each<[string, () => Promise<Uint8Array> | Uint8Array, RegExp]>([
    ['a holiday’s pictures', () => zipOf([{ name: 'beach.jpg', content: text('x') }]), /no backup of this app.*beach/],
    ['an empty zip', () => zipOf([]), /is empty/],
    ['a packed one', () => zipSync({ 'manifest.json': text('{}'.repeat(500)) }), /packed anew/],
    [
      'a name that leads out',
      () => withEntry({ name: '../../outside.txt', content: text('x') }),
      /‘\.\.\/\.\.\/outside/
    ],
    ['an absolute name', () => withEntry({ name: '/etc/passwd', content: text('x') }), /does not name/],
    ['a name of Windows', () => withEntry({ name: 'C:\\a.txt', content: text('x') }), /does not name/],
    ['a folder', () => withEntry({ name: 'attachments/', content: text('') }), /does not name/],
    ['a second manifest', () => withEntry({ name: 'manifest.json', content: text('{}') }), /‘manifest\.json’ twice/],
    ['a second backup', () => withEntry({ name: backupName, content: text('x') }), /twice/],
    ['another zip in it', () => withEntry({ name: 'inner.zip', content: text('PK') }), /‘inner\.zip’/],
    ['no manifest', async () => zipOf(entriesOf([scan]).filter(({ name }) => name !== 'manifest.json')), /no backup/],
    ['no backup', async () => zipOf(entriesOf([scan]).filter(({ name }) => name !== backupName)), /is missing/],
    ['no attachment', async () => zipOf(entriesOf([scan]).slice(0, 2)), /‘scan\.pdf’ is missing/],
    ['a list that is no JSON', () => zipOf([{ name: 'manifest.json', content: text('[') }]), /cannot be read/],
    ['a list of another form', () => listing(() => ({ format: 'x' })), /look at format/],
    ['a list of a newer app', () => listing((all) => ({ ...all, minReaderVersion: 2 })), /newer version of the app/],
    [
      'a backup by a path',
      () => listing((all) => ({ ...all, backup: '../WealthWise_Backup_1.json.gz' })),
      /look at backup/
    ],
    ['a name that is a path', () => listing(first({ name: '../a.pdf' })), /look at attachments\.0\.name/],
    ['an id that is a path', () => listing(first({ id: '../../backups/x' })), /look at attachments\.0\.id/],
    ['a lie about the place', () => listing(first({ file: backupName })), /‘scan\.pdf’ is missing/],
    ['a lie about the size', () => listing(first({ bytes: 5 })), /not the size/],
    ['a size below nothing', () => listing(first({ bytes: -1 })), /look at attachments\.0\.bytes/],
    [
      'the same attachment twice',
      () =>
        listing((all) => {
          const [one] = all['attachments'] as object[];
          return { ...all, attachments: [one, one] };
        }),
      /names the attachment ‘scan\.pdf’ twice/
    ],
    [
      'more than 4 GB by naming one file often',
      async () => {
        const bytes = 60_000_000;
        return listing((all) => {
          const [one] = all['attachments'] as object[];
          return { ...all, attachments: Array.from({ length: 80 }, (_, at) => ({ ...one, id: idOf(at), bytes })) };
        });
      },
      /more than 4 GB/
    ],
    [
      'an attachment that was changed',
      async () => {
        const zip = await zipOf(entriesOf([scan]));
        const at = signature(zip, [...text('a scan')]);
        return patched(zip, at, 0x41414141);
      },
      /‘scan\.pdf’ is damaged/
    ],
    [
      'a size that reaches into the next entry',
      async () => {
        const zip = await zipOf(entriesOf([scan, other]));
        const at = signature(zip, central, 2);
        return patched(patched(zip, at + 20, 300), at + 24, 300);
      },
      /larger than what is in it|contradicts itself/
    ],
    [
      'two entries at one place',
      async () => {
        const zip = await zipOf(entriesOf([scan, other]));
        const [second, third] = [signature(zip, central, 2), signature(zip, central, 3)];
        return patched(zip, third + 42, new DataView(zip.buffer).getUint32(second + 42, true));
      },
      /not written by this app/
    ],
    [
      'a header that says something else',
      async () => {
        const zip = await zipOf(entriesOf([scan]));
        return patched(zip, 18, 1);
      },
      /contradicts itself/
    ],
    [
      'bytes before it',
      async () => new Uint8Array([...text('PK\u0003\u0004'), ...(await zipOf(entriesOf([scan])))]),
      /cut off/
    ],
    ['a remark behind it', async () => new Uint8Array([...(await zipOf(entriesOf([scan]))), 0x20]), /cut off/],
    [
      'a claim of 65,535 entries',
      async () => {
        const zip = await zipOf(entriesOf([scan]));
        return patched(zip, zip.length - 14, 0xffffffff);
      },
      /names 65535 files/
    ]
  ])('%s', async (_, make, reason) => {
    expect(await refusal(await make())).toMatch(reason);
  });

  test('a bomb: nothing is ever unpacked, so a megabyte stays a megabyte', async () => {
    const zeros = new Uint8Array(1_000_000);
    const packed = deflateRawSync(zeros);
    expect(packed.length).toBeLessThan(2_000);
    const zip = await zipOf(entriesOf([{ name: 'zeros.pdf', content: new Uint8Array(packed) }]));
    // It says that the content is packed and comes to a megabyte: in the header, and in the table of contents.
    const local = signature(zip, [0x50, 0x4b, 3, 4], 2);
    const line = signature(zip, central, 2);
    const view = new DataView(zip.buffer);
    for (const [at, field] of [
      [local + 8, 8],
      [line + 10, 8]
    ] as const)
      view.setUint16(at, field, true);
    view.setUint32(local + 22, zeros.length, true);
    view.setUint32(line + 24, zeros.length, true);
    expect(await refusal(zip)).toMatch(/packed anew/);
  });
});

test('a file cut at every byte is refused', { timeout: 60_000 }, async () => {
  const whole = await zipOf(entriesOf([scan, other]));
  expect(await refusal(whole)).toBeNull();
  for (let length = 0; length < whole.length; length++)
    expect([length, await refusal(whole.subarray(0, length))]).not.toEqual([length, null]);
});

/** Bytes of the two times in headers mean nothing to us; everything else does. */
test('a flipped bit anywhere is refused, or means nothing', { timeout: 120_000 }, async () => {
  const whole = await zipOf(entriesOf([scan, other]));
  const sound = await readBundle(new Blob([whole]));
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(7), async (at, bit) => {
      const changed = new Uint8Array(whole);
      changed[at] = (changed[at] ?? 0) ^ (1 << bit);
      const said = await refusal(changed);
      if (said !== null) return;
      const read = await readBundle(new Blob([changed]));
      const facts = async (bundle: typeof read) =>
        Promise.all((bundle?.attachments ?? []).map(async ({ content, ...rest }) => [rest, await content.text()]));
      expect(await facts(read)).toEqual(await facts(sound));
    }),
    seed(2_000)
  );
});

test('any entries with any names are refused, but for the sound ones', { timeout: 120_000 }, async () => {
  const name = fc.oneof(
    fc.string(),
    fc.constantFrom('manifest.json', backupName, '../x', 'attachments/..', `attachments/${digestOf(scan.content)}.pdf`)
  );
  const entry = fc.record({ name, content: fc.uint8Array({ maxLength: 50 }) });
  await fc.assert(
    fc.asyncProperty(fc.array(entry, { maxLength: 4 }), fc.boolean(), async (entries, beside) => {
      const zip = await zipOf(beside ? [...entriesOf([scan]), ...entries] : entries);
      const said = await refusal(zip);
      if (beside && entries.length === 0) expect(said).toBeNull();
      else expect(said).not.toBeNull();
    }),
    seed(1_000)
  );
});
