import { crc32 as zlibCrc32, gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crc32, joinedCrc32 } from '../../../src/lib/backup/format/crc32';
import { PrefacedGzip } from '../../../src/lib/backup/format/prefaced-gzip';
import { seed } from '../../support/seed';
import { textOf } from './sources';

function collecting() {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  return {
    pieces,
    write: async (bytes: Uint8Array<ArrayBuffer>) => void pieces.push(bytes.slice()),
    close: async () => {},
    abort: async () => {}
  };
}

async function compressed(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** The body comes in pieces of `size` bytes; the preface after `early` of them. */
async function file(preface: string, body: string, size: number, early: number): Promise<Blob> {
  const sink = collecting();
  const gzip = new PrefacedGzip(sink);
  const bytes = await compressed(body);
  for (let at = 0, count = 0; at < bytes.length; at += size, count++) {
    if (count === early) await gzip.preface(preface);
    await gzip.write(bytes.slice(at, at + size));
  }
  if (early * size >= bytes.length) await gzip.preface(preface);
  await gzip.finish(new TextEncoder().encode(body).length);
  return new Blob(sink.pieces);
}

describe('a text put before a stream that is compressed already', () => {
  it('makes one gzip member that every reader reads, wherever the pieces are cut', async () => {
    const long = 'ä'.repeat(70_000);
    for (const preface of ['{"header":1}\n', '', long]) {
      for (const body of ['', 'x', 'lines\n'.repeat(5000)]) {
        for (const size of [1, 3, 7, 11, 64, 1e6]) {
          for (const early of [0, 2, 1e9]) {
            if (size < 11 && body.length > 1000 && preface === long) continue;
            const made = await file(preface, body, size, early);
            expect(await textOf(made)).toBe(preface + body);
            expect(gunzipSync(Buffer.from(await made.arrayBuffer())).toString()).toBe(preface + body);
          }
        }
      }
    }
  });

  it('lets nothing out before the preface, and holds nothing after it', async () => {
    const sink = collecting();
    const gzip = new PrefacedGzip(sink);
    const bytes = await compressed('abcdefgh'.repeat(1000));
    await gzip.write(bytes.slice(0, 30));
    expect(sink.pieces).toHaveLength(0);
    expect(gzip.held).toBe(30 - 10 - 8);
    await gzip.preface('first\n');
    expect(gzip.held).toBe(0);
    const out = sink.pieces.length;
    await gzip.write(bytes.slice(30));
    expect(gzip.held).toBe(0);
    expect(sink.pieces.length).toBeGreaterThan(out);
  });

  it('keeps the order when bytes come while the preface is being written by a slow sink', async () => {
    const sink = collecting();
    const quick = sink.write;
    let first = true;
    sink.write = async (bytes) => {
      const slow = first;
      first = false;
      if (slow) await new Promise((resolve) => setTimeout(resolve, 20));
      await quick(bytes);
    };
    const gzip = new PrefacedGzip(sink);
    const body = Array.from({ length: 5000 }, (_, at) => `line ${at * 7919}\n`).join('');
    const bytes = await compressed(body);
    await gzip.write(bytes.slice(0, 4000));
    const written = [gzip.preface('first\n'), gzip.write(bytes.slice(4000, 8000)), gzip.write(bytes.slice(8000))];
    await Promise.all(written);
    await gzip.finish(body.length);
    expect(await textOf(new Blob(sink.pieces))).toBe(`first\n${body}`);
  });

  it('refuses to end what is cut off or has no preface', async () => {
    const bytes = await compressed('abc');
    const without = new PrefacedGzip(collecting());
    await without.write(bytes);
    await expect(without.finish(3)).rejects.toThrow('not whole');
    const cut = new PrefacedGzip(collecting());
    await cut.preface('x');
    await cut.write(bytes.slice(0, 12));
    await expect(cut.finish(3)).rejects.toThrow('not whole');
  });

  it('refuses a head with fields of its own, which it would not know how to leave out', async () => {
    const bytes = await compressed('abc');
    bytes[3] = 8;
    await expect(new PrefacedGzip(collecting()).write(bytes)).rejects.toThrow('not known');
  });
});

describe('check sums', () => {
  it('are those of zlib, also when put together from two stretches', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), (first, second) => {
        const both = new Uint8Array([...first, ...second]);
        expect(crc32(both)).toBe(zlibCrc32(both));
        expect(joinedCrc32(crc32(first), crc32(second), second.length)).toBe(zlibCrc32(both));
      }),
      seed()
    );
  });

  it('are right for a second stretch of more than four gigabytes', () => {
    // Zeros, put together from doubled lengths.
    const zeros = (length: number): number => {
      if (length <= 1024) return zlibCrc32(new Uint8Array(length));
      const half = zeros(length / 2);
      return joinedCrc32(half, half, length / 2);
    };
    const length = 2 ** 33;
    const first = crc32(Uint8Array.of(1, 2, 3));
    const stepwise = joinedCrc32(joinedCrc32(first, zeros(length / 2), length / 2), zeros(length / 2), length / 2);
    expect(joinedCrc32(first, zeros(length), length)).toBe(stepwise);
  });
});
