import { placedCommands, under } from './placed-commands';
import type { BuildJobModel, Model, StepModel } from '../model/model';
import { type SourceDirectory, sourceOf } from '../model/paths';

export type PackageManager = 'npm' | 'pnpm' | 'yarn' | 'bun' | 'uv' | 'cargo';

/** A command that takes what the lock file says, and fails where the manifest says something else. */
export interface FrozenInstall {
  readonly manager: PackageManager;
  /** From the workspace. */
  readonly directory: string;
  /** Whether nobody can tell where it installs, so that `directory` is only where the step begins. */
  readonly elsewhere: boolean;
  /** Whether the step comes to it whatever it finds, and fails where it does. */
  readonly isCertain: boolean;
  /** Whether it fails without a lock file, too. */
  readonly needsLock: boolean;
}

/** A frozen install, and the jobs that have it. */
export interface InstallOfJobs extends FrozenInstall {
  readonly jobs: readonly BuildJobModel[];
  /** Where the directory comes from; undefined where it comes from no repository. */
  readonly source: SourceDirectory | undefined;
}

/** A command of a manager of packages, taken apart. */
interface Called {
  /** What it is to do; '' where nothing is said. */
  readonly verb: string;
  /** Options, those with a value as `--name=value` only. */
  readonly options: readonly string[];
  /** What it is to do it with. */
  readonly operands: readonly string[];
}

interface Manager {
  /** Options that say where it works. */
  readonly into: readonly string[];
  /** Whether that is a file in the directory. */
  readonly isFile?: true;
  /** Whether it is frozen, and then whether it needs a lock file. */
  frozen(called: Called): 'with-lock' | 'if-locked' | undefined;
}

/** How each is told that it must not change the lock file. */
const MANAGERS: Readonly<Record<PackageManager, Manager>> = {
  npm: {
    into: ['--prefix', '-C'],
    frozen: ({ verb }) => ['ci', 'clean-install', 'ic', 'install-clean'].includes(verb) ? 'with-lock' : undefined,
  },
  // it freezes by itself on CI, if there is a lock file: https://pnpm.io/cli/install#--frozen-lockfile
  pnpm: {
    into: ['--dir', '-C'],
    frozen: ({ verb, options, operands }) => !['i', 'install'].includes(verb) ? undefined
      : options.includes('--frozen-lockfile') ? 'with-lock'
        : operands.length || options.some((option) => THAWS.test(option)) ? undefined : 'if-locked',
  },
  yarn: {
    into: ['--cwd'],
    frozen: ({ verb, options }) => ['', 'install', 'workspaces'].includes(verb) && has(options, '--immutable', '--frozen-lockfile') ? 'with-lock' : undefined,
  },
  bun: {
    into: ['--cwd'],
    frozen: ({ verb, options }) => verb === 'ci' || ['i', 'install'].includes(verb) && has(options, '--frozen-lockfile') ? 'with-lock' : undefined,
  },
  uv: {
    into: ['--project', '--directory'],
    frozen: ({ verb, options }) => ['sync', 'run', 'export'].includes(verb) && has(options, '--locked', '--frozen') ? 'with-lock' : undefined,
  },
  // `install` builds what has a lock file of its own
  cargo: {
    into: ['--manifest-path'],
    isFile: true,
    frozen: ({ verb, options }) => ['b', 'build', 'c', 'check', 'r', 'run', 'rustc', 't', 'test', 'fetch'].includes(verb) && has(options, '--locked', '--frozen') ? 'with-lock' : undefined,
  },
};

/** What lets pnpm change the lock file, or has nothing to do with it. */
const THAWS = /^(?:--(?:no-|prefer-|no-prefer-)?frozen-lockfile(?:=.*)?|--(?:fix-lockfile|lockfile-only|no-lockfile|global|save(?:-.*)?)|-[DEOPg])$/;

/** What runs something else, to which all belongs that stands behind that. */
const RUNS = ['run', 'run-script', 'exec', 'dlx', 'x'];

/** What is no value of an option, whatever stands before it. */
const VERBS = [...RUNS, 'i', 'install', 'ci', 'clean-install', 'add', 'sync', 'export', 'b', 'build', 'test', 'publish', 'pack', 'pip', 'tool'];

/** The frozen installs of all own steps before the build, and of the build's own commands. */
export function frozenInstalls(model: Model): InstallOfJobs[] {
  const found = model.jobs.flatMap((job) => stepsOf(job).flatMap((step) => inStep(step, job.workingDirectory))
    .map((install) => ({ ...install, jobs: [job], source: sourceOf(model, job, install.directory) })));
  const groups = found.map((one) => found.filter((other) => sameInstall(one, other)));
  return groups.filter(([first], index) => first === found[index])
    .map((same) => ({ ...same[0], needsLock: same.some(({ needsLock }) => needsLock), jobs: [...new Set(same.flatMap(({ jobs }) => jobs))] }));
}

export function stepsOf({ preInstallSteps: first, prepare, preBuildSteps: last, platforms }: BuildJobModel): StepModel[] {
  return [
    ...first, ...prepare, ...last,
    ...platforms.flatMap(({ preInstallSteps, preBuildSteps, run }) => [...preInstallSteps, ...preBuildSteps, { run: run.join('\n') }]),
  ];
}

function sameInstall(a: InstallOfJobs, b: InstallOfJobs): boolean {
  return a.source?.repository === b.source?.repository && a.manager === b.manager && a.directory === b.directory
    && a.elsewhere === b.elsewhere && a.isCertain === b.isCertain;
}

function inStep(step: StepModel, home: string): FrozenInstall[] {
  const begins = step['working-directory'] ?? home;
  return placedCommands(step.run ?? '', begins).flatMap(({ words: [program, ...words], directory: here, isCertain }) => {
    if (!Object.hasOwn(MANAGERS, program)) {
      return [];
    }
    const manager = program as PackageManager;
    const { into, called } = callOf(MANAGERS[manager], words);
    const frozen = MANAGERS[manager].frozen(called);
    const directory = into === undefined ? here : under(here, MANAGERS[manager].isFile ? `${into}/..` : into);
    const where = { directory: directory ?? under('', begins || '.') ?? begins, elsewhere: directory === undefined };
    return frozen ? [{ manager, ...where, isCertain, needsLock: frozen === 'with-lock' }] : [];
  });
}

/** The words of a command. A word behind an option may be the value of that. */
function callOf({ into }: Manager, words: readonly string[]): { readonly into: string | undefined; readonly called: Called } {
  let where: string | undefined;
  const options: string[] = [];
  const plain: string[] = [];
  for (let at = 0; at < words.length && words[at] !== '--' && !(RUNS.includes(plain[0]) && plain.length > 1); at++) {
    const word = words[at];
    const [name, ...value] = word.split('=');
    if (into.includes(name)) {
      where = value.length ? value.join('=') : words[++at] ?? '';
    } else if (word.startsWith('-')) {
      options.push(word);
    } else if (!word.startsWith('+') && (VERBS.includes(word) || !isOpen(words[at - 1], where))) {
      plain.push(word);
    }
  }
  const [verb = '', ...operands] = plain;
  return { into: where, called: { verb, options, operands } };
}

/** Whether what stands before a word is an option that may still want a value. */
function isOpen(before: string | undefined, value: string | undefined): boolean {
  return before !== undefined && before !== value && /^-[^=]*$/.test(before);
}

function has(options: readonly string[], ...names: readonly string[]): boolean {
  return options.some((option) => names.includes(option));
}
