/** Finds what the code below the screens says to people, by reading its syntax. */
import ts from 'typescript';
import { filesBelow, read } from '../../repository/imports';

/** What only those read who change the code, or the log of an upgrade. */
const forMaintainers = [
  /^src\/lib\/(migration|backup)\/testing\//,
  /^src\/lib\/migration\/(definition|inference|schedule|guarded-indexeddb|dexie-adapter|environment|step-context|pass|scratch|generations)\.ts$/,
  /^src\/lib\/backup\/format\/(canonical|key-order|record-lines|revive|weigh|writer|prefaced-gzip|remote-pipe)\.ts$/,
  /^src\/lib\/backup\/places\/choose\.ts$/,
  /^src\/lib\/app\/(diagnostic-report|browser-surroundings|trusted-scripts)\.ts$/,
  /^src\/lib\/data\/sample\//,
  /^src\/lib\/data\/(repository|attachments\/attachments)\.ts$/,
  /^src\/lib\/domain\/(risk\/|allocation\/|returns\/day-numbers|decimal)/
];

/** Calls that take a sentence for people, and the place of it among their arguments. */
const speaking: Readonly<Record<string, number>> = {
  MigrationError: 1,
  progress: 1,
  onProgress: 1,
  say: 0
};

/** Read by nobody but maintainers either, or put together from a field and what a schema says of it. */
const noSentences: ReadonlySet<string> = new Set([
  'An upgrade needs a version to go to.',
  'There is no asset 1.',
  "The row 1 of '1' was not read.",
  '1 1.'
]);

/** The screen of an import says these itself, from the counts. */
const countsOfImport =
  /^1 ((not )?imported|made|made: 1|added|were there already|that were there with another figure .*)\.$/;

const layers = ['migration', 'backup', 'app', 'data', 'domain', 'import'];

export interface FoundSentence {
  readonly file: string;
  /** With `1` in the place of each value. */
  readonly text: string;
}

export function sentencesBelowTheScreens(): readonly FoundSentence[] {
  return layers
    .flatMap((layer) => filesBelow(`src/lib/${layer}`, ['.ts']))
    .filter((file) => !forMaintainers.some((pattern) => pattern.test(file)))
    .flatMap((file) => sentencesOf(file, read(file)).map((text) => ({ file, text })))
    .filter(({ text }) => !noSentences.has(text) && !countsOfImport.test(text));
}

export function sentencesOf(file: string, source: string): readonly string[] {
  const found = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isCallExpression(node) && /(^|\.)#?(log|debug)\b/.test(node.expression.getText())) return;
    if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
      const name = /#?(\w+)$/.exec(node.expression.getText())?.[1] ?? '';
      const place = Object.hasOwn(speaking, name) ? speaking[name] : undefined;
      const argument = place === undefined ? undefined : node.arguments?.[place];
      if (argument !== undefined && isText(argument)) {
        for (const text of formsOf(argument)) if (/[a-z]/i.test(text)) found.add(text);
        return;
      }
    }
    if (isText(node)) {
      for (const text of formsOf(node)) if (/^[A-Z0-9‘“].* .*[.?…]$/su.test(text)) found.add(text);
      return;
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.ESNext, true));
  return [...found];
}

function isText(node: ts.Node): node is ts.Expression {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node))
    return true;
  if (ts.isConditionalExpression(node)) return isText(node.whenTrue) && isText(node.whenFalse);
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind === ts.SyntaxKind.PlusToken &&
    (isText(node.left) || isText(node.right))
  );
}

/** Every text that an expression can be, as far as its source tells. */
function formsOf(node: ts.Expression): readonly string[] {
  if (ts.isParenthesizedExpression(node)) return formsOf(node.expression);
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  if (ts.isConditionalExpression(node)) return [...formsOf(node.whenTrue), ...formsOf(node.whenFalse)];
  if (ts.isTemplateExpression(node))
    return node.templateSpans.reduce<readonly string[]>(
      (before, { expression, literal }) => joined(joined(before, formsOf(expression)), [literal.text]),
      [node.head.text]
    );
  if (isText(node) && ts.isBinaryExpression(node)) return joined(formsOf(node.left), formsOf(node.right));
  return ['1'];
}

const joined = (before: readonly string[], after: readonly string[]): readonly string[] =>
  before.flatMap((first) => after.map((second) => `${first}${second}`));
