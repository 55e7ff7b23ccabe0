/** Files kept by this app, and where documents say that they lie. */
export { AttachmentRefusedError, Attachments, mostBytes, type Read } from './attachments';
export { attachmentAt, attachmentsNamedIn, isAttachment, locationOf } from './names';
export { NamedFiles, namedAttachments, namingStores } from './named';
