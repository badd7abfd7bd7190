import type { AppCheck, AppFinding, Seen } from './app-check';
import { declaredTools, fromJob, installsHere, PACKAGE_JSON, packageJsonOf, PNPM_WORKSPACE, textsOf, upwards } from './package-files';
import type { PlatformModel, SetupModel } from '../model/model';
import { type Fields, fields, isFields, text } from '../outside/data';
import { rangesMeet } from '../outside/version-ranges';

const SETTINGS = ['.npmrc', PNPM_WORKSPACE];

/** Node.js whose npm looks at `devEngines`; a major alone is its last. */
const WITH_DEV_ENGINES = '>=22.10';
const BEFORE_DEV_ENGINES = '<22';

/** A range that nothing of what is set up satisfies. */
interface Mismatch {
  readonly platform: PlatformModel;
  readonly field: string;
  readonly range: string;
  /** What is set up, as it is declared. */
  readonly declared: string;
  /** Why an install ends with it; '' where it only warns. */
  readonly refusedBy: string;
}

export const enginesRefused: AppCheck = {
  id: 'engines-refused',
  cause: 'The package.json admits no version of Node.js or of pnpm that is set up, or not the package manager itself, which refuses to install then.',
  cure: 'Declare what package.json admits, or correct `engines` or `devEngines`.',
  files: filesOf,
  check: (seen) => findings(seen, true),
};

export const enginesUnfit: AppCheck = {
  id: 'engines-unfit',
  cause: '`engines` in package.json admits no version of the Node.js that is set up. The install only warns, and what is built has been tried with another one.',
  cure: 'Declare a version that package.json admits, or correct `engines`.',
  files: filesOf,
  check: (seen) => findings(seen, false),
};

function filesOf(...[model, job]: Parameters<AppCheck['files']>): string[] {
  const tools = job.platforms.flatMap((platform) => declaredTools(job, platform));
  return [...upwards(model, job, PACKAGE_JSON, ...SETTINGS), ...tools.flatMap(({ versionFile }) => versionFile ? [fromJob(job, versionFile)] : [])];
}

function findings(seen: Seen, areRefused: boolean): AppFinding[] {
  const manifest = packageJsonOf(seen);
  if (!isFields(manifest.engines) && !isFields(manifest.devEngines)) {
    return [];
  }
  const found = seen.job.platforms.flatMap((platform) => mismatches(seen, platform)).filter(({ refusedBy }) => Boolean(refusedBy) === areRefused);
  const all = found.map(({ platform, field, range, declared, refusedBy }): AppFinding => ({
    at: platform.setup.length ? platform : PACKAGE_JSON,
    what: `${field} is '${range}', which ${declared} does not satisfy${refusedBy && `; ${refusedBy}`}`,
    fix: `Declare what does, or correct ${field}.`,
  }));
  return [...new Map(all.map((finding) => [`${String(finding.at === PACKAGE_JSON)} ${finding.what}`, finding])).values()];
}

function mismatches(seen: Seen, platform: PlatformModel): Mismatch[] {
  const { engines, devEngines } = packageJsonOf(seen);
  const tools = declaredTools(seen.job, platform);
  const node = saidOf(seen, tools.find(({ kind }) => kind === 'node'));
  const pnpm = saidOf(seen, tools.find(({ kind }) => kind === 'pnpm'));
  return [
    ...unmet(node, text(fields(engines).node)).map((range) => ({ field: 'engines.node', range, declared: node!.declared, refusedBy: strictness(seen, tools) })),
    ...isInstalledBy('pnpm', seen) ? unmet(pnpm, text(fields(engines).pnpm)).map((range) => ({ field: 'engines.pnpm', range, declared: pnpm!.declared, refusedBy: 'pnpm refuses to install then' })) : [],
    ...npmLooks(seen, node) ? unmetByNpm(fields(devEngines), node!).map((unmetField) => ({ ...unmetField, refusedBy: 'npm refuses to install then' })) : [],
  ].map((mismatch) => ({ platform, ...mismatch }));
}

/** A version that is set up. */
interface Said {
  readonly range: string;
  /** For a message. */
  readonly declared: string;
}

function saidOf(seen: Seen, tool: SetupModel | undefined): Said | undefined {
  if (!tool?.versionFile) {
    return tool && { range: tool.version, declared: `Setup.${tool.kind}('${tool.version}')` };
  }
  const file = fromJob(seen.job, tool.versionFile);
  const [, range = ''] = /^[ \t]*(?:node(?:js)?[ \t]+)?v?(\d[\w.-]{0,100})[ \t\r]*$/m.exec(seen.files.get(file) ?? '') ?? [];
  return { range: file.endsWith('.json') ? '' : range, declared: `'${range}' in '${file}'` };
}

/** The range itself where no version that is set up satisfies it. */
function unmet(said: Said | undefined, range: string): string[] {
  return said && rangesMeet(said.range, range) === false ? [range] : [];
}

/** @see https://docs.npmjs.com/cli/configuring-npm/package-json#devengines */
function unmetByNpm({ runtime, packageManager }: Fields, node: Said): Pick<Mismatch, 'field' | 'range' | 'declared'>[] {
  const [needed, manager] = [runtime, packageManager].map(fields).map(({ onFail = 'error', ...only }) => onFail === 'error' ? only : {});
  const ranges = needed.name === 'node' ? unmet(node, text(needed.version)) : [];
  return [
    ...ranges.map((range) => ({ field: 'devEngines.runtime', range, declared: node.declared })),
    ...['', 'npm'].includes(text(manager.name)) ? [] : [{ field: 'devEngines.packageManager', range: text(manager.name), declared: 'npm' }],
  ];
}

/** Why an install ends where the Node.js is another one; '' where it goes on. */
function strictness(seen: Seen, tools: readonly SetupModel[]): string {
  const manager = ['npm', 'pnpm', 'yarn'].find((name) => isInstalledBy(name, seen));
  const texts = settingsOf(seen);
  if (manager === 'yarn') {
    return tools.some(({ kind, version }) => kind === 'yarn' && version.startsWith('1.')) ? 'Yarn refuses to install then' : '';
  }
  return manager && texts.some((settings) => /^[ \t]*(?:engine-strict[ \t]*=|engineStrict:)[ \t]*true[ \t\r]*$/m.test(settings)) ? 'engine-strict refuses to install then' : '';
}

/** The settings of the app, and of a workspace above it: of no other directory does a package manager read them. */
function settingsOf(seen: Seen): string[] {
  const directories = upwards(seen.model, seen.job, '');
  const read = directories.filter((directory) => directory === '' || seen.files.has(`${directory}${PNPM_WORKSPACE}`) || packageJsonOf(seen, directory).workspaces !== undefined);
  return textsOf(seen, read.flatMap((directory) => SETTINGS.map((file) => `${directory}${file}`)));
}

/** Whether npm installs here, and looks at `devEngines`. */
function npmLooks(seen: Seen, node: Said | undefined): boolean {
  return node !== undefined && rangesMeet(node.range, WITH_DEV_ENGINES) === true && rangesMeet(node.range, BEFORE_DEV_ENGINES) === false && isInstalledBy('npm', seen);
}

function isInstalledBy(manager: string, { job }: Seen): boolean {
  return installsHere(job).some((line) => line.split(' ')[0] === manager && !line.includes('engine'));
}
