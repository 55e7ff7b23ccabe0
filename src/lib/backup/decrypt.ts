/** The way into a file that may be encrypted: what it takes is loaded only when one is met. */
const MARKS = ['age-encryption.org/v1', '-----BEGIN AGE ENCRYPTED FILE-----'];

/** The plain file; the file itself where it is not encrypted. @throws MigrationError, see `decryptBackup`. */
export async function decrypt(file: Blob, passphrase: string | undefined): Promise<Blob> {
  const begins = await file.slice(0, 40).text();
  if (!MARKS.some((mark) => begins.startsWith(mark))) return file;
  const { decryptBackup } = await import('./encryption');
  return decryptBackup(file, passphrase);
}
