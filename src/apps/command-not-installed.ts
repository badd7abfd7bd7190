import type { AppCheck, Seen } from './app-check';
import { certainCommands } from './certain-commands';
import { dependenciesOf, isPlain, LOCK_FILES, ownWords, PACKAGE_JSON, packageJsonOf, textsOf, upwards } from './package-files';
import type { OperatingSystem } from '../model/model';
import { fields } from '../outside/data';

/** Commands of packages that projects are built with, where the package is not called like its command. */
const PROVIDERS: Readonly<Record<string, readonly string[]>> = {
  'babel': ['@babel/cli', 'babel-cli'],
  'cap': ['@capacitor/cli'],
  'cpx': ['cpx', 'cpx2'],
  'cross-env-shell': ['cross-env'],
  'del': ['del-cli'],
  'dotenv': ['dotenv-cli'],
  'electron': ['electron', 'electron-nightly'],
  'electron-forge': ['@electron-forge/cli', 'electron-forge'],
  'electron-packager': ['@electron/packager', 'electron-packager'],
  'electron-rebuild': ['@electron/rebuild', 'electron-rebuild'],
  'esbuild': ['esbuild', 'esbuild-wasm'],
  'neu': ['@neutralinojs/neu'],
  'ng': ['@angular/cli'],
  'npm-run-all': ['npm-run-all', 'npm-run-all2'],
  'nuxi': ['nuxi', 'nuxt', '@nuxt/cli'],
  'nuxt': ['nuxt', '@nuxt/cli'],
  'pkg': ['pkg', '@yao-pkg/pkg'],
  'rollup': ['rollup', '@rollup/wasm-node'],
  'run-p': ['npm-run-all', 'npm-run-all2'],
  'run-s': ['npm-run-all', 'npm-run-all2'],
  'svelte-kit': ['@sveltejs/kit'],
  'swc': ['@swc/cli'],
  'tauri': ['@tauri-apps/cli'],
  'tsc': ['typescript'],
  'vsce': ['@vscode/vsce', 'vsce'],
  'vue-cli-service': ['@vue/cli-service'],
};

/** Those that are called alike. */
const NAMESAKES = [
  'concurrently', 'copyfiles', 'cross-env', 'electron-builder', 'electron-vite', 'env-cmd', 'mkdirp', 'next',
  'nx', 'patch-package', 'prisma', 'react-scripts', 'rimraf', 'shx', 'ts-node', 'tsup', 'tsx', 'turbo', 'vite', 'vue-tsc', 'wait-on',
];

/** @see https://github.com/actions/runner-images */
const ON_IMAGES: Readonly<Partial<Record<OperatingSystem, readonly string[]>>> = { linux: ['tsc'] };

/** How each package manager adds one, by its lock file. */
const ADDS: Readonly<Record<string, string>> = { 'pnpm-lock.yaml': 'pnpm add -D', 'yarn.lock': 'yarn add -D', 'bun.lock': 'bun add -D' };

export const commandNotInstalled: AppCheck = {
  id: 'command-not-installed',
  cause: 'A package script that the build runs calls a command of a package that neither package.json nor the lock file names, so that no install brings it. '
    + 'It is found on a machine where it is installed for all projects, and on no runner.',
  cure: 'Add the package to the devDependencies. Only commands of well-known packages are looked at; where a step brings it in another way, switch the rule off.',
  files: (model, job) => upwards(model, job, PACKAGE_JSON),
  more: (seen) => unnamed(seen).length ? upwards(seen.model, seen.job, ...LOCK_FILES) : [],
  check: (seen) => {
    const { model, job } = seen;
    const locks = LOCK_FILES.filter((name) => textsOf(seen, upwards(model, job, name)).length);
    const texts = textsOf(seen, upwards(model, job, ...locks));
    // without a lock file nobody can tell what comes along with what is named
    const known = texts.length && !texts.includes('') ? unnamed(seen) : [];
    const missing = known.filter(({ packages }) => !packages.some((name) => texts.some((lock) => isLocked(lock, name))));
    return missing.map(({ script, program, packages: [name] }) => ({
      at: PACKAGE_JSON,
      what: `script '${script}' calls '${program}', which no dependency provides`,
      fix: `Add the package that has it: ${ADDS[locks[0]] ?? 'npm install -D'} ${name}`,
    }));
  },
};

/** A command that no package.json brings. */
interface Unnamed {
  readonly script: string;
  readonly program: string;
  /** What would bring it. */
  readonly packages: readonly string[];
}

/** Each command of a script once, but for what the runner or the declaration itself may bring. */
function unnamed(seen: Seen): Unnamed[] {
  const { model, job } = seen;
  const scripts = fields(packageJsonOf(seen).scripts);
  const named = dependenciesOf(...upwards(model, job, PACKAGE_JSON).map((name) => fields(seen.content(name))));
  // names of package scripts are no words of what they call
  const own = ownWords(job).replace(/\b(?:npm|pnpm|yarn|bun)(?: run)? [\w:./-]+/g, '');
  const found = job.platforms.filter(isPlain).flatMap(({ run, system }) => certainCommands(run, scripts).flatMap(({ words: [program = ''], script }) => {
    const packages = providersOf(program);
    const isBrought = ON_IMAGES[system]?.includes(program) || [program, ...packages].some((name) => named.includes(name) || own.includes(name));
    return packages.length && !isBrought ? [{ script, program, packages }] : [];
  }));
  return [...new Map(found.reverse().map((one) => [one.program, one])).values()].reverse();
}

function providersOf(program: string): readonly string[] {
  return Object.hasOwn(PROVIDERS, program) ? PROVIDERS[program] : NAMESAKES.filter((name) => name === program);
}

function isLocked(lock: string, name: string): boolean {
  return [`node_modules/${name}"`, `${name}@`, `/${name}/`].some((part) => lock.includes(part));
}
