/** What the gate says while it waits, so that it can be said in other languages. */
import { said, Sentences } from '../i18n';

export const sentences = new Sentences([
  said('Looking at your data…'),
  said('Your data is being updated in another window. Nothing is lost. {message}'),
  said('Another window is working on your data. This one goes on as soon as it is done.'),
  said('Your data could not be opened. Nothing was changed.')
]);
