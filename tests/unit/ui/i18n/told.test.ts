import { afterEach, describe, expect, test } from 'vitest';
import { preferences } from '../../../../src/lib/app/preferences.svelte';
import { MigrationError, type MigrationErrorCode } from '../../../../src/lib/migration';
import { history } from '../../../../src/lib/schema';
import { hedgingRules } from '../../../../src/lib/schema/v1.2.0/hedging-rules';
import { complianceRules } from '../../../../src/lib/schema/v1.3.0/rules';
import { speech, told } from '../../../../src/lib/ui/i18n';
import { german, texts as germanTexts } from '../../../../src/lib/ui/i18n/told/german';
import { hindi, texts as hindiTexts } from '../../../../src/lib/ui/i18n/told/hindi';
import { piecesOf, type Retelling } from '../../../../src/lib/ui/i18n/told/retelling';
import { sentencesBelowTheScreens, sentencesOf } from './sentences';
import { namesIn } from './texts';

const tongues: readonly (readonly [string, Retelling])[] = [
  ['German', german],
  ['Hindi', hindi]
];

/** The parts of a sentence that stay English. */
const untold = (retelling: Retelling, sentence: string): readonly string[] =>
  retelling.told(sentence) === sentence ||
  piecesOf(sentence).some((piece) => /[a-z]{3}/.test(piece) && retelling.told(sentence).includes(piece))
    ? [sentence]
    : [];

const all = sentencesBelowTheScreens();

const codes: Readonly<Record<MigrationErrorCode, true>> = {
  migrationFailed: true,
  incompatibleVersion: true,
  corruptData: true,
  insufficientStorage: true,
  migrationCancelled: true,
  backupFailed: true,
  migrationInProgress: true,
  rollbackFailed: true,
  cloudFolderNotAvailable: true
};

/** What a step is called for undoing, as the journal keeps it; the test of the source finds the sentences, not these. */
const labels = [
  'Add a purchase',
  'Edit a transfer out',
  'Add an opening balance',
  'Add the account ‘Depot’',
  'Edit the asset ‘World fund’',
  'Edit an asset',
  'Edit 12 transactions',
  'Archive 3 assets',
  'Bring back an asset',
  'Copy a transaction',
  'Delete the asset ‘World fund’',
  'Delete the transaction',
  'Delete 1,204 transactions',
  'Delete 3 records',
  'Import of depot.csv',
  'Add the file ‘contract.pdf’',
  'Set a price',
  'Set an exchange rate',
  'Add a transfer',
  'Change the base currency',
  'Change the settings',
  'Open an account again',
  'Close an account'
];

afterEach(async () => {
  preferences.language = 'browser';
  await speech.speak('en');
});

describe('reading sentences from the source', () => {
  test('finds them in every form they may have, and leaves the log alone', () => {
    const source = `
      run.progress(0.2, many ? \`Reading \${count} of \${total}\` : 'Reading');
      throw new MigrationError('backupFailed', 'the disk ' + 'is gone');
      log.add('Only for the log, this one.');
      const message = \`\${count === 1 ? 'One record does' : \`\${count} records do\`} not fit.\`;
      const key = 'not a sentence';`;
    expect(sentencesOf('a.ts', source)).toEqual([
      'Reading 1 of 1',
      'Reading',
      'the disk is gone',
      'One record does not fit.',
      '1 records do not fit.'
    ]);
  });
});

describe.each(tongues)('in %s', (_name, retelling) => {
  test('everything is told that is said below the screens', () => {
    expect(all.length).toBeGreaterThan(300);
    const missing = all.filter(({ text }) => untold(retelling, text).length > 0);
    expect(missing.map(({ file, text }) => `${file}: ${text}`)).toEqual([]);
  });

  test('every failure is told, by its code and with what it says', () => {
    const failures = (Object.keys(codes) as MigrationErrorCode[]).map(
      (code) => new MigrationError(code, 'the present data cannot be read').message
    );
    expect(failures.flatMap((message) => untold(retelling, message))).toEqual([]);
    expect(failures.filter((message) => retelling.told(message).includes('present data'))).toEqual([]);
  });

  test('every data version and each of its steps says in it what it changes', () => {
    const said = history.versions.flatMap(({ definition: { description, changes, steps } }) => [
      description,
      ...changes,
      ...(steps ?? []).map((step) => step.description)
    ]);
    expect(said.length).toBeGreaterThan(15);
    expect(said.flatMap((sentence) => untold(retelling, sentence))).toEqual([]);
  });

  test('every hedge and every rule gives its reason in it', () => {
    const said = [...hedgingRules.map(({ reason }) => reason), ...complianceRules.map(({ trigger }) => trigger)];
    expect(said.length).toBeGreaterThan(30);
    expect(said.flatMap((sentence) => untold(retelling, sentence))).toEqual([]);
  });

  test('every step that can be taken back is named', () => {
    expect(labels.flatMap((label) => untold(retelling, label))).toEqual([]);
  });
});

test('both languages know the same sentences, with the same names', () => {
  expect(Object.keys(hindiTexts)).toEqual(Object.keys(germanTexts));
  const wrong = Object.entries(germanTexts).filter(
    ([text, german]) =>
      namesIn(text).join() !== namesIn(german).join() || namesIn(text).join() !== namesIn(hindiTexts[text] ?? '').join()
  );
  expect(wrong.map(([text]) => text)).toEqual([]);
});

describe('a sentence', () => {
  test('keeps its values, however they look; names are left alone, counts are grouped', async () => {
    preferences.language = 'de';
    await speech.speak('de');
    expect(told('‘1.234’ reads two ways. Is the point the decimal mark?')).toContain('„1.234“');
    expect(told('It is not known what ‘{count} $& x’ means. Say so among the columns.')).toContain('{count} $& x');
    expect(told('Delete the asset ‘Done’')).toBe('Anlage „Done“ löschen');
    expect(told('Writing: 1200 of 5000 records')).toBe('Geschrieben: 1.200 von 5.000 Datensätzen');
    expect(told('This account was closed on 2024-03-01.')).toBe('Dieses Konto wurde am 01.03.2024 geschlossen.');
  });

  test('within another is told too, and several one after the other', async () => {
    preferences.language = 'de';
    await speech.speak('de');
    expect(told("Data corruption detected: Store 'assets' is missing. Nothing was changed")).toBe(
      'Daten sind beschädigt: Der Speicher „Anlagen“ fehlt. Nichts wurde verändert'
    );
    expect(
      told('Deletes the account ‘Depot’, and with it 3 assets, 1,200 transactions and 1 document. You can undo this.')
    ).toBe(
      'Konto „Depot“ wird gelöscht, und damit 3 Anlagen, 1.200 Buchungen und 1 Dokument. Sie können das rückgängig machen.'
    );
  });

  test('that is not known stays as it is, and every one in English', async () => {
    expect(told('The date is missing.')).toBe('The date is missing.');
    preferences.language = 'de';
    await speech.speak('de');
    expect(told('Something else happened.')).toBe('Something else happened.');
    expect(told('The date is missing. Something else happened.')).toBe('Das Datum fehlt. Something else happened.');
  });
});
