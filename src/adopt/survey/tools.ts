import * as path from 'node:path/posix';
import type { App } from './app';
import { installLine, type Manager } from './manager';
import type { Sight } from './sight';
import type { SetupKind } from '../../model/model';
import { type Fields, fields, text } from '../../outside/data';
import { rangesMeet } from '../../outside/version-ranges';
import { versionPattern } from '../../toolchains/tool-files';
import { call, type CallCode, type Code } from '../code';

/** Versions that are maintained, the one to take where any will do first. */
const NODES = ['24', '22', '20'];
const PYTHONS = ['3.13', '3.12', '3.11', '3.10', '3.9'];

/** What is taken where nothing says a version: each has a comment that says so. */
const GUESSED = { pnpm: '10', yarn: '4.12.0', bun: '1.3.0' } as const;

/** The nearest file that says a version of a tool, from the directory of the app. */
export function versionFile(sight: Sight, kind: SetupKind, names: readonly string[]): string | undefined {
  const found = sight.upwards().flatMap((one) => names.filter((name) => versionPattern({ kind, versionFile: name })?.test(one.text(name) ?? '')).map((name) => ({ one, name })));
  return found[0]?.one.from(sight.directory, found[0].name);
}

/** A tool in the version of a file, or in one that is given. */
export function toolFrom(sight: Sight, kind: SetupKind, names: readonly string[], otherwise: string): CallCode {
  const file = versionFile(sight, kind, names);
  return file === undefined ? call(`Setup.${kind}`, otherwise) : call(`Setup.${kind}From`, file);
}

export function nodeOf(sight: Sight): CallCode {
  const file = versionFile(sight, 'node', ['.nvmrc', '.node-version', '.tool-versions']);
  if (file !== undefined) {
    return call('Setup.nodeFrom', file);
  }
  const said = sight.upwards().map((one) => ({ one, range: nodeRange(one.manifest) })).find(({ range }) => range !== '');
  // of an open range the action takes the newest there is, whatever that is on the day
  return said && /^[~^=v]*\d+(?:\.(?:\d+|x|\*))*$/.test(said.range)
    ? call('Setup.nodeFrom', said.one.from(sight.directory, 'package.json'))
    : call('Setup.node', NODES.find((version) => rangesMeet(version, said?.range ?? '') !== false) ?? NODES[0]);
}

/** In the order in which the action looks. */
function nodeRange({ volta, engines, devEngines }: Fields): string {
  return (text(fields(volta).node) || text(fields(fields(devEngines).runtime).version) || text(fields(engines).node)).trim();
}

/** Python, with a note where any version would do. */
export function pythonOf(sight: Sight): Pick<App, 'setup' | 'notes'> {
  const range = /^[ \t]*requires-python[ \t]*=[ \t]*["']([^"']*)/m.exec(sight.text('pyproject.toml') ?? '')?.[1] ?? '';
  const fitting = PYTHONS.find((version) => rangesMeet(version, range.replaceAll(',', ' ')) !== false);
  const setup = toolFrom(sight, 'python', ['.python-version', '.tool-versions', ...fitting ? [] : ['pyproject.toml']], fitting ?? PYTHONS[0]);
  return {
    setup: [setup],
    notes: setup.name === 'Setup.python' ? [{ option: 'setup', text: `no file names one version of Python; ${setup.args[0] as string} is a guess. .python-version would say it to everybody` }] : [],
  };
}

/** rustup knows the file by its directory, so it counts where the app lies only. */
export function rustOf(sight: Sight): CallCode {
  const file = versionFile(sight, 'rust', ['rust-toolchain.toml', 'rust-toolchain']);
  return file === undefined ? call('Setup.rust') : call('Setup.rustFrom', file);
}

/** What comes with the packages of a package.json. */
export interface Packages extends Pick<App, 'setup' | 'notes'> {
  /** Steps of `prepare`, each with the directory that it runs in, from the root. */
  readonly prepare: readonly { readonly name: string; readonly run: string; readonly directory: string }[];
  readonly found: readonly { readonly what: string; readonly where?: string }[];
}

export function packagesOf(sight: Sight, manager: Manager): Packages {
  const { name, version, lock } = manager;
  const node = nodeOf(sight);
  const isFromFile = node.name === 'Setup.nodeFrom';
  const guess = version === undefined && name in GUESSED && !versionFile(sight, 'bun', ['.bun-version']) ? GUESSED[name as keyof typeof GUESSED] : undefined;
  return {
    setup: [node, ...managerSetup(sight, manager, guess)],
    // the packages of a workspace are installed where its lock file lies
    prepare: [{ name: 'Install dependencies', run: installLine(manager), directory: lock === undefined ? sight.directory : path.dirname(lock).replace(/^\.$/, '') }],
    found: [isFromFile ? { what: 'the version of Node.js', where: sight.path(String(node.args[0])) } : { what: `Node.js ${node.args[0] as string}, since no file names one version of it` }],
    notes: [
      ...guess === undefined ? [] : [{ option: 'setup', text: `no file names a version of ${name}; ${guess} is a guess. "packageManager" in package.json would say it to everybody` }],
      ...lock === undefined ? [{ option: 'prepare', text: `there is no lock file of ${name}, so that each run gets other packages: commit one` }] : [],
    ],
  };
}

function managerSetup(sight: Sight, { name, version, isSaidHere }: Manager, guess: string | undefined): Code[] {
  switch (name) {
    case 'npm':
      return version === undefined ? [] : [call('Setup.npm', version)];
    case 'bun':
      return [toolFrom(sight, 'bun', ['.bun-version', ...version === undefined ? [] : ['package.json']], version ?? guess ?? GUESSED.bun)];
    default:
      return [isSaidHere ? call(`Setup.${name}`) : call(`Setup.${name}`, version ?? guess!)];
  }
}
