import { canonicalLine, openExisting, readDatabase, settled } from './reader.js';
import { createDatabase, editDatabase, layout, readRow } from './writer.js';

Object.assign(window, {
  raw: { canonicalLine, createDatabase, editDatabase, layout, openExisting, readDatabase, readRow, settled }
});
