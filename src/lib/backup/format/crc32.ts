/** The check sum of gzip (RFC 1952) and zip, and that of two stretches from those of each. */

const POLYNOMIAL = 0xedb88320;

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ POLYNOMIAL : value >>> 1;
  return value;
});

/** `before`: the check sum of what came before these bytes. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 255] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}

/** The check sum of one stretch followed by another of `length` bytes: the first is shifted by that many zeros. */
export function joinedCrc32(first: number, second: number, length: number): number {
  let shift = zeroByte();
  let crc = first;
  for (let left = length; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) crc = times(shift, crc);
    shift = Uint32Array.from(shift, (column) => times(shift, column));
  }
  return (crc ^ second) >>> 0;
}

/** What eight zero bits do to a check sum, as a matrix over the field of two elements: one column per bit. */
function zeroByte(): Uint32Array {
  return Uint32Array.from({ length: 32 }, (_, bit) => {
    const value = 2 ** bit;
    return (table[value & 255] as number) ^ (value >>> 8);
  });
}

function times(matrix: Uint32Array, vector: number): number {
  let sum = 0;
  for (let bit = 0; bit < 32; bit++) if ((vector >>> bit) & 1) sum ^= matrix[bit] as number;
  return sum >>> 0;
}
