import type { AppCheck, AppFinding, Seen } from './app-check';
import { declaredTools, installsHere, ownWords, PACKAGE_JSON, PNPM_WORKSPACE, upwards } from './package-files';
import { fnmatch } from '../github/fnmatch';
import type { BuildJobModel } from '../model/model';
import { fields, texts } from '../outside/data';

const LOCK = 'pnpm-lock.yaml';
const SETTINGS = '.npmrc';

/** Since this one a package that the manifest does not name is installed all the same. */
const FIRST_OPEN_VERSION = 11;

export const pnpmLockFileElsewhere: AppCheck = {
  id: 'pnpm-lock-file-elsewhere',
  cause: 'A step installs by `pnpm install --frozen-lockfile` in a package of a workspace. pnpm looks for the one lock file of the workspace then, beside pnpm-workspace.yaml, and there is none: the one in the package is not read.',
  cure: 'Install with `--ignore-workspace`, commit the lock file of the workspace, or set `sharedWorkspaceLockfile: false` in pnpm-workspace.yaml.',
  files,
  check: (seen) => {
    const at = workspaceAbove(seen);
    const isFrozen = installs(seen.job).some((line) => /\s--frozen-lockfile(?:\s|$)/.test(line));
    return at === undefined || !isFrozen || isMember(seen, at) !== true || seen.files.has(beside(at, LOCK)) ? [] : [{
      at: beside(at, PNPM_WORKSPACE),
      what: `it makes "pnpm install --frozen-lockfile" look for '${beside(at, LOCK)}', which is not there`,
      fix: 'Install with --ignore-workspace, or commit the lock file of the workspace.',
    }];
  },
};

export const pnpmWorkspaceLeavesOut: AppCheck = {
  id: 'pnpm-workspace-leaves-out',
  cause: 'A step installs by `pnpm install` below a pnpm-workspace.yaml that does not name the package: pnpm up to version 10 installs the packages of the workspace then, and nothing for this one.',
  cure: 'Name the package in pnpm-workspace.yaml, or install with `--ignore-workspace`.',
  files,
  check: (seen) => {
    const at = workspaceAbove(seen);
    return at === undefined || !installs(seen.job).length || isMember(seen, at) !== false || !isClosed(seen.job) ? [] : [leftOut(at)];
  },
};

function leftOut(at: string): AppFinding {
  return {
    at: beside(at, PNPM_WORKSPACE),
    what: 'its packages do not include the working directory, so that "pnpm install" installs nothing there',
    fix: 'Name the directory in packages, or install with --ignore-workspace.',
  };
}

function files(...[model, job]: Parameters<AppCheck['files']>): string[] {
  return installs(job).length ? upwards(model, job, PNPM_WORKSPACE, LOCK, SETTINGS) : [];
}

function installs(job: BuildJobModel): string[] {
  return installsHere(job).filter((line) => line.startsWith('pnpm ') && !/\s--ignore-workspace(?:\s|$)/.test(line));
}

/** The directory of the workspace that the working directory lies below, from there; undefined without one, and where the declaration has a hand in it. */
function workspaceAbove({ model, job, files: there, content }: Seen): string | undefined {
  const places = upwards(model, job, PNPM_WORKSPACE);
  const found = places.find((file) => there.has(file));
  const isOwn = /pnpm-workspace|pnpm-lock|workspace-lockfile|ignore-workspace/i.test(ownWords(job).replace(/--ignore-workspace/g, ''));
  if (found === undefined || found === PNPM_WORKSPACE || isOwn || !content(found)) {
    return undefined;
  }
  const directory = found.slice(0, -PNPM_WORKSPACE.length);
  const isShared = fields(content(found)).sharedWorkspaceLockfile !== false
    && upwards(model, job, SETTINGS).every((file) => !/^[ \t]*shared-workspace-lockfile[ \t]*=[ \t]*false/m.test(there.get(file) ?? ''));
  return isShared ? directory : undefined;
}

function beside(directory: string, file: string): string {
  return `${directory}${file}`;
}

/** Whether a workspace names the working directory as one of its packages; undefined where it does so in a way that is not read here. */
function isMember({ job, content }: Seen, directory: string): boolean | undefined {
  const up = directory.split('../').length - 1;
  const name = [...job.workingDirectory.split('/').slice(-up), PACKAGE_JSON].join('/');
  // as pnpm does: a pattern is one of directories that have a package.json
  const patterns = texts(fields(content(beside(directory, PNPM_WORKSPACE))).packages).map((pattern) => pattern.replace(/^(!?)(?:\.\/)?(.*?)\/?$/s, `$1$2/${PACKAGE_JSON}`));
  return patterns.some((pattern) => /[{}()]/.test(pattern)) ? undefined : patterns.some((pattern) => !pattern.startsWith('!') && fnmatch(pattern, name)) && !patterns.some((pattern) => pattern.startsWith('!') && fnmatch(pattern.slice(1), name));
}

/** Whether all legs have a pnpm that leaves out what is not named. */
function isClosed(job: BuildJobModel): boolean {
  return job.platforms.every((platform) => declaredTools(job, platform).some(({ kind, version }) => kind === 'pnpm' && Number.parseInt(version, 10) < FIRST_OPEN_VERSION));
}
