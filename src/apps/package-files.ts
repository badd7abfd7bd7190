import * as path from 'node:path/posix';
import type { Seen } from './app-check';
import { linesOf } from './certain-commands';
import { stepsOf } from './frozen-installs';
import type { BuildJobModel, Model, PlatformModel, SetupModel } from '../model/model';
import { sourceOf } from '../model/paths';
import { type Fields, fields } from '../outside/data';

export const PACKAGE_JSON = 'package.json';
export const PNPM_WORKSPACE = 'pnpm-workspace.yaml';

/** What tells which packages are installed, in the working directory or above it. */
export const LOCK_FILES = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock'];

/** Where package managers look for files of a name: in the working directory, then in each above it in the same repository. */
export function upwards(model: Model, job: BuildJobModel, ...files: readonly string[]): string[] {
  const depth = sourceOf(model, job, job.workingDirectory)?.path.split('/').filter(Boolean).length ?? 0;
  return Array.from({ length: depth + 1 }, (_, up) => '../'.repeat(up)).flatMap((directory) => files.map((file) => `${directory}${file}`));
}

/** Where a directory of the workspace lies, from the working directory of a job. */
export function fromJob({ workingDirectory }: BuildJobModel, directory: string): string {
  return path.relative(`/${workingDirectory}`, `/${directory}`);
}

export function packageJsonOf(seen: Seen, directory = ''): Fields {
  return fields(seen.content(path.join(directory, PACKAGE_JSON)));
}

/** Names of what one or more package.json ask to be installed. */
export function dependenciesOf(...manifests: readonly Fields[]): string[] {
  return manifests.flatMap((manifest) => ['dependencies', 'devDependencies', 'optionalDependencies'].flatMap((group) => Object.keys(fields(manifest[group]))));
}

/** The texts of those files that are there. */
export function textsOf({ files }: Seen, names: readonly string[]): string[] {
  return names.flatMap((name) => files.get(name) ?? []);
}

/** The tools that are declared for a leg: its own stand behind those of its job. What is installed along with them is none. */
export function declaredTools({ setup }: BuildJobModel, platform: PlatformModel): SetupModel[] {
  return [...setup, ...platform.setup];
}

/** All that the declaration itself runs in a job: nobody else can tell what it brings. */
export function ownWords(job: BuildJobModel): string {
  const tools = [job.setup, ...job.platforms.map(({ setup }) => setup)].flat();
  return [...stepsOf(job), ...tools.flatMap(({ steps }) => steps)].map((step) => [step.run, step.uses, JSON.stringify(step.with)].filter(Boolean).join('\n')).join('\n');
}

/** Asked for each platform by several checks. */
const known = new WeakMap<BuildJobModel, readonly string[]>();

/** The lines by which a package manager installs in the working directory itself. */
export function installsHere(job: BuildJobModel): readonly string[] {
  const lines = known.get(job) ?? findInstalls(job);
  known.set(job, lines);
  return lines;
}

function findInstalls(job: BuildJobModel): string[] {
  const here = stepsOf(job).filter((step) => (step['working-directory'] ?? job.workingDirectory) === job.workingDirectory);
  return here.flatMap(({ run }) => run === undefined ? [] : linesOf([run])).map((line) => line.trim())
    .filter((line) => /^(?:npm (?:ci|i|install)|pnpm (?:i|install)|yarn(?: install)?)(?=\s|$)/.test(line) && !/\s(?:-C|-g|-r|-w|-F|--(?:dir|prefix|cwd|global|filter|recursive|workspace-root))(?:[\s=]|$)/.test(line));
}

/** Whether a runner has nothing but what GitHub's image of it has. */
export function isPlain({ host, container }: PlatformModel): boolean {
  return host === 'github' && container === undefined;
}

/** Versions in which a package is locked, by any of the lock files. */
export function lockedVersions(lock: string, name: string): string[] {
  if (!lock.includes(name)) {
    return [];
  }
  const escaped = name.replace(/[/.-]/g, '\\$&');
  return [
    // npm; pnpm; Yarn, with the line of the version below that of the name; Bun
    new RegExp(`node_modules/${escaped}":\\s*\\{\\s*"version":\\s*"([^"\\s]{1,100})"`, 'g'),
    new RegExp(`^ {2}['"]?/?${escaped}[@/](\\d[^:'"(\\s]{0,100})`, 'gm'),
    new RegExp(`^"?${escaped}@[^\\n]{0,1000}:\\n {2}version:? "?([^"\\s]{1,100})`, 'gm'),
    new RegExp(`\\["${escaped}@(\\d[^"\\s]{0,100})"`, 'g'),
  ].flatMap((pattern) => [...lock.matchAll(pattern)].map(([, version]) => version));
}
