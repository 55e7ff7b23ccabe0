import { readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, posix, relative, sep } from 'node:path';
import ts from 'typescript';
import { root } from '../../run/command.mjs';

/** One import of a source file. `target` is a path from the root for files of this repository, else a package's name. */
export interface Import {
  readonly from: string;
  readonly target: string;
  readonly own: boolean;
  readonly typeOnly: boolean;
}

/** Every file below a folder with one of these extensions, as paths from the root with forward slashes. */
export function filesBelow(folder: string, extensions: readonly string[]): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extensions.includes(extname(entry.name)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort();
}

export function read(file: string): string {
  return readFileSync(join(root, file), 'utf8');
}

/** The code of a file; of a Svelte component what its script elements hold. */
function codeOf(file: string): string {
  const text = read(file);
  if (!file.endsWith('.svelte')) return text;
  return [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '').join('\n');
}

/** What a file imports, exports from elsewhere, imports dynamically, and starts as a worker by its URL. */
export function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(file, codeOf(file), ts.ScriptTarget.ESNext, true);
  const found: Import[] = [];
  const add = (specifier: string, typeOnly: boolean) =>
    found.push({ from: file, typeOnly, ...resolve(file, specifier) });
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      add(node.moduleSpecifier.text, node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword);
    } else if (
      ts.isExportDeclaration(node) &&
      node.moduleSpecifier !== undefined &&
      ts.isStringLiteral(node.moduleSpecifier)
    ) {
      add(node.moduleSpecifier.text, node.isTypeOnly);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier !== undefined && ts.isStringLiteral(specifier)) add(specifier.text, false);
    } else if (
      ts.isImportTypeNode(node) &&
      ts.isLiteralTypeNode(node.argument) &&
      ts.isStringLiteral(node.argument.literal)
    ) {
      add(node.argument.literal.text, true);
    } else if (ts.isNewExpression(node) && node.expression.getText(source) === 'URL') {
      const [specifier, base] = node.arguments ?? [];
      if (specifier !== undefined && ts.isStringLiteral(specifier) && base?.getText(source) === 'import.meta.url') {
        add(specifier.text, false);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function resolve(file: string, specifier: string): { target: string; own: boolean } {
  if (specifier.startsWith('.')) return { target: posix.normalize(posix.join(dirname(file), specifier)), own: true };
  if (specifier === '$lib' || specifier.startsWith('$lib/'))
    return { target: `src/lib${specifier.slice(4)}`, own: true };
  const parts = specifier.split('/');
  return { target: specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? specifier), own: false };
}
