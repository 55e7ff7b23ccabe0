/** Where the story finds things on the screens. What a screen calls them changes here alone. */
import type { Target } from './port';

const button = (name: string | RegExp): Target => ({ role: 'button', name });
const heading = (name: string | RegExp): Target => ({ role: 'heading', name });
const text = (name: string | RegExp): Target => ({ role: 'text', name });
const field = (name: string | RegExp): Target => ({ role: 'field', name });
const option = (name: string | RegExp): Target => ({ role: 'option', name });

export const paths = {
  list: '',
  asset: (id: string) => `asset/${encodeURIComponent(id)}?edit`,
  upgrade: 'upgrade',
  data: 'data',
  restore: 'restore',
  rollback: 'rollback'
} as const;

export const firstRun = {
  shown: heading('Your portfolio, kept on this device'),
  hundredAssets: option('100'),
  version: field('Data version'),
  begin: button('Try with sample data')
};

export const list = {
  shown: heading('Overview'),
  atVersion: (version: string) => text(`data version ${version}`)
};

export const asset = { notes: field('Notes'), save: button('Save'), saved: text(/^Done: /) };

export const upgrade = {
  shown: heading('Upgrade your data'),
  start: button('Upgrade now'),
  done: heading('Your data is now at version 1.3.0'),
  sameFigures: text(/all are the same to the last digit/)
};

export const data = {
  shown: heading('Data'),
  backUp: button('Back up now'),
  backedUp: text(/read back and verified/),
  check: button(/^Check (my data|again)$/),
  sound: text('Your data is sound')
};

export const recovery = {
  shown: heading('Your portfolio is not where it was'),
  look: button(/^Look at it/),
  preview: heading('What is in it'),
  restore: button('Restore it'),
  done: list.shown
};

export const rollback = {
  to: (version: string) => button(version),
  goBack: (version: string) => button(`Go back to ${version}`),
  done: (version: string) => text(new RegExp(`Your data is at version ${version.replaceAll('.', '\\.')}`))
};
