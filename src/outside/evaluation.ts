import { createRequire } from 'node:module';
import * as path from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from './package-version';

/** What Node.js is told, so that a file finds the packages of its repository, or else those that lie beside this one. */
export interface Evaluation {
  readonly args: readonly string[];
  /** Where CommonJS looks last; for modules one of the arguments does the same. */
  readonly nodePath: string;
}

/** @throws where there is no tsx that could run the file */
export function evaluation(root: string, file: string, runner: 'tsx' | 'node'): Evaluation {
  const hooks = [...runner === 'tsx' ? [loaderOf(root, file)] : [], path.join(packageRoot(), 'assets', 'beside.mjs')];
  return {
    args: [...hooks.flatMap((hook) => ['--import', pathToFileURL(hook).href]), file],
    nodePath: [path.dirname(packageRoot()), ...process.env.NODE_PATH ? [process.env.NODE_PATH] : []].join(path.delimiter),
  };
}

function loaderOf(root: string, file: string): string {
  for (const place of [root, packageRoot()]) {
    try {
      return createRequire(path.join(place, file)).resolve('tsx');
    } catch {
      // perhaps beside the other
    }
  }
  throw new Error(`${file} is run by tsx, and it is installed neither here nor beside this program. Install it, or call "npx -y -p tsx -p projen-tag-build projen-tag-build synth".`);
}
