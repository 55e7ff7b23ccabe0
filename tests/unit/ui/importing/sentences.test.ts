import ts from 'typescript';
import { afterEach, describe, expect, test } from 'vitest';
import { preferences } from '../../../../src/lib/app/preferences.svelte';
import { speech } from '../../../../src/lib/ui/i18n';
import { sentences } from '../../../../src/lib/ui/importing/sentences';
import { filesBelow, read } from '../../repository/imports';

afterEach(async () => {
  preferences.language = 'browser';
  await speech.speak('en');
});

/** Every sentence that the source writes, with `1` in the place of values. */
function sentencesOf(file: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTemplateExpression(node)) {
      found.push(node.head.text + node.templateSpans.map(({ literal }) => `1${literal.text}`).join(''));
    } else if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.ESNext, true));
  return found.filter((text) => /^[A-Z‘].* .*[.?]$/su.test(text));
}

describe('what the reading of files says', () => {
  test('is told in German, all of it', async () => {
    preferences.language = 'de';
    await speech.speak('de');
    const all = [...filesBelow('src/lib/import', ['.ts']), 'src/lib/app/worker/import-view.ts'].flatMap(sentencesOf);
    // A choice of two words between others cannot be filled in here; the test below names those sentences.
    const english = all
      .filter((sentence) => !/ 1 (come first|the decimal mark)/.test(sentence))
      .filter((sentence) => sentences.told(sentence) === sentence);
    expect(all.length).toBeGreaterThan(50);
    expect(english).toEqual([]);
  });

  test('keeps its values, however they look', async () => {
    preferences.language = 'de';
    await speech.speak('de');
    expect(sentences.told('‘1.234’ reads two ways. Is the point the decimal mark?')).toContain('„1.234“');
    expect(sentences.told('‘03/04/2024’ reads two ways. Does the day come first?')).toContain('„03/04/2024“');
    expect(sentences.told('It is not known what ‘{count} $& x’ means. Say so among the columns.')).toContain(
      '{count} $& x'
    );
  });

  test('stays as it is where it is not known, and in English', async () => {
    expect(sentences.told('The date is missing.')).toBe('The date is missing.');
    preferences.language = 'de';
    await speech.speak('de');
    expect(sentences.told('Something else happened.')).toBe('Something else happened.');
  });
});
