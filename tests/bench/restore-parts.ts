import { Rounds, type Figure } from './figures';
import { openBench } from './stage';

const ten = { assets: 10_000, transactions: 20_000, seed: 1 };

/** Restore and rollback beside writing the same rows. */
export async function restore(url: string, rounds = 6): Promise<Figure[]> {
  const times = new Rounds();
  const { browser, page } = await openBench(url);
  const run = async (label: string, size: typeof ten, stores: readonly string[] | null, single: boolean) => {
    await page.evaluate((sample) => window.bench('prepare', 'Own', sample), size);
    await page.evaluate(() => window.bench('keepRows', 'Own', '1.0.0'));
    const id = await page.evaluate(() => window.bench('backUpAndRemove', 'Own'));
    for (let round = 0; round < rounds; round++) {
      const ours = await page.evaluate((backup) => window.bench('measureRestore', 'Own', backup), id);
      const raw = await page.evaluate(([names, one]) => window.bench('measureRawWrite', '1.0.0', names, one), [
        stores,
        single
      ] as const);
      if (round === 0) continue;
      times.add(`${label}, ours`, ours);
      times.add(`${label}, raw write`, raw);
    }
  };
  try {
    await run('10k', ten, null, false);
    await run('100k transactions', { ...ten, assets: 100, transactions: 100_000 }, null, true);
    for (let round = 0; round < 4; round++) {
      await page.evaluate((sample) => window.bench('prepare', 'Own', sample), ten);
      await page.evaluate(() => window.bench('keepRows', 'Own', '1.0.0'));
      await page.evaluate(() => window.bench('upgradeKeepingBackup', 'Own', '1.3.0'));
      const ours = await page.evaluate(() => window.bench('measureRollback', 'Own'));
      const raw = await page.evaluate(() => window.bench('measureRawWrite', '1.0.0', null, false));
      if (round === 0) continue;
      times.add('rollback, ours', ours);
      times.add('rollback, raw write', raw);
    }
  } finally {
    await browser.discard();
  }
  times.tell();
  return [
    {
      name: 'restore.10k.vsRawWrite',
      value: times.ratio('10k, ours', '10k, raw write'),
      unit: 'ratio',
      bound: { atMost: 1.3 }
    },
    {
      name: 'restore.100kTransactions.vsRawWrite',
      value: times.ratio('100k transactions, ours', '100k transactions, raw write'),
      unit: 'ratio',
      bound: { atMost: 0.4 }
    },
    {
      name: 'rollback.10k.vsRawImport',
      value: times.ratio('rollback, ours', 'rollback, raw write'),
      unit: 'ratio',
      bound: { atMost: 1.5 }
    }
  ];
}

/** A backup of 100,000 assets: beside dexie-export-import, beside only reading them, and what memory it takes. */
export async function backup100k(url: string, rounds = 4): Promise<Figure[]> {
  const times = new Rounds();
  const growths: number[] = [];
  for (const assets of [10_000, 100_000]) {
    const { browser, page } = await openBench(url);
    try {
      await page.evaluate((size) => window.bench('prepare', 'Own', size), { assets, transactions: 0, seed: 1 });
      await page.evaluate(() => window.bench('measureBackup', 'Own'));
      const sum = ({ browser: own, pages }: Awaited<ReturnType<typeof browser.memory>>) => own + pages;
      const before = sum(await browser.memory());
      let most = before;
      let running = true;
      const watching = (async () => {
        while (running) most = Math.max(most, sum(await browser.memory()));
      })();
      await page.evaluate(() => window.bench('measureBackup', 'Own'));
      running = false;
      await watching;
      growths.push((most - before) / 2 ** 20);
      console.log(
        `  ${assets} assets: ${(before / 2 ** 20).toFixed(0)} MB before, at most ${(most / 2 ** 20).toFixed(0)} MB`
      );
      if (assets === 10_000) continue;
      for (let round = 0; round < rounds; round++) {
        const floor = await page.evaluate(() => window.bench('measureReadFloor', 'Own'));
        const ours = await page.evaluate(() => window.bench('measureBackup', 'Own'));
        const theirs = await page.evaluate(() => window.bench('exportWithDexieExportImport', 'Own'));
        if (round === 0) continue;
        times.add('read floor', floor);
        times.add('ours, written', ours.written);
        times.add('ours, verified', ours.verified);
        times.add('dexie-export-import', theirs.milliseconds);
      }
    } finally {
      await browser.discard();
    }
  }
  times.tell();
  return [
    {
      name: 'backup.100k.vsDexieExportImport',
      value: times.ratio('dexie-export-import', 'ours, written'),
      unit: 'ratio',
      bound: { atLeast: 2 }
    },
    {
      name: 'backup.100k.verified.vsDexieExportImport',
      value: times.ratio('dexie-export-import', 'ours, verified'),
      unit: 'ratio',
      bound: { atLeast: 1.15 }
    },
    {
      name: 'backup.100k.vsReadFloor',
      value: times.ratio('ours, written', 'read floor'),
      unit: 'ratio',
      bound: { atMost: 1.5 }
    },
    { name: 'backup.memory.growth.mb', value: growths[1] ?? Number.NaN, unit: 'MB', bound: { atMost: 64 } }
  ];
}
