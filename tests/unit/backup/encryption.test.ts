/** The age format: our files open with the age tool, the tool's files open here, and every wrong one says why. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { decryptBackup, encryptBackup, isEncrypted, passphraseStrength } from '../../../src/lib/backup/encryption';
import { backupFolder } from '../../support/backup-writer';
import { golden } from '../../support/golden';
import { dump, makeWealth } from '../../support/wealth';

const passphrase = 'lantern orbit velvet cactus';
const plain = new Uint8Array(readFileSync(join(backupFolder, 'format-2-data-1.0.0.json.gz')));
let folder: string;
let encrypted: Blob;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wealthwise-age-'));
  encrypted = await encryptBackup(new Blob([plain]), passphrase);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bytesOf = async (file: Blob): Promise<Uint8Array> => new Uint8Array(await file.arrayBuffer());

/** The tool, installed where it is missing. It asks for passphrases on a terminal, which Python gives it. */
function age(args: readonly string[], secrets: number): void {
  if (spawnSync('age', ['--version']).status !== 0) {
    const install = spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'age'], { encoding: 'utf8' });
    if (install.status !== 0)
      throw new Error(
        `This test needs the age tool, and it could not be installed: ${install.stderr ?? install.error}`
      );
  }
  const script = [
    'import os, pty, sys, time',
    'secret, count, args = sys.argv[1], int(sys.argv[2]), sys.argv[3:]',
    'pid, terminal = pty.fork()',
    'if pid == 0: os.execvp("age", ["age"] + args)',
    'said, sent = b"", 0',
    'while True:',
    '    try: said += os.read(terminal, 1024)',
    '    except OSError: break',
    '    if sent < count and said.rstrip().lower().count(b"passphrase") > sent and said.rstrip().endswith(b":"):',
    '        os.write(terminal, (secret + "\\n").encode()); sent += 1; said += b" "',
    'sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))'
  ].join('\n');
  execFileSync('python3', ['-c', script, passphrase, String(secrets), ...args], { timeout: 60_000 });
}

describe('an encrypted backup', () => {
  it('opens with its passphrase, and is told from a plain one', async () => {
    expect(await isEncrypted(new Blob([plain]))).toBe(false);
    expect(await isEncrypted(encrypted)).toBe(true);
    expect(await bytesOf(encrypted)).not.toEqual(plain);
    expect(await bytesOf(await decryptBackup(encrypted, passphrase))).toEqual(plain);
  });

  it('opens with the age tool, without this app', async () => {
    const [source, target] = [join(folder, 'ours.age'), join(folder, 'ours.json.gz')];
    writeFileSync(source, await bytesOf(encrypted));
    age(['-d', '-o', target, source], 1);
    expect(new Uint8Array(readFileSync(target))).toEqual(plain);
  });

  it.each([[[]], [['-a']]])('made by the age tool restores here %j', async (armor) => {
    const [source, target] = [join(folder, 'theirs.json.gz'), join(folder, `theirs${armor.length}.age`)];
    writeFileSync(source, plain);
    age(['-p', ...armor, '-o', target, source], 2);
    const wealth = makeWealth();
    const file = new Blob([new Uint8Array(readFileSync(target))]);
    expect(await isEncrypted(file)).toBe(true);
    await wealth.migrations.restoreFromBackup(file, undefined, { passphrase, keepVersion: true });
    expect((await dump(wealth)).stores).toEqual(golden('1.0.0').stores);
  });

  it('asks for its passphrase, and says when that is wrong', async () => {
    const wealth = makeWealth();
    await expect(wealth.migrations.previewRestore(encrypted)).rejects.toMatchObject({
      code: 'backupFailed',
      details: [{ encrypted: true, wrongPassphrase: false }]
    });
    await expect(wealth.migrations.previewRestore(encrypted, { passphrase: 'no' })).rejects.toMatchObject({
      details: [{ encrypted: true, wrongPassphrase: true }]
    });
  });

  it.each([
    ['cut in its content', (bytes: Uint8Array) => bytes.slice(0, bytes.length - 100)],
    ['cut in its head', (bytes: Uint8Array) => bytes.slice(0, 60)],
    [
      'altered in its content',
      (bytes: Uint8Array) => bytes.map((byte, at) => (at === bytes.length - 50 ? byte ^ 1 : byte))
    ],
    ['altered in its head', (bytes: Uint8Array) => bytes.map((byte, at) => (at === 30 ? byte ^ 1 : byte))]
  ])('that was %s is refused with a sentence', async (_how, spoil) => {
    const spoilt = new Blob([spoil(await bytesOf(encrypted)).slice()]);
    await expect(decryptBackup(spoilt, passphrase)).rejects.toThrow(/cut off or altered|or its beginning was altered/);
  });

  it('that asks for too much memory is not opened', async () => {
    const text = new TextDecoder('latin1').decode(await bytesOf(encrypted));
    const greedy = text.replace(/(-> scrypt \S+ )16/, '$124');
    expect(greedy).not.toBe(text);
    const bytes = Uint8Array.from(greedy, (character) => character.charCodeAt(0));
    await expect(decryptBackup(new Blob([bytes]), passphrase)).rejects.toThrow(/more memory/);
  });
});

describe('the strength of a passphrase', () => {
  it.each([
    ['password', 'weak'],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
    ['12345678901234567890', 'weak'],
    ['lantern orbit velvet cactus', 'fair'],
    ['lantern orbit velvet cactus meadow thimble', 'strong'],
    ['kT9#vQ2!mZ7$xL4&', 'strong']
  ])('of %s is %s', (text, level) => {
    expect(passphraseStrength(text).level).toBe(level);
  });
});
