import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';
import * as ts from 'typescript';

/** What nobody needs at run time, and that esbuild cannot see by itself: of the packages that are bundled, and of our own rules. */
export const unusedParts: Plugin = {
  name: 'unused-parts',
  setup: ({ onLoad, onResolve }) => {
    // GitHub's parser makes texts with it that nobody here asks for; to import it does nothing
    onResolve({ filter: /^cronstrue$/ }, ({ path }) => ({ path: require.resolve(path), sideEffects: false }));
    // more than half of the words that a workflow may have are what an editor says of them
    onLoad({ filter: /workflow-v1\.0\.min\.json$/ }, ({ path }) => ({
      loader: 'json',
      contents: JSON.stringify(withoutDescriptions(JSON.parse(readFileSync(path, 'utf8')))),
    }));
    onLoad({ filter: /[\\/]src[\\/](rules|apps)[\\/][^\\/]+\.ts$/ }, ({ path }) => ({ loader: 'ts', contents: withoutDocs(path) }));
  },
};

/** What a rule says of itself in docs/diagnostics.md. */
const DOCS = ['cause', 'cure'];

/** A rule without what only its page in the docs needs. */
function withoutDocs(file: string): string {
  const text = readFileSync(file, 'utf8');
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && DOCS.includes(node.name.getText())) {
      found.push(node);
    } else {
      ts.forEachChild(node, visit);
    }
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true));
  return found.reverse().reduce((kept, node) => kept.slice(0, node.getStart()) + kept.slice(node.end).replace(/^\s*,/, ''), text);
}

/** A definition has a description; among properties it is the name of one. */
function withoutDescriptions(value: any, areProperties = false): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  const kept = Object.entries(value).filter(([key]) => areProperties || key !== 'description');
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutDescriptions(part, key === 'properties' && !areProperties)]));
}
