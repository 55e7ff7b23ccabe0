import { app } from '$lib/app';

/** Looks at the data at once, while the page is still being put together. */
export const load = (): void => void app.boot.start();
