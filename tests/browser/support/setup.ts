import { build } from '../../run/build.mjs';
import { buildHarness } from './harness-build';

/** Once per run: the app as it ships, and the harness page. */
export default async function setup(): Promise<void> {
  await build();
  await buildHarness();
}
