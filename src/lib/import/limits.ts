/** Bounds that no honest export comes near, so that a hostile file is refused before it fills the memory. */
export const limits = {
  /** Bytes of the file, and of what a zip holds once unpacked. */
  bytes: 64 * 1024 * 1024,
  rows: 500_000,
  columns: 1_000,
  /** Characters of one cell: the same as a spreadsheet's. */
  cell: 32_767,
  /** Characters of one record; a longer one means a quote that is never closed. */
  record: 1_000_000,
  /** Digits of one number, before and after the point together. */
  digits: 60
} as const;
