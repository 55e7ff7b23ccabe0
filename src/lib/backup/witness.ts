/** The witness: what was last seen in the database, kept where an injury to the database does not reach. */
import type { Witness, WitnessPort } from '../migration';
import { findPlace, writeWhole, type PlaceSource } from './places';

const NAME = 'witness.json';

/** One small file, replaced whole. One that cannot be read counts as none. */
export function fileWitness(source: PlaceSource): WitnessPort {
  const findIt = findPlace(source);
  return {
    async read() {
      const file = await (await findIt()).read(NAME);
      return file ? asWitness(await file.text()) : null;
    },
    async write(witness) {
      await writeWhole(await findIt(), NAME, JSON.stringify(witness));
    }
  };
}

function asWitness(text: string): Witness | null {
  try {
    const witness = JSON.parse(text) as Partial<Witness> | null;
    const sound =
      typeof witness?.version === 'string' &&
      Number.isSafeInteger(witness.sequence) &&
      typeof witness.counts === 'object' &&
      typeof witness.at === 'string';
    return sound ? (witness as Witness) : null;
  } catch {
    return null;
  }
}
