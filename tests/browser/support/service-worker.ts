import type { Page } from 'playwright-core';

/** Waits until the build that the page runs is kept in the browser whole. */
export async function untilKept(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (navigator.serviceWorker.controller) return;
    await new Promise((resolve) =>
      navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true })
    );
  });
}

/** Has the browser ask the server for another build, as it does every hour. */
export async function lookForUpdate(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update().catch(() => undefined);
  });
}

/** What the service worker has kept: names of its caches, and how many files each holds. */
export function keptBuilds(page: Page): Promise<readonly { name: string; files: number }[]> {
  return page.evaluate(async () =>
    Promise.all(
      (await caches.keys())
        .filter((name) => name.startsWith('ww-build-'))
        .map(async (name) => ({ name, files: (await (await caches.open(name)).keys()).length }))
    )
  );
}
