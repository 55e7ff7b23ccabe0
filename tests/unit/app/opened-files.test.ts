import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createApp, type App } from '../../../src/lib/app';
import { isTable, sharedFile } from '../../../src/lib/protocol';
import { read } from '../repository/imports';
import { FakeChannel, FakeLocks, fakeWindow, Refusal, settle, supportedAt, type FakeWindow } from './fakes';

const news = [{ version: '1.3.0', description: '', changes: [] }];

/** A window whose worker refuses every file: where a file went to can be seen all the same. */
function windowWith(shared: File | null = null): { app: App; window: FakeWindow } {
  const window = fakeWindow('a', new FakeLocks(), new FakeChannel(), async ({ job }) => {
    if (job.verb === 'inspect') return { finding: supportedAt('1.3.0'), news };
    if (job.verb === 'previewImport' || job.verb === 'previewRestore') throw new Refusal('unreadable', 'Not this one.');
    return null;
  });
  const takeSharedFile = async (): Promise<File | null> => {
    const file = shared;
    shared = null;
    return file;
  };
  return { app: createApp({ ...window.surroundings, takeSharedFile }), window };
}

const csv = new File(['a,b'], 'Statement.CSV');
const backup = new File(['{}'], 'WealthWise_Backup_2026-01-31_08-00-00.json.gz');
const asked = ({ jobs }: FakeWindow) => jobs.map(({ verb }) => verb).filter((verb) => verb.startsWith('preview'));

describe('a file from outside', () => {
  it('a table that the app was opened with is read for the import, once the data is open', async () => {
    const { app, window } = windowWith();
    window.open(csv);
    await settle();
    expect(asked(window)).toEqual([]);
    await app.boot.start();
    await settle();
    expect(asked(window)).toEqual(['previewImport']);
    expect(app.importing.state).toMatchObject({ kind: 'refused', name: csv.name });
    expect(app.restore.state.kind).toBe('idle');
  });

  it('a backup that the app was opened with is looked at, whether or not the data is open', async () => {
    const { app, window } = windowWith();
    window.open(backup);
    await settle();
    expect(asked(window)).toEqual(['previewRestore']);
    expect(app.restore.state).toMatchObject({ kind: 'refused', name: backup.name });
    expect(app.importing.state.kind).toBe('idle');
  });

  it.each([
    [csv, 'previewImport'],
    [backup, 'previewRestore']
  ])('%s, shared by another app, goes the same way', async (file, verb) => {
    const { app, window } = windowWith(file);
    await app.boot.start();
    await settle();
    expect(asked(window)).toEqual([verb]);
  });
});

describe('the manifest', () => {
  const manifest = JSON.parse(read('static/manifest.webmanifest')) as {
    file_handlers: readonly { action: string; accept: Readonly<Record<string, readonly string[]>> }[];
    share_target: { action: string; method: string; params: { files: readonly { name: string; accept: string[] }[] } };
    shortcuts: readonly { url: string }[];
  };
  const handled = manifest.file_handlers.flatMap(({ action, accept }) =>
    Object.values(accept).flatMap((ends) => ends.map((end) => ({ action, end })))
  );

  it('leads to pages that there are, and files of each kind to the page that reads them', () => {
    for (const path of [...handled.map(({ action }) => action), ...manifest.shortcuts.map(({ url }) => url)]) {
      const folder = path.replace(/^\.\/?/, '');
      expect(existsSync(`src/routes/(app)/${folder}/+page.svelte`), path).toBe(true);
    }
    for (const { action, end } of handled) expect(action, end).toBe(isTable(`x${end}`) ? './import' : './restore');
  });

  it('takes from the share sheet, in the field that the service worker reads, what it opens as a file', () => {
    const { action, method, params } = manifest.share_target;
    const [taken] = params.files;
    expect([action, method, taken?.name]).toEqual([`.${sharedFile.key}`, 'POST', sharedFile.field]);
    expect(taken?.accept).toEqual(expect.arrayContaining(handled.map(({ end }) => end)));
  });
});
