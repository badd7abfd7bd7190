import * as path from 'node:path/posix';
import type { AppCheck, AppFinding, Seen } from './app-check';
import { type CertainCommand, certainCommands, linesOf, MANAGERS, plainCommands } from './certain-commands';
import { declaredTools, PACKAGE_JSON, packageJsonOf, PNPM_WORKSPACE, upwards } from './package-files';
import { directoryOf, INTERPRETERS, isOwn, LIFECYCLE } from './script-files';
import { submodulesIn } from '../github/git-modules';
import type { BuildJobModel, Model, PlatformModel } from '../model/model';
import { type Fields, fields } from '../outside/data';
import { isIgnoredBy } from '../outside/git-ignore';

const IGNORE = '.gitignore';
const SUBMODULES = '.gitmodules';

/** What makes no file that a later command could run. */
const HARMLESS = ['echo', 'printf', 'true', 'rm', 'rimraf', 'del', 'mkdir', 'mkdirp', 'chmod', 'export', 'set', 'corepack', 'cross-env', 'dotenv', 'env', 'run-s', 'npm-run-all'];

/** A file that a package script runs. */
interface RunFile {
  readonly script: string;
  /** As it is written. */
  readonly file: string;
  /** From the repository's root. */
  readonly location: string;
}

export const scriptFileMissing: AppCheck = {
  id: 'script-file-missing',
  cause: 'The build runs a file that is not in the repository: it is missing, or `.gitignore` keeps it out. It is there on the machine where it was made, and on no runner.',
  cure: 'Commit the file, or let the build make it first. A file that is ignored and was added all the same cannot be told from others: switch the rule off for it.',
  files: (model, job) => upwards(model, job, PACKAGE_JSON, PNPM_WORKSPACE),
  more: (seen) => runFiles(seen).flatMap(({ location }) => filesAbout(seen, location)),
  check: (seen) => {
    const found = runFiles(seen).flatMap((one) => complaint(seen, one));
    return [...new Map(found.map((finding) => [finding.what, finding])).values()];
  },
};

/** The file itself, what git is told of it, and what keeps it in another repository. */
function filesAbout({ model, job }: Seen, location: string): string[] {
  const above = location.split('/').map((_, depth, segments) => segments.slice(0, depth).join('/'));
  return [location, SUBMODULES, ...above.map((directory) => path.join(directory, IGNORE))].map((file) => nameOf(model, job, file));
}

/** The name by which a file of the repository is seen. */
function nameOf(model: Model, job: BuildJobModel, location: string): string {
  return path.relative(`/${directoryOf(model, job)}`, `/${location}`);
}

/** Those that nothing can have made before. */
function runFiles(seen: Seen): RunFile[] {
  const { model, job } = seen;
  const scripts = fields(packageJsonOf(seen).scripts);
  const installed = scriptsOfInstall(seen);
  return job.platforms.flatMap((platform) => {
    const commands = [...stepsBefore(job, platform), ...certainCommands(platform.run, scripts)];
    const last = commands.findIndex(({ words }) => !isHarmless(words, scripts, installed));
    return commands.slice(0, last < 0 ? undefined : last + 1).flatMap(({ words, script }) => {
      const file = script && fileOf(words);
      const location = file && path.join(directoryOf(model, job), file);
      return location && isOwn(model, job, file, location) ? [{ script, file, location }] : [];
    });
  });
}

/** The commands of the declaration's own steps before a build; none of words for what cannot be told. */
function stepsBefore(job: BuildJobModel, platform: PlatformModel): CertainCommand[] {
  const tools = declaredTools(job, platform).flatMap(({ steps }) => steps);
  const steps = [...tools, ...job.preInstallSteps, ...platform.preInstallSteps, ...job.prepare, ...job.preBuildSteps, ...platform.preBuildSteps];
  return steps.flatMap(({ run }) => run === undefined ? [[]] : linesOf([run]).flatMap(plainCommands)).map((words) => ({ words, script: '' }));
}

/** A file that is named plainly, with its extension: others are looked for in several places. */
function fileOf([program = '', first = '']: readonly string[]): string {
  const file = INTERPRETERS.includes(program) ? first : program.includes('/') ? program : '';
  return /^(?![/~-])[^$`%*?:\\]+\.\w+$/.test(file) && !file.includes('node_modules/') ? file : '';
}

/** The package scripts that an install may run; undefined where it runs those of a whole workspace. */
function scriptsOfInstall(seen: Seen): Fields | undefined {
  const manifests = upwards(seen.model, seen.job, PACKAGE_JSON).map((file) => fields(seen.content(file)));
  const workspaces = upwards(seen.model, seen.job, PNPM_WORKSPACE).map((file) => fields(seen.content(file)).packages);
  const isWorkspace = [...manifests.map((manifest) => manifest.workspaces), ...workspaces].some(Boolean);
  return isWorkspace ? undefined : Object.assign({}, ...manifests.map((manifest) => fields(manifest.scripts))) as Fields;
}

function isHarmless([program, verb = 'install']: readonly string[], scripts: Fields, installed: Fields | undefined): boolean {
  if (MANAGERS.includes(program)) {
    const isInstall = ['ci', 'i', 'install', 'clean-install'].includes(verb) || verb.startsWith('--');
    return isInstall
      ? installed !== undefined && LIFECYCLE.every((name) => !Object.hasOwn(installed, name))
      : ['run', 'run-script', 'config'].includes(verb) || Object.hasOwn(scripts, verb);
  }
  return HARMLESS.includes(program);
}

function complaint(seen: Seen, { script, file, location }: RunFile): AppFinding[] {
  const ignoredBy = ignoring(seen, location);
  if (ignoredBy !== undefined) {
    return [{
      at: PACKAGE_JSON,
      what: `script '${script}' runs '${file}', which '${ignoredBy}' keeps out of the repository`,
      fix: `Let the build make it first, or commit it: git add --force ${file}`,
    }];
  }
  const isThere = seen.files.has(nameOf(seen.model, seen.job, location)) || isInSubmodule(seen, location);
  return isThere ? [] : [{ at: PACKAGE_JSON, what: `script '${script}' runs '${file}', which is not in the repository`, fix: 'Commit it, or correct its path.' }];
}

/** The file by which git leaves another alone, from the repository's root; the nearest decides. */
function ignoring({ model, job, files }: Seen, location: string): string | undefined {
  const segments = location.split('/');
  const verdicts = segments.flatMap((_, depth) => {
    const by = path.join(...segments.slice(0, depth), IGNORE);
    const patterns = files.get(nameOf(model, job, by));
    const ignored = patterns && isIgnoredBy(patterns, segments.slice(depth).join('/'));
    return ignored === undefined || ignored === '' ? [] : [{ by, ignored }];
  });
  const last = verdicts.at(-1);
  return last?.ignored ? last.by : undefined;
}

function isInSubmodule({ model, job, files }: Seen, location: string): boolean {
  const listed = files.get(nameOf(model, job, SUBMODULES)) ?? '';
  return submodulesIn(listed).some((directory) => location.startsWith(`${directory}/`));
}
