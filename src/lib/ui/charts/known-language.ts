/** uPlot asks `Intl` for the browser's language while it is loaded. */
import { knownTags } from '../../app/preferred-locale';

type Named = Pick<Navigator, 'language'>;

/**
 * A system without a language gives engines such a name as "C", which `Intl` refuses with an error: the chart would never
 * be there. While the part loads, the browser answers with a language that there is.
 */
export async function withKnownLanguage<Part>(load: () => Promise<Part>, browser: Named = navigator): Promise<Part> {
  if (knownTags([browser.language]).length > 0) return load();
  Object.defineProperty(browser, 'language', { configurable: true, value: 'en-US' });
  try {
    return await load();
  } finally {
    // The browser's own answer lies on its prototype and shows again.
    Reflect.deleteProperty(browser, 'language');
  }
}
