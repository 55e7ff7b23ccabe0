/** Where files lie outside IndexedDB: one small port and its adapters. */
export { cachePlace } from './cache';
export { choosePlace } from './choose';
export { findPlace, writeWhole, type FilePlace, type FileSink, type PlaceSource } from './file-place';
export { folderOwner, folderPlace, forgetFolder, recallFolder, reconnectFolder, rememberFolder } from './folder';
export { memoryPlace, type MemoryPlace } from './memory';
export { hasOpfs, opfsPlace } from './opfs';
