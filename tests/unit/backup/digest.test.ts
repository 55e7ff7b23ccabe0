import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BLOCK_BYTES, BlockDigest, digestOf } from '../../../src/lib/backup/format/digest';
import { seed } from '../../support/seed';

/** The same by the definition, with another library. */
function byDefinition(bytes: Uint8Array): string {
  const outer = createHash('sha256');
  for (let at = 0; at < bytes.length; at += BLOCK_BYTES) {
    outer.update(
      createHash('sha256')
        .update(bytes.subarray(at, at + BLOCK_BYTES))
        .digest()
    );
  }
  return outer.digest('hex');
}

test('of nothing: the SHA-256 of nothing', async () => {
  expect(await digestOf('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});

test('of a short text: the SHA-256 of its SHA-256', async () => {
  expect(await digestOf('{"id":"ü"}\n')).toBe(byDefinition(Buffer.from('{"id":"ü"}\n')));
});

test('does not depend on how the bytes arrive, and takes a copy of them', async () => {
  const bytes = new Uint8Array(3 * BLOCK_BYTES + 17).map((_, at) => (at * 31) % 251);
  const expected = byDefinition(bytes);
  const { seed: from, numRuns } = seed(8);
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 2 * BLOCK_BYTES }), { maxLength: 6 }), async (cuts) => {
      const digest = new BlockDigest();
      let at = 0;
      for (const cut of [...cuts, bytes.length]) {
        const piece = bytes.slice(at, at + cut);
        digest.update(piece);
        piece.fill(0);
        at += cut;
      }
      expect(await digest.finish()).toBe(expected);
    }),
    { seed: from, numRuns }
  );
});

test('one changed bit, or bytes moved over the edge of a block, change it', async () => {
  const of = (bytes: Uint8Array) => {
    const digest = new BlockDigest();
    digest.update(bytes);
    return digest.finish();
  };
  const bytes = new Uint8Array(BLOCK_BYTES + 5);
  const flipped = bytes.slice();
  flipped[BLOCK_BYTES + 1] = 1;
  const digests = await Promise.all([
    of(bytes),
    of(flipped),
    of(bytes.subarray(1)),
    of(bytes.subarray(0, BLOCK_BYTES))
  ]);
  expect(new Set(digests).size).toBe(4);
});
