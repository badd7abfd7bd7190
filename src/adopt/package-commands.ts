import type { Manager } from './survey/manager';
import type { PackageRunner } from '../model/model';

/** What a package manager is told at the root of a repository. */
export interface PackageCommands {
  /** Installs development dependencies. */
  readonly add: string;
  /** Takes them back. */
  readonly remove: string;
  /** Runs a program of an installed package. */
  readonly run: PackageRunner;
}

type By = Pick<Manager, 'name' | 'version' | 'isWorkspace'>;

const COMMANDS: Readonly<Record<Manager['name'], (manager: By) => PackageCommands>> = {
  npm: () => ({ add: 'npm install --save-dev', remove: 'npm uninstall', run: 'npx' }),
  // which refuses to install at the root of a workspace otherwise
  pnpm: ({ isWorkspace }) => ({ add: `pnpm add --save-dev${isWorkspace ? ' --workspace-root' : ''}`, remove: 'pnpm remove', run: 'pnpm exec' }),
  yarn: ({ isWorkspace, version }) => {
    // the second Yarn has no such option
    const atRoot = isWorkspace && version?.startsWith('1.') ? ' --ignore-workspace-root-check' : '';
    return { add: `yarn add --dev${atRoot}`, remove: `yarn remove${atRoot}`, run: 'yarn' };
  },
  bun: () => ({ add: 'bun add --dev', remove: 'bun remove', run: 'bunx' }),
};

export function packageCommands(manager: By): PackageCommands {
  return COMMANDS[manager.name](manager);
}
