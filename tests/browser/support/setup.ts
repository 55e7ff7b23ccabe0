import { build } from '../../run/build.mjs';
import { buildPrevious } from '../../run/previous-build.mjs';
import { buildHarness } from './harness-build';

/** Once per run: the app as it ships, the harness page, and the app as it was one data version before. */
export default async function setup(): Promise<void> {
  await build();
  await buildHarness();
  await buildPrevious();
}
