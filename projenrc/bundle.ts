import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import * as path from 'node:path';
import { build, type Metafile, type Plugin, transform, type TransformOptions } from 'esbuild';
import { asCommonJs } from './common-js';
import { unusedParts } from './unused-parts';

const COMMAND = 'bin/projen-tag-build.js';
const COMMAND_SOURCE = 'src/cli.ts';
const LIBRARY = 'lib/index.js';
const LIBRARY_SOURCE = 'src/index.ts';

/** What is loaded only where it is needed: the chunks, and the modules that each holds. */
const LATE: Readonly<Record<string, readonly string[]>> = {
  'app-checks': ['src/apps/app-checks.ts'],
  'ignore': ['src/outside/ignore.ts'],
  'init': ['src/tasks/init/init.ts'],
  'release': ['src/tasks/release/release.ts'],
  'semver': ['src/outside/semver.ts'],
  'status': ['src/tasks/status/status.ts'],
  // who publishes signs as a rule, and to read one file is faster than many
  'uncommon': [
    'src/render/doc/publishing-doc.ts',
    'src/render/workflow/publish-jobs.ts',
    'src/render/workflow/rehearsal.ts',
    'src/render/workflow/watch.ts',
    'src/rules/dependency-rules.ts',
    'src/rules/publish-rules.ts',
    'src/rules/rehearse-rules.ts',
    'src/rules/signing-rules.ts',
    'src/signings/signing-kinds.ts',
    'src/targets/target-kinds.ts',
    'src/updaters/updater-kinds.ts',
  ],
  'why': ['src/tasks/why/why.ts'],
  'yaml': ['src/outside/yaml.ts'],
};

/** What a user of the library has installed. */
const PEERS = ['projen', 'constructs'];

/** Under which jsii notes what a class is. */
const JSII_NOTE = Symbol.for('jsii.rtti');

const MINIFIED = { platform: 'node', target: 'node20', minifyWhitespace: true, minifySyntax: true } as const;

type Outputs = Metafile['outputs'];

/**
 * The library and the commands with all that these need, so that the package brings no tree of
 * dependencies, made from the sources. What both need is there once, in a chunk that they share;
 * what a command loads late has a chunk of its own. Each is one scope: reading many files takes
 * longer than what is in them, and so does a function around each.
 */
async function bundle(): Promise<void> {
  const compiled: Record<string, any> = await import(path.resolve(LIBRARY));
  const names = Object.keys(compiled).filter((name) => !['default', 'module.exports'].includes(name)).sort();
  const classes = names.map((name): Class => [name, compiled[name].name, compiled[name][JSII_NOTE]]);
  const shared = sharedModules((await bundled([])).metafile.outputs);
  const { outputFiles, metafile: { outputs } } = await bundled(shared);
  mustStandAlone(outputs);
  readdirSync('lib').filter((file) => file.startsWith('chunk-')).forEach((file) => rmSync(path.join('lib', file)));
  mkdirSync(path.dirname(COMMAND), { recursive: true });
  const loaded = loadedBy(LIBRARY, outputs);
  for (const { path: absolute, text } of outputFiles) {
    const file = path.relative('.', absolute);
    writeFileSync(file, await commonJs(text, !loaded.includes(file), {
      banner: file === COMMAND ? '#!/usr/bin/env node' : '',
      footer: file === LIBRARY ? libraryFooter(classes) : '',
    }));
  }
  writeFileSync('bin/THIRD-PARTY-LICENSES.txt', licensesOf(packagesIn(outputs)));
  mustBeTheSame(classes);
}

/**
 * @param shared modules that each part has: of what some parts have, and others not, esbuild makes a
 * chunk for each set of parts, and the library would read many files
 */
async function bundled(shared: readonly string[]) {
  return build({
    ...MINIFIED,
    bundle: true,
    // the only format that esbuild splits
    format: 'esm',
    splitting: true,
    entryPoints: {
      [withoutExtension(COMMAND)]: `part:${COMMAND}`,
      [withoutExtension(LIBRARY)]: LIBRARY_SOURCE,
      ...Object.fromEntries(Object.keys(LATE).map((name) => [`lib/chunk-${name}`, `part:${name}`])),
    },
    outdir: '.',
    chunkNames: 'lib/chunk-[hash]',
    external: PEERS,
    // some packages have a second form, as modules, which alone can be bundled
    mainFields: ['module', 'main'],
    plugins: [unusedParts, parts(shared)],
    write: false,
    metafile: true,
    logLevel: 'warning',
  });
}

/** The modules that the library loads with others. */
function sharedModules(outputs: Outputs): string[] {
  return loadedBy(LIBRARY, outputs).filter((file) => file !== LIBRARY)
    .flatMap((file) => Object.keys(outputs[file].inputs)).filter((file) => file.startsWith('src/'));
}

/** A file of ours, and those that are read with it. */
function loadedBy(file: string, outputs: Outputs): string[] {
  const found = new Set([file]);
  for (const one of found) {
    outputs[one].imports.filter(({ kind, external }) => kind === 'import-statement' && !external).forEach((needed) => found.add(needed.path));
  }
  return [...found];
}

/** esbuild would put what is required into what requires it. All of that lies one directory below the package. */
const parts = (shared: readonly string[]): Plugin => ({
  name: 'parts',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /^part:/ }, ({ path: name }) => ({ path: name.replace('part:', ''), namespace: 'part' }));
    onLoad({ filter: /./, namespace: 'part' }, ({ path: name }) => ({
      contents: [
        ...shared.map((file) => `import './${withoutExtension(file)}';`),
        ...(LATE[name] ?? [COMMAND_SOURCE]).map((file) => `export * from './${withoutExtension(file)}';`),
      ].join('\n'),
      resolveDir: '.',
    }));
    onResolve({ filter: /^\./ }, ({ kind, path: name, resolveDir }) => {
      const file = `${path.relative('.', path.resolve(resolveDir, name))}.ts`;
      const chunk = Object.keys(LATE).find((one) => LATE[one].includes(file));
      // a command that declares a build asks the library itself
      const made = chunk ? `lib/chunk-${chunk}.js` : file === LIBRARY_SOURCE ? LIBRARY : undefined;
      if (kind === 'require-call' && file.startsWith('src/') && !made) {
        return { errors: [{ text: `${file} is required, and no chunk has it: add it to one, or import it` }] };
      }
      return kind === 'require-call' && made ? { path: `../${made}`, external: true } : undefined;
    });
  },
});

/** A class of the library: under which name it is exported, its own name, and what jsii has noted on it when it compiled it. */
type Class = readonly [exported: string, name: string, note: unknown];

/**
 * A stack still names functions and lines.
 *
 * @param isShort whether all names are short; to keep those that a stack shows then takes time when it is loaded. Otherwise only those inside of functions are
 */
async function commonJs(text: string, isShort: boolean, around: Pick<TransformOptions, 'banner' | 'footer'>): Promise<string> {
  const { code } = await transform(text, { ...MINIFIED, format: 'esm', minifyIdentifiers: isShort, keepNames: isShort });
  // of what is no module esbuild takes the names outside of functions for global ones
  return (await transform(asCommonJs(code), { ...MINIFIED, ...around, minifyIdentifiers: !isShort, supported: { 'dynamic-import': false }, lineLimit: 120 })).code;
}

/** What jsii has noted on the classes that it compiled. */
function libraryFooter(classes: readonly Class[]): string {
  const noted = Object.fromEntries(classes.map(([exported, , note]) => [exported, note]));
  // a class that speaks of itself has lost its name
  return `for (const [name, note] of Object.entries(${JSON.stringify(noted)})) `
    + "Object.defineProperty(module.exports[name], 'name', { value: name })[Symbol.for('jsii.rtti')] = note;\n"
    // it is never run: an ES module that imports a name looks for it here
    + `0 && (module.exports = { ${Object.keys(noted).join(', ')} });\n`;
}

function withoutExtension(file: string): string {
  return file.replace(/\.[jt]s$/, '');
}

/** Fails where something is loaded that nobody has who installs the package. */
function mustStandAlone(outputs: Outputs): void {
  const needed = Object.values(outputs).flatMap(({ imports }) => imports.map(({ path: name }) => name));
  const foreign = needed.filter((name) => !isBuiltin(name) && !PEERS.includes(name) && !(name.replace('../', '') in outputs));
  if (foreign.length) {
    throw new Error(`the package needs ${foreign.join(', ')}, which no user of it has`);
  }
}

/** The packages that something in the outputs is from, each by its directory. */
function packagesIn(outputs: Outputs): string[] {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs));
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file);
  return [...new Set(used.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []))].sort();
}

/** Packages with the same text share it. */
function licensesOf(directories: readonly string[]): string {
  const texts = [...new Set(directories.map(licenseText))];
  return texts
    .map((text) => [...directories.filter((directory) => licenseText(directory) === text).map(titleOf), '', text, ''].join('\n'))
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function titleOf(directory: string): string {
  const { name, version, license } = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'));
  return `${name} ${version} (${license})`;
}

/** Fails where a package has no text of its license, which must go with what is taken from it. */
function licenseText(directory: string): string {
  const texts = readdirSync(directory).filter((file) => /^(licen[cs]e|copying|notice)([.-]|$)/i.test(file));
  if (!texts.length) {
    throw new Error(`${directory} has no file with its license`);
  }
  return texts.map((file) => readFileSync(path.join(directory, file), 'utf8').trim()).join('\n');
}

/** In a process of its own, since this one has loaded what was there before. */
function mustBeTheSame(compiled: readonly Class[]): void {
  const asked = `const made = require(${JSON.stringify(path.resolve(LIBRARY))});
    const classes = Object.keys(made).sort().map((name) => [name, made[name].name, made[name][Symbol.for('jsii.rtti')]]);
    process.stdout.write(JSON.stringify(classes));`;
  const made = execFileSync(process.execPath, ['-e', asked], { encoding: 'utf8' });
  if (made !== JSON.stringify(compiled)) {
    throw new Error(`the bundled library has other classes than what jsii compiled: ${made}`);
  }
}

void bundle();
