/** Semantic versions of the data: three numbers, compared part by part. */

const pattern = /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/;

/** True for `major.minor.patch` without leading zeros or suffixes. */
export function isVersion(text: string): boolean {
  return pattern.test(text);
}

/** Negative when `a` is older than `b`, zero when equal, positive when newer; numeric by part (1.10.0 > 1.9.0). */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let part = 0; part < 3; part++) {
    const difference = (left[part] ?? 0) - (right[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
