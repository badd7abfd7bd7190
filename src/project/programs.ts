import { javascript, type Project } from 'projen';
import { packageJsonIn } from './package-json';
import { packageCommands } from '../adopt/package-commands';
import { npxCommand } from '../adopt/packages';
import { FETCHED_TSX, runnerOf } from '../adopt/projenrc';
import { listedIn, type Manager, managerOf, rootSeen } from '../adopt/survey/manager';
import type { PackageRunner } from '../model/model';
import { fileIn, placeOf } from '../outside/checkout';
import { readIfThere } from '../outside/files';

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
  const listed = listedIn(packageJsonIn(root, ''));
  if (!listed.includes('projen-tag-build')) {
    return { synthesize: (projenrc) => runnerOf(projenrc) === 'python' ? `python ${projenrc}` : npxCommand('synth'), command: npxCommand, laysPackagesDown: false };
  }
  const { call, isPnp } = callsIn(root);
  const runners = { tsx: listed.includes('tsx') ? `${call} tsx` : FETCHED_TSX, node: isPnp ? 'yarn node' : 'node', python: 'python' };
  return {
    synthesize: (projenrc) => `${runners[runnerOf(projenrc)]} ${projenrc}`,
    command: (name) => `${call} projen-tag-build ${name}`,
    laysPackagesDown: !isPnp,
  };
}

const RUNNERS: readonly PackageRunner[] = ['npx', 'pnpm exec', 'yarn', 'bunx'];

/** What calls a program of an installed package; a project whose package.json projen writes says so by how projen is called. */
export function packageRunnerIn(root: Project): PackageRunner {
  if (javascript.NodePackage.of(root)) {
    return RUNNERS.find((runner) => root.projenCommand === `${runner} projen`) ?? 'npx';
  }
  const manager = listedIn(packageJsonIn(root, '')).some((name) => ['projen', 'projen-tag-build'].includes(name)) ? managerIn(root) : undefined;
  return manager ? packageCommands(manager).run : 'npx';
}

function managerIn(root: Project): Manager | undefined {
  return managerOf(rootSeen({
    read: (file) => readIfThere(fileIn(root.outdir, file)),
    has: (file) => placeOf(root.outdir, file).stats !== undefined,
  }));
}

/** How an installed program is called. npm refuses to where package.json asks for another package manager. */
function callsIn(root: Project): { readonly call: string; readonly isPnp: boolean } {
  const manager = managerIn(root);
  const run = packageRunnerIn(root);
  return { call: run === 'npx' ? 'npx --no --' : run, isPnp: manager?.isPnp ?? false };
}
