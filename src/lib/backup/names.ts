/** Names of backup files: `WealthWise_Backup_2026-02-28_09-05-00.json.gz`, in local time. */

/** The name of a backup made now. `taken`: names that exist already; a second one in the same second gets `-2`. */
export function backupName(prefix: string, created: Date, taken: ReadonlySet<string>): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${String(created.getFullYear()).padStart(4, '0')}-${two(created.getMonth() + 1)}-${two(created.getDate())}`;
  const time = `${two(created.getHours())}-${two(created.getMinutes())}-${two(created.getSeconds())}`;
  return freeName(`${prefix}_Backup_${day}_${time}.json.gz`, taken);
}

/** The name itself, or with the first number before `.json` that makes it free. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  const [stem = '', ending = ''] = name.split(/(?=\.json)/, 2);
  for (let copy = 1; ; copy++) {
    const free = copy === 1 ? name : `${stem}-${copy}${ending}`;
    if (!taken.has(free)) return free;
  }
}

/** Whether a file of the place is a backup of ours, by its name. */
export function isBackupName(prefix: string, name: string): boolean {
  return name.startsWith(`${prefix}_Backup_`) && /\.json(\.gz)?(\.age)?$/.test(name);
}
