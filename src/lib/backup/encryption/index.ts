/**
 * Encryption by passphrase in the age format (age-encryption.org/v1), so that the owner can open a file without this app
 * for ever: `age -d file.age`. Streams in and out; the library is loaded when it is first needed.
 */
import { MigrationError } from '../../migration';

export { passphraseStrength, type PassphraseStrength } from './strength';

/**
 * scrypt with N = 2^16 takes 64 MiB and about a second on a phone; the `age` tool writes 2^18, which is read too. More
 * than 2^20 is refused by the library: a hostile file may not take all memory.
 */
const WORK_FACTOR = 16;

const BINARY = 'age-encryption.org/v1\n';
const ARMORED = '-----BEGIN AGE ENCRYPTED FILE-----';

/** Whether the file says of itself that it is encrypted. */
export async function isEncrypted(file: Blob): Promise<boolean> {
  const begins = await file.slice(0, ARMORED.length).text();
  return begins.startsWith(BINARY) || begins === ARMORED;
}

export async function encryptBackup(file: Blob, passphrase: string): Promise<Blob> {
  if (passphrase === '') throw new MigrationError('backupFailed', 'an empty passphrase protects nothing');
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.setPassphrase(passphrase);
  encrypter.setScryptWorkFactor(WORK_FACTOR);
  return new Response(await encrypter.encrypt(file.stream())).blob();
}

/** @throws MigrationError `backupFailed`: without or with a wrong passphrase (`details[0].encrypted`), cut, or altered. */
export async function decryptBackup(file: Blob, passphrase: string | undefined): Promise<Blob> {
  if (passphrase === undefined)
    throw new MigrationError('backupFailed', 'This backup is encrypted. Enter its passphrase to open it', {
      details: [{ encrypted: true, wrongPassphrase: false }]
    });
  const { Decrypter, armor } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  try {
    const binary = (await file.slice(0, BINARY.length).text()) === BINARY;
    const stream = binary ? file.stream() : new Blob([armor.decode(await file.text()).slice()]).stream();
    return await new Response(await decrypter.decrypt(stream)).blob();
  } catch (cause) {
    throw reasonOf(cause);
  }
}

function reasonOf(cause: unknown): MigrationError {
  const said = cause instanceof Error ? cause.message : String(cause);
  if (said.startsWith('no identity matched'))
    return new MigrationError(
      'backupFailed',
      'The passphrase does not open this backup, or its beginning was altered. Nothing was changed; check for capitals and blanks and try again',
      { cause, details: [{ encrypted: true, wrongPassphrase: true }] }
    );
  if (said.includes('work factor'))
    return new MigrationError(
      'backupFailed',
      'This file asks for more memory to open than any backup needs, so it was not opened. Nothing was changed',
      { cause }
    );
  return new MigrationError(
    'backupFailed',
    'This encrypted backup was cut off or altered, so it cannot be opened. Nothing was changed; use another copy of it',
    { cause }
  );
}
