import type { Project } from 'projen';
import { packageJsonIn } from './package-json';
import { npxCommand } from '../adopt/packages';
import { FETCHED_TSX, runnerOf } from '../adopt/projenrc';
import { fileIn } from '../outside/checkout';
import { readIfThere } from '../outside/files';
import { packageManagerIn } from '../toolchains/package-manager';

/** How a repository that is not projen's calls what makes its files, from a fresh clone too. */
export interface Programs {
  /** Whether packages lie in `node_modules`. */
  readonly laysPackagesDown: boolean;
  /** Evaluates the declaration. */
  synthesize(projenrc: string): string;
  /** Calls a command of this package. */
  command(name: string): string;
}

/** The packages are those of the repository where its package.json lists this one; otherwise npx fetches what this one was tested with. */
export function programsOf(root: Project): Programs {
  const listed = listedIn(root);
  if (!listed('projen-tag-build')) {
    return { synthesize: (projenrc) => runnerOf(projenrc) === 'python' ? `python ${projenrc}` : npxCommand('synth'), command: npxCommand, laysPackagesDown: false };
  }
  // there, nothing lies in node_modules
  const call = isPlugAndPlay(root) ? 'yarn' : 'npx --no --';
  const runners = { tsx: listed('tsx') ? `${call} tsx` : FETCHED_TSX, node: call === 'yarn' ? 'yarn node' : 'node', python: 'python' };
  return {
    synthesize: (projenrc) => `${runners[runnerOf(projenrc)]} ${projenrc}`,
    command: (name) => `${call} projen-tag-build ${name}`,
    laysPackagesDown: call !== 'yarn',
  };
}

function listedIn(root: Project): (name: string) => boolean {
  const { dependencies, devDependencies } = packageJsonIn(root, '');
  return (name) => [dependencies, devDependencies].some((group) => Object.hasOwn(group ?? {}, name));
}

/** Whether packages are Yarn's alone: so they are from its second version on, unless it is told to lay them down. */
function isPlugAndPlay(root: Project): boolean {
  const read = (file: string) => readIfThere(fileIn(root.outdir, file)) ?? '';
  const manager = packageManagerIn(packageJsonIn(root, ''));
  const isModern = /^__metadata:/m.test(read('yarn.lock')) || manager?.name === 'yarn' && !manager.version.startsWith('1.');
  return isModern && !/^nodeLinker:\s*["']?(?:node-modules|pnpm)\b/m.test(read('.yarnrc.yml'));
}
