import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run/command.mjs';
import { domain } from './domain';
import { importing } from './import-parts';
import { dashboard, figures, opening } from './figure-parts';
import { keeps, print, type Figure } from './figures';
import { backup, migrate, scale, startup, untouched } from './parts';
import { page } from './page-parts';
import { backup100k, restore } from './restore-parts';
import { scroll } from './scroll-parts';
import { buildPage, serveAll } from './stage';

const parts: Readonly<Record<string, (url: string) => Promise<readonly Figure[]>>> = {
  migrate,
  scale,
  untouched,
  backup,
  backup100k,
  restore,
  import: importing,
  startup,
  figures,
  dashboard,
  open: opening,
  page,
  scroll,
  domain
};

/** Runs the parts that are named, or all; true when every bound is kept. */
export async function bench(names: readonly string[]): Promise<boolean> {
  const unknown = names.filter((name) => !(name in parts));
  if (unknown.length > 0)
    throw new Error(`No such part: ${unknown.join(', ')}. There are ${Object.keys(parts).join(', ')}.`);
  // Pure mathematics needs no page.
  const server = names.length === 1 && names[0] === 'domain' ? null : await pages();
  const figures: Figure[] = [];
  try {
    for (const [name, part] of Object.entries(parts)) {
      if (names.length > 0 && !names.includes(name)) continue;
      console.log(`\n── ${name}`);
      const found = await part(server?.url ?? '');
      found.forEach(print);
      figures.push(...found);
    }
  } finally {
    await server?.close();
  }
  return figures.every(keeps);
}

async function pages(): ReturnType<typeof serveAll> {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  await buildPage(version);
  return serveAll();
}
