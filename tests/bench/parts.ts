import { copyProfile, removeProfile } from '../browser/support/browser';
import { Rounds, type Figure } from './figures';
import { openBench } from './stage';

const ten = { assets: 10_000, transactions: 20_000, seed: 1 };
const newest = '1.3.0';

/** Three versions of 10,000 assets: the floor, ours, plain Dexie, and RxDB, one after the other in each round. */
export async function migrate(url: string, rounds = 7): Promise<Figure[]> {
  const { browser, page } = await openBench(url);
  const prepare = (name: string) =>
    page.evaluate(([on, size]) => window.bench('prepare', on, size), [name, ten] as const);
  const counts = (name: string) => page.evaluate((on) => window.bench('rowCounts', on), name);
  const plainDexie = async () => {
    await prepare('Plain');
    return page.evaluate(() => window.bench('migrateWithDexieModify', 'Plain'));
  };
  const times = new Rounds();
  try {
    for (let round = 0; round < rounds; round++) {
      // Nobody always goes first: what one leaves behind for the database to tidy up slows the next.
      const early = round % 2 === 1 ? await plainDexie() : null;
      await prepare('Own');
      const own = await page.evaluate((to) => window.bench('measureMigration', 'Own', to), newest);
      await prepare('Floor');
      const floor = await page.evaluate((to) => window.bench('measureFloor', 'Floor', 'Own', to), newest);
      const plain = early ?? (await plainDexie());
      same(await counts('Own'), await counts('Floor'), 'the floor');
      same(await counts('Own'), await counts('Plain'), 'plain Dexie');
      for (const name of ['Own', 'Floor', 'Plain']) await page.evaluate((on) => window.bench('remove', on), name);
      // The first round warms the code of every contender and is not counted.
      if (round === 0) continue;
      times.add('floor', floor);
      times.add('ours, execute', own.execute);
      times.add('ours, total', own.total);
      times.add('Dexie modify', plain);
      // RxDB takes many minutes, longer than all the others together: one round tells enough.
      if (round === 1)
        times.add('RxDB', await page.evaluate((size) => window.bench('migrateWithRxdb', 'peer', size), ten));
    }
  } finally {
    await browser.discard();
  }
  times.tell();
  return [
    {
      name: 'migrate.10k.execute.vsFloor',
      value: times.ratio('ours, execute', 'floor'),
      unit: 'ratio',
      bound: { atMost: 1.2 }
    },
    {
      name: 'migrate.10k.total.vsFloor',
      value: times.ratio('ours, total', 'floor'),
      unit: 'ratio',
      bound: { atMost: 2.2 }
    },
    {
      name: 'migrate.10k.total.vsDexieModify',
      value: times.ratio('ours, total', 'Dexie modify'),
      unit: 'ratio',
      bound: { atMost: 0.75 }
    },
    { name: 'migrate.10k.vsRxdb', value: times.ratio('ours, total', 'RxDB'), unit: 'ratio' }
  ];
}

/** Ten times the assets and transactions. */
export async function scale(url: string, rounds = 3): Promise<Figure[]> {
  const hundred = { assets: 100_000, transactions: 200_000, seed: 1 };
  const times = new Rounds();
  const { browser, page } = await openBench(url);
  try {
    for (let round = 0; round < rounds; round++) {
      for (const [label, size] of [
        ['10k', ten],
        ['100k', hundred]
      ] as const) {
        await page.evaluate((sample) => window.bench('prepare', 'Own', sample), size);
        times.add(label, (await page.evaluate((to) => window.bench('measureMigration', 'Own', to), newest)).total);
        await page.evaluate(() => window.bench('remove', 'Own'));
      }
    }
  } finally {
    await browser.discard();
  }
  times.tell();
  return [{ name: 'migrate.linearity', value: times.ratio('100k', '10k'), unit: 'ratio', bound: { atMost: 12 } }];
}

/** What 100,000 transactions cost a migration that does not change them. */
export async function untouched(url: string, rounds = 7): Promise<Figure[]> {
  const times = new Rounds();
  const { browser, page } = await openBench(url);
  try {
    for (let round = 0; round < rounds; round++) {
      for (const [label, transactions] of [
        ['none', 0],
        ['100,000 transactions', 100_000]
      ] as const) {
        await page.evaluate((size) => window.bench('prepare', 'Own', size), { ...ten, transactions });
        const { execute } = await page.evaluate((to) => window.bench('measureMigration', 'Own', to), newest);
        await page.evaluate(() => window.bench('remove', 'Own'));
        if (round > 0) times.add(label, execute);
      }
    }
  } finally {
    await browser.discard();
  }
  times.tell();
  return [
    {
      name: 'migrate.untouched100k.vsEmpty',
      value: times.ratio('100,000 transactions', 'none'),
      unit: 'ratio',
      bound: { atMost: 1.3 }
    }
  ];
}

/** Ours with gzip and digests into OPFS; theirs a blob in memory. Above one: that many times as fast. */
export async function backup(url: string, rounds = 9): Promise<Figure[]> {
  const times = new Rounds();
  const { browser, page } = await openBench(url);
  try {
    await page.evaluate((size) => window.bench('prepare', 'Own', size), ten);
    for (let round = 0; round < rounds; round++) {
      const ours = await page.evaluate(() => window.bench('measureBackup', 'Own'));
      const theirs = await page.evaluate(() => window.bench('exportWithDexieExportImport', 'Own'));
      if (round === 0) continue;
      times.add('ours, written', ours.written);
      times.add('ours, verified', ours.verified);
      times.add('dexie-export-import', theirs.milliseconds);
    }
  } finally {
    await browser.discard();
  }
  times.tell();
  return [
    {
      name: 'backup.10k.vsDexieExportImport',
      value: times.ratio('dexie-export-import', 'ours, written'),
      unit: 'ratio',
      bound: { atLeast: 1.8 }
    },
    {
      name: 'backup.10k.verified.vsDexieExportImport',
      value: times.ratio('dexie-export-import', 'ours, verified'),
      unit: 'ratio',
      bound: { atLeast: 1.1 }
    }
  ];
}

/** A cold start with data that is up to date: each time a browser that has only just been started. */
export async function startup(url: string, rounds = 7): Promise<Figure[]> {
  const times = new Rounds();
  const seeded = await openBench(url);
  await seeded.page.evaluate((size) => window.bench('prepare', 'Own', size), ten);
  await seeded.page.evaluate((to) => window.bench('measureMigration', 'Own', to), newest);
  await seeded.browser.close();
  for (let round = 0; round < rounds; round++) {
    for (const contender of ['measureRawOpen', 'measureStartup'] as const) {
      const { browser, page } = await openBench(url, await copyProfile(seeded.browser.profile));
      times.add(
        contender === 'measureStartup' ? 'ours' : 'raw open',
        await page.evaluate((verb) => window.bench(verb, 'Own'), contender)
      );
      await browser.discard();
    }
  }
  await removeProfile(seeded.browser.profile);
  times.tell();
  return [
    { name: 'startup.upToDate.vsRawOpen', value: times.ratio('ours', 'raw open'), unit: 'ratio', bound: { atMost: 2 } }
  ];
}

function same(expected: Record<string, number>, found: Record<string, number>, who: string): void {
  for (const [store, count] of Object.entries(expected)) {
    if (store !== '_meta' && found[store] !== count)
      throw new Error(`${who} left ${found[store]} rows in ${store}, ours ${count}.`);
  }
}
