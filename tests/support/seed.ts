/** Parameters for fast-check with a seed that is printed, and that SEED sets again. */
export function seed(runs = 200): { seed: number; numRuns: number } {
  const chosen = process.env['SEED'] === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(process.env['SEED']);
  console.log(`seed ${chosen}`);
  return { seed: chosen, numRuns: runs };
}
