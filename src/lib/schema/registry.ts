/** The history of WealthWise's data: append-only, one line per version. */
import { defineHistory } from '../migration';
import { v1_0_0 } from './v1.0.0';
import { v1_1_0 } from './v1.1.0';
import { v1_2_0 } from './v1.2.0';
import { v1_3_0 } from './v1.3.0';

export const history = defineHistory({
  name: 'WealthWise',
  lockPrefix: 'ww',
  versions: [v1_0_0, v1_1_0, v1_2_0, v1_3_0],
  moduleOf: (version) => `src/lib/schema/v${version}/index.ts`
});
