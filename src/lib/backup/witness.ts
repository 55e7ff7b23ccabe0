/**
 * Small records kept where an injury to the database does not reach: the witness (what was last seen in it) and a copy of
 * the pointer to it.
 */
import type { CopyPort, Witness, WitnessPort } from '../migration';
import { findPlace, writeWhole, type PlaceSource } from './places';

const NAME = 'witness.json';

/** A small record in a file, replaced whole. One that cannot be read counts as none. */
export function fileCopy(source: PlaceSource, name: string): CopyPort {
  const findIt = findPlace(source);
  return {
    async read() {
      const file = await (await findIt()).read(name);
      if (!file) return null;
      try {
        return JSON.parse(await file.text()) as unknown;
      } catch {
        return null;
      }
    },
    async write(value) {
      await writeWhole(await findIt(), name, JSON.stringify(value));
    }
  };
}

export function fileWitness(source: PlaceSource): WitnessPort {
  const file = fileCopy(source, NAME);
  return { read: async () => asWitness(await file.read()), write: (witness) => file.write(witness) };
}

function asWitness(value: unknown): Witness | null {
  const witness = value as Partial<Witness> | null;
  const sound =
    typeof witness?.version === 'string' &&
    Number.isSafeInteger(witness.sequence) &&
    typeof witness.counts === 'object' &&
    typeof witness.at === 'string';
  return sound ? (witness as Witness) : null;
}
