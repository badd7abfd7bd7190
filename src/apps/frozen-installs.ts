import * as path from 'node:path/posix';
import type { BuildJobModel, Model, StepModel } from '../model/model';
import { type SourceDirectory, sourceOf } from '../model/paths';

export type PackageManager = 'npm' | 'pnpm' | 'yarn';

/** A command that installs what the lock file says, and fails where package.json says something else. */
export interface FrozenInstall {
  readonly manager: PackageManager;
  /** From the workspace. */
  readonly directory: string;
  /** Whether the line or one before it leaves the step's directory, so that `directory` is only where the step begins. */
  readonly elsewhere: boolean;
  /** Whether it fails without a lock file, too. */
  readonly needsLock: boolean;
}

/** A frozen install, and the jobs that have it. */
export interface InstallOfJobs extends FrozenInstall {
  readonly jobs: readonly BuildJobModel[];
  /** Where the directory comes from; undefined where it comes from no repository. */
  readonly source: SourceDirectory | undefined;
}

interface Frozen {
  readonly manager: PackageManager;
  readonly command: RegExp;
  readonly needsLock: boolean;
}

/** pnpm freezes by itself on CI, if there is a lock file. @see https://pnpm.io/cli/install#--frozen-lockfile */
const FROZEN: readonly Frozen[] = [
  { manager: 'npm', command: /^npm (ci|clean-install)(\s|$)/, needsLock: true },
  { manager: 'pnpm', command: /^pnpm (i|install)\s(.*\s)?--frozen-lockfile(\s|$)/, needsLock: true },
  { manager: 'pnpm', command: /^pnpm (i|install)((?!\s--no-frozen-lockfile|\s--frozen-lockfile=|\s--fix-lockfile|\s--global)\s-\S+)*$/, needsLock: false },
  { manager: 'yarn', command: /^yarn (install\s)?(.*\s)?--(immutable|frozen-lockfile)(\s|$)/, needsLock: true },
];

const LEAVES = /(^|[;&|(]\s*)(cd|pushd)\s|\s(-C|--dir|--prefix|--cwd)[\s=]/;

/** The frozen installs of all own steps before the build, and of the build's own commands. */
export function frozenInstalls(model: Model): InstallOfJobs[] {
  const found = model.jobs.flatMap((job) => stepsOf(job).flatMap((step) => inStep(step, job.workingDirectory))
    .map((install) => ({ ...install, jobs: [job], source: sourceOf(model, job, install.directory) })));
  const groups = found.map((one) => found.filter((other) => sameInstall(one, other)));
  return groups.filter(([first], index) => first === found[index])
    .map((same) => ({ ...same[0], jobs: [...new Set(same.flatMap(({ jobs }) => jobs))] }));
}

export function stepsOf({ preInstallSteps: first, prepare, preBuildSteps: last, platforms }: BuildJobModel): StepModel[] {
  return [
    ...first, ...prepare, ...last,
    ...platforms.flatMap(({ preInstallSteps, preBuildSteps, run }) => [...preInstallSteps, ...preBuildSteps, { run: run.join('\n') }]),
  ];
}

function sameInstall(a: InstallOfJobs, b: InstallOfJobs): boolean {
  return a.source?.repository === b.source?.repository && a.manager === b.manager && a.directory === b.directory && a.elsewhere === b.elsewhere;
}

function inStep(step: StepModel, home: string): FrozenInstall[] {
  const lines = (step.run ?? '').split('\n').map((line) => line.trim());
  const directory = path.normalize(step['working-directory'] ?? home).replace(/^\.$|\/$/, '');
  return lines.flatMap((line, index) => commandsOf(line).map(({ manager, needsLock }) => ({
    manager,
    directory,
    elsewhere: lines.slice(0, index + 1).some((before) => LEAVES.test(before)),
    needsLock,
  })));
}

function commandsOf(line: string): Frozen[] {
  return line.split(/&&|\|\||;/).flatMap((part) => FROZEN.find(({ command }) => command.test(part.trim())) ?? []);
}
