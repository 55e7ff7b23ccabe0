/** WealthWise's own history of data versions, bound to the migration library. */
import { latestVersion } from '../migration';
import { history } from './registry';

export { history };
export { createDataModelMigrations, defaultEnvironment } from './default-environment';

/** In order, the oldest first. */
export const supportedVersions: readonly string[] = history.versions.map(({ version }) => version);

/** The version that new data is made in: the last of them. */
export const currentVersion: string = latestVersion(history).version;
