/** Files kept by this app, and where documents say that they lie. */
export { AttachmentRefusedError, Attachments, mostBytes } from './attachments';
export { attachmentAt, attachmentsNamedIn, isAttachment, locationOf } from './names';
export { namedAttachments } from './named';
