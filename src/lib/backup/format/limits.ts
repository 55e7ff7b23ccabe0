/** How large a snapshot may be before it is refused: bounds on what a hostile or damaged file can make us do. */
export interface SnapshotLimits {
  /** Bytes of the file as it lies. */
  readonly fileBytes: number;
  /** Bytes after decompression, counted while they stream. */
  readonly inflatedBytes: number;
  /** Bytes of one line, and so of one record. */
  readonly lineBytes: number;
  /** Nesting of lists and objects in one record. */
  readonly depth: number;
  /** Lists and objects in one long line: each takes many times the memory of its two characters. */
  readonly parts: number;
  readonly records: number;
}

export const snapshotLimits: SnapshotLimits = {
  fileBytes: 4 * 2 ** 30,
  inflatedBytes: 16 * 2 ** 30,
  lineBytes: 64 * 2 ** 20,
  depth: 100,
  parts: 4_000_000,
  records: 100_000_000
};
