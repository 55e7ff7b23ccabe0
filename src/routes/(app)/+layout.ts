import { app } from '$lib/app';
import type { LayoutLoad } from './$types';

/** Looks at the data at once, while the page is still being put together. */
export const load: LayoutLoad = ({ route }) => void app.boot.start(route.id === '/(app)');
