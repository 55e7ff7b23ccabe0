import type { BrowserContext } from 'playwright-core';

/**
 * Stops the clock of the app's worker at one instant, so that what it makes can be compared with what was made before.
 * The script that is served is the built one, with this line in front.
 */
export async function setClock(context: BrowserContext, instant: string): Promise<void> {
  const line = `{ const Real = Date, at = Real.parse(${JSON.stringify(instant)});
    globalThis.Date = class extends Real { constructor(...given) { given.length === 0 ? super(at) : super(...given); } static now() { return at; } }; }\n`;
  await context.route(/\/worker-[^/]+\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: line + (await response.text()) });
  });
}
