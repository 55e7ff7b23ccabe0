/** Finds every text that the screens show through `t`, `tn` and `said`, by reading their syntax. */
import { parse } from 'svelte/compiler';
import { filesBelow, read } from '../../repository/imports';

export interface FoundText {
  readonly file: string;
  /** What the catalogues know it by. */
  readonly key: string;
  readonly plural: boolean;
  readonly names: readonly string[];
}

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Names of values that a text has, without repetitions. */
export const namesIn = (text: string): readonly string[] =>
  [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();

export function textsOfScreens(): readonly FoundText[] {
  return ['src/lib/ui', 'src/routes']
    .flatMap((folder) => filesBelow(folder, ['.ts', '.svelte']))
    .filter((file) => !file.startsWith('src/lib/ui/i18n/') && !file.startsWith('src/lib/ui/gallery/'))
    .flatMap((file) => textsOf(file, read(file)));
}

/** @throws when a call has a text that cannot be told from its source. */
export function textsOf(file: string, source: string): readonly FoundText[] {
  if (!/\b(t|tn|said)\(/.test(source)) return [];
  const tree = parse(file.endsWith('.svelte') ? source : `<script lang="ts">${source}</script>`, { modern: true });
  return callsIn(tree as unknown as Node).flatMap(({ name, args }): FoundText[] => {
    if (name === 'tn') {
      const [many] = literals(args[1]);
      if (literals(args[0]).length !== 1 || many === undefined) throw unreadable(file, name);
      return [{ file, key: many, plural: true, names: namesIn(many) }];
    }
    const found = literals(args[0]);
    // A table's text was marked where it stands, and its type says so.
    if (found.length === 0 && name === 'said') throw unreadable(file, name);
    return found.map((key) => ({ file, key, plural: false, names: namesIn(key) }));
  });
}

const unreadable = (file: string, name: string): Error =>
  new Error(`${file}: ${name}() needs its texts written at the call.`);

/** In the order of the source. */
function callsIn(tree: Node): readonly { name: string; args: readonly Node[] }[] {
  const found: { name: string; args: readonly Node[]; start: number }[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      const node = value as Node;
      if (node.type === 'CallExpression') {
        const { name } = node.callee as { name?: string };
        if (name === 't' || name === 'tn' || name === 'said')
          found.push({ name, args: node.arguments as Node[], start: Number(node.start) });
      }
      Object.values(node).forEach(visit);
    }
  };
  visit(tree);
  return found.sort((a, b) => a.start - b.start);
}

/** The texts that an argument can be; none where it is no text written in place. */
function literals(node: Node | undefined): readonly string[] {
  if (node === undefined) return [];
  if (node.type === 'Literal') return typeof node.value === 'string' ? [node.value] : [];
  if (node.type === 'ConditionalExpression')
    return [...literals(node.consequent as Node), ...literals(node.alternate as Node)];
  if (node.type === 'TemplateLiteral') {
    const quasis = node.quasis as { value: { cooked: string } }[];
    return quasis.length === 1 && quasis[0] !== undefined ? [quasis[0].value.cooked] : [];
  }
  return [];
}
