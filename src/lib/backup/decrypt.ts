/** The way into an encrypted file, loaded only when one is met. */
import { MigrationError } from '../migration';

const BINARY = 'age-encryption.org/v1';
const ARMORED = '-----BEGIN AGE ENCRYPTED FILE-----';

/** The plain file; the file itself where it is not encrypted. @throws MigrationError asking for the passphrase. */
export async function decrypt(file: Blob, passphrase: string | undefined): Promise<Blob> {
  const begins = new TextDecoder().decode(await file.slice(0, ARMORED.length).arrayBuffer());
  if (!begins.startsWith(BINARY) && begins !== ARMORED) return file;
  if (passphrase === undefined)
    throw new MigrationError('backupFailed', 'This backup is encrypted. Enter its passphrase to open it', {
      details: [{ encrypted: true, wrongPassphrase: false }]
    });
  throw new MigrationError('backupFailed', 'This backup is encrypted, and this version of the app cannot open it');
}
