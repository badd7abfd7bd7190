import * as path from 'node:path/posix';
import type { Seen } from './app-check';
import { declaredTools, installsHere, packageJsonOf } from './package-files';
import { type PossibleCommand, possibleCommands } from './possible-commands';
import { handedTo } from '../model/jobs';
import type { BuildJobModel, Model, PlatformModel, StepModel } from '../model/model';
import { sourceOf } from '../model/paths';
import { fields, text } from '../outside/data';
import { distinct } from '../text/words';

/** What runs the file that is named behind it. */
export const INTERPRETERS = ['bash', 'sh', 'node', 'python', 'python3', 'tsx', 'ts-node', 'zx', 'ruby', 'perl'];

/** Package scripts that an install runs. */
export const LIFECYCLE = ['preinstall', 'install', 'postinstall', 'prepublish', 'preprepare', 'prepare', 'postprepare'];

/** A text that a leg runs, or may run. */
export interface RunText {
  /** Where it stands, a phrase: "step 'Install'", "script 'dist'", "'scripts/pack.js'". */
  readonly by: string;
  readonly text: string;
  /** The file, from the working directory; '' for what the declaration says. */
  readonly file: string;
}

/** Longer than anybody writes by hand. */
const MOST_CHARACTERS = 200_000;

/** A file of a shell or of JavaScript, named plainly. */
const SCRIPT_FILE = /^(?![/~-])[^$`%*?:\\]+\.(?:sh|[cm]?[jt]s)$/;

/** What a leg runs: the declaration's own lines, the package scripts that these call, and the shell and JavaScript files of the repository that those name. */
export function runTexts(seen: Seen, platform: PlatformModel): RunText[] {
  const scripts = fields(packageJsonOf(seen).scripts);
  const called = distinct(commandsOf(seen, platform).map(({ script }) => script).filter(Boolean));
  return [
    ...stepsOfLeg(seen.job, platform).flatMap(({ name, run }) => run === undefined ? [] : [{ by: name ? `step '${name}'` : 'a step', text: run, file: '' }]),
    ...platform.script ? [] : [{ by: 'the build', text: platform.run.join('\n'), file: '' }],
    ...called.map((name) => ({ by: `script '${name}'`, text: text(scripts[name]), file: 'package.json' })),
    ...scriptFilesOf(seen, platform).map((file) => ({ by: `'${file}'`, text: seen.files.get(file) ?? '', file })),
  ].filter((one) => one.text.length <= MOST_CHARACTERS);
}

/** The names of those files, from the working directory. */
export function scriptFilesOf(seen: Seen, platform: PlatformModel): string[] {
  const { model, job } = seen;
  const named = commandsOf(seen, platform).flatMap(({ words: [program = '', ...told] }) =>
    INTERPRETERS.includes(program) || program === 'bun' ? told.filter((word) => SCRIPT_FILE.test(word)).slice(0, 1) : program.includes('/') && SCRIPT_FILE.test(program) ? [program] : []);
  return distinct(named.map(path.normalize)).filter((file) => !file.includes('node_modules/') && isOwn(model, job, file, path.join(directoryOf(model, job), file)));
}

/** Platforms have most of their lines in common, and several checks ask for the same. */
const known = new WeakMap<Seen, Map<string, readonly PossibleCommand[]>>();

/** Those that may run in the working directory. */
function commandsOf(seen: Seen, platform: PlatformModel): readonly PossibleCommand[] {
  const { job } = seen;
  const here = stepsOfLeg(job, platform).filter((step) => (step['working-directory'] ?? job.workingDirectory) === job.workingDirectory);
  const installs = installsHere(job).some((line) => !line.includes('--ignore-scripts'));
  const scripts = fields(packageJsonOf(seen).scripts);
  const run = [...here.map((step) => step.run ?? ''), ...installs ? LIFECYCLE.filter((name) => Object.hasOwn(scripts, name)).map((name) => `npm run ${name}`) : [], ...platform.run];
  return run.flatMap((lines) => commandsIn(seen, lines));
}

function commandsIn(seen: Seen, lines: string): readonly PossibleCommand[] {
  const commands = known.get(seen) ?? new Map<string, readonly PossibleCommand[]>();
  known.set(seen, commands);
  if (!commands.has(lines)) {
    commands.set(lines, possibleCommands(seen, { run: [lines] }));
  }
  return commands.get(lines)!;
}

/** A condition on what started the run; it may be false for every tag. */
const FOR_OTHER_RUNS = /\bgithub\s*\.\s*(?:base_ref|event|head_ref|ref)/i;

/** Those that run whatever tag is pushed. */
function stepsOfLeg(job: BuildJobModel, platform: PlatformModel): StepModel[] {
  return [
    ...declaredTools(job, platform).flatMap(({ steps }) => steps), ...job.preInstallSteps, ...platform.preInstallSteps, ...job.prepare,
    ...job.preBuildSteps, ...platform.preBuildSteps, ...platform.postBuildSteps, ...job.postBuildSteps,
  ].filter((step) => !FOR_OTHER_RUNS.test(step.if ?? ''));
}

/** Whether a file can only come with the repository of the job. */
export function isOwn(model: Model, job: BuildJobModel, file: string, location: string): boolean {
  const inWorkspace = path.join(job.workingDirectory, file);
  const isHandedOn = handedTo(model, job).some(({ path: arrival }) => arrival === '' || inWorkspace.startsWith(`${arrival}/`));
  return !location.startsWith('../') && !isHandedOn
    && sourceOf(model, job, inWorkspace)?.repository === sourceOf(model, job, job.workingDirectory)?.repository;
}

/** Where a job builds, from the root of its repository. */
export function directoryOf(model: Model, job: BuildJobModel): string {
  return sourceOf(model, job, job.workingDirectory)?.path ?? '';
}
