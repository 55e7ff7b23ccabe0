import { Rounds, type Figure } from './figures';
import { openBench } from './stage';

const rows = 20_000;

/** 20,000 rows, read and understood, into packed months beside the same rows put singly. */
export async function importing(url: string, rounds = 6): Promise<Figure[]> {
  const times = new Rounds();
  const { browser, page } = await openBench(url);
  try {
    for (let round = 0; round < rounds; round++) {
      const ours = await page.evaluate((count) => window.bench('measureImport', 'Imported', count), rows);
      const raw = await page.evaluate(() => window.bench('measureSinglePuts'));
      // The first round warms the code and is not counted.
      if (round === 0) continue;
      times.add('import, ours', ours);
      times.add('single puts', raw);
    }
  } finally {
    await browser.discard();
  }
  times.tell();
  return [
    {
      name: 'import.20k.vsRawPut',
      value: times.ratio('import, ours', 'single puts'),
      unit: 'ratio',
      bound: { atMost: 0.5 }
    }
  ];
}
