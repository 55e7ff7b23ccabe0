/** A backup file of every data version in every format that was ever written: each is read and restored for ever. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { FORMAT_VERSION } from '../../../src/lib/backup/format/header';
import { currentVersion, supportedVersions } from '../../../src/lib/schema';
import { backupFolder } from '../../support/backup-writer';
import { golden } from '../../support/golden';
import { dump, makeWealth } from '../../support/wealth';

const files = readdirSync(backupFolder).sort();
const versionOf = (file: string): string => /data-(.+)\.json\.gz$/.exec(file)?.[1] ?? '';
const blobOf = (file: string): Blob => new Blob([new Uint8Array(readFileSync(join(backupFolder, file)))]);

it('there is one for every data version in every format', () => {
  const formats = Array.from({ length: FORMAT_VERSION }, (_, at) => at + 1);
  expect(files).toEqual(
    formats.flatMap((format) => supportedVersions.map((version) => `format-${format}-data-${version}.json.gz`))
  );
});

describe.each(files)('%s', (file) => {
  const version = versionOf(file);

  it('restores to what it was made of', async () => {
    const wealth = makeWealth();
    expect(await wealth.migrations.inspect()).toEqual({ kind: 'absent' });
    await wealth.migrations.restoreFromBackup(blobOf(file), undefined, { keepVersion: true });
    expect((await dump(wealth)).stores).toEqual(golden(version).stores);
  });

  it('restores brought to the newest version', async () => {
    const wealth = makeWealth();
    const report = await wealth.migrations.restoreFromBackup(blobOf(file));
    expect(report.toVersion).toBe(currentVersion);
    expect((await dump(wealth)).stores).toEqual(golden(currentVersion).stores);
  });
});
