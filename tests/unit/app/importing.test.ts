import { beforeEach, describe, expect, it } from 'vitest';
import { createApp, type App } from '../../../src/lib/app';
import type { ImportState } from '../../../src/lib/app/contract';
import { failureMessage } from '../../../src/lib/app/worker/failure-message';
import { perform } from '../../../src/lib/app/worker/perform';
import { currentVersion } from '../../../src/lib/schema';
import { memoryServices, portfolioAt, stored, type MemoryServices } from '../data/memory-services';
import { ids, smallPortfolio } from '../data/small-portfolio';
import * as files from '../import/files';
import { FakeChannel, FakeLocks, fakeWindow, Refusal } from './fakes';

let services: MemoryServices;
let app: App;

/** A window whose worker is the real one over storage in memory. */
beforeEach(async () => {
  services = memoryServices();
  await portfolioAt(services, currentVersion, {
    settings: smallPortfolio['settings'] ?? [],
    persons: smallPortfolio['persons'] ?? [],
    accounts: smallPortfolio['accounts'] ?? []
  });
  const window = fakeWindow('a', new FakeLocks(), new FakeChannel(), async ({ job, signal, progress }) => {
    try {
      return await perform(services, job, { signal, progress });
    } catch (error) {
      const { code, message } = failureMessage(error);
      throw new Refusal(code, message);
    }
  });
  app = createApp({ ...window.surroundings, today: () => '2026-01-31' });
  await app.boot.start();
});

function state<K extends ImportState['kind']>(kind: K): Extract<ImportState, { kind: K }> {
  const { state: now } = app.importing;
  if (now.kind !== kind) throw new Error(`It is ${JSON.stringify(now).slice(0, 500)}.`);
  return now as Extract<ImportState, { kind: K }>;
}

function file(text: string, name = 'file.csv'): File {
  return new File([text], name);
}

describe('from a file to its end', () => {
  it('a known format goes straight to its rows; run, undo', async () => {
    const reading = app.importing.chooseFile(file(files.trading212, 'mine.csv'));
    expect(app.importing.state).toMatchObject({ kind: 'reading', name: 'mine.csv' });
    await reading;
    expect(state('rows').rows.button).toBe('Import 6 transactions');
    const running = app.importing.run();
    expect(app.importing.state).toMatchObject({ kind: 'running', cancelling: false });
    await running;
    expect(state('done')).toMatchObject({ undone: false, summary: { name: 'mine.csv', bookings: 6 } });
    expect(await stored(services, 'transactions')).not.toEqual([]);
    await app.importing.undo();
    expect(state('done').undone).toBe(true);
    expect(await stored(services, 'transactions')).toEqual([]);
    await app.importing.leave();
    expect(app.importing.state).toEqual({ kind: 'idle' });
  });

  it('an unknown one stops at its columns until nothing is missing', async () => {
    await app.importing.chooseFile(
      file(files.lines('Tag;Was;Wieviel', '13.01.2024;Zauberei;5,00', '14.01.2024;Gebühr;1,00'))
    );
    expect(state('columns').columns.missing).not.toEqual([]);
    await app.importing.showRows();
    expect(app.importing.state.kind).toBe('columns');
    await app.importing.setMapping({ columns: { 0: 'date', 1: 'type', 2: 'net' }, currency: 'EUR' });
    await app.importing.setAccount('', { id: ids.bank });
    expect(state('columns').columns).toMatchObject({
      missing: [],
      words: [
        { word: 'Zauberei', meaning: null },
        { word: 'Gebühr', meaning: 'fee' }
      ]
    });
    await app.importing.showRows();
    expect(state('rows').rows.counts).toMatchObject({ ready: 1, wrong: 1 });
    app.importing.showColumns();
    await app.importing.setMapping({ words: { Zauberei: 'deposit' } });
    await app.importing.showRows();
    expect(state('rows').rows.counts).toMatchObject({ ready: 2, wrong: 0 });
  });

  it('decisions on rows count, and a window of one status is shown', async () => {
    await app.importing.chooseFile(file(files.schwab));
    await app.importing.show({ from: 0, count: 10, filter: 'doubtful' });
    const [spinOff] = state('rows').rows.window;
    expect(state('rows').rows).toMatchObject({ filter: 'doubtful', matching: 1 });
    const before = state('rows').rows.counts.taken;
    await app.importing.decide([spinOff?.index ?? -1], 'take');
    expect(state('rows').rows.counts.taken).toBe(before + 1);
    expect(state('rows').rows.window[0]).toMatchObject({ decision: 'take', taken: true });
    await app.importing.decideAll('ready', 'leave');
    expect(state('rows').rows.counts.taken).toBe(1);
    await app.importing.decideAll('ready', null);
    expect(state('rows').rows.counts.taken).toBe(before + 1);
  });

  it('several files come one after another', async () => {
    await app.importing.chooseFiles([file('%PDF-1.7', 'a.pdf'), file(files.degiro, 'b.csv')]);
    expect(state('refused')).toMatchObject({
      name: 'a.pdf',
      sentence: 'This is a PDF document and no table. Choose a CSV export.'
    });
    expect(app.importing.waiting).toEqual(['b.csv']);
    await app.importing.leave();
    expect(state('rows').columns.format).toBe('DEGIRO, account statement');
    expect(app.importing.waiting).toEqual([]);
  });

  it('a file that is too large is refused with what to do, and nothing was changed', async () => {
    const large = new File([new Uint8Array(70 * 1024 * 1024)], 'ten years.csv', { type: 'text/csv' });
    await app.importing.chooseFile(large);
    expect(state('refused')).toEqual({
      kind: 'refused',
      name: 'ten years.csv',
      sentence:
        'This file has 70 MB, and at most 64 MB are read at once. Export one year at a time, or a shorter period, and import the files one after the other.'
    });
    expect(await stored(services, 'transactions')).toEqual([]);
  });

  it('a cancelled run leaves everything as it was, and the rows can be gone back to', async () => {
    await app.importing.chooseFile(file(files.trading212));
    const running = app.importing.run();
    app.importing.cancel();
    expect(state('running').cancelling).toBe(true);
    await running;
    expect(state('failed')).toMatchObject({ cancelled: true });
    expect(await stored(services, 'transactions')).toEqual([]);
    await app.importing.retry();
    expect(state('rows').rows.counts.taken).toBe(6);
  });

  it('is not undone over what was changed after it', async () => {
    await app.importing.chooseFile(file(files.trading212));
    await app.importing.run();
    await app.records.load();
    const [account] = app.records.lists?.accounts ?? [];
    await app.records.closeAccount(account?.id ?? '', '2026-01-01');
    await expect(app.importing.undo()).rejects.toThrow('Undo that first');
    expect(state('done')).toMatchObject({ undone: false, busy: false });
  });

  it('a security that the person names goes to that asset', async () => {
    await app.importing.chooseFile(file(files.trading212));
    const [found] = state('rows').columns.assets;
    const make = {
      name: 'My own name',
      isin: 'US0000000011',
      symbol: 'AAA',
      assetType: 'reit',
      country: 'US',
      currency: 'USD'
    } as const;
    await app.importing.setAsset(found?.key ?? '', { make });
    expect(state('rows').columns.assets[0]).toMatchObject({ label: 'My own name', choice: { make } });
    await app.importing.run();
    expect(await stored(services, 'assets')).toMatchObject([{ name: 'My own name', assetType: 'reit' }]);
  });
});
