/** Backups with attachments: one zip of a verified backup and of the files that its records name. */
export {
  bundleLimits,
  readBundle,
  writeBundle,
  type AttachmentName,
  type Bundle,
  type BundledAttachment,
  type BundleOptions
} from './bundle';
export { mostEntries, isZip } from './read-zip';
