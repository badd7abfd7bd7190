import { readFileSync } from 'node:fs';
import type { Plugin } from 'esbuild';

/** What the commands do not need of the packages that they are bundled with, and that esbuild cannot see by itself. */
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
  },
};

/** A definition has a description; among properties it is the name of one. */
function withoutDescriptions(value: any, areProperties = false): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value;
  }
  const kept = Object.entries(value).filter(([key]) => areProperties || key !== 'description');
  return Object.fromEntries(kept.map(([key, part]) => [key, withoutDescriptions(part, key === 'properties' && !areProperties)]));
}
