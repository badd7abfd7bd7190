import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import * as path from 'node:path';
import { build, type BuildOptions, type Metafile } from 'esbuild';

const COMMAND = 'bin/projen-tag-build.js';
const LIBRARY = 'lib/index.js';

/** What a user of the library has installed. */
const PEERS = ['projen', 'constructs'];

/** Under which jsii notes what a class is. */
const JSII_NOTE = Symbol.for('jsii.rtti');

const COMMON: BuildOptions = { bundle: true, platform: 'node', target: 'node20', format: 'cjs', metafile: true, logLevel: 'warning' };

/** The commands with all that they need, so that the package brings no tree of dependencies. A stack still names functions and lines. */
async function bundleCommand(): Promise<void> {
  const { metafile } = await build({
    ...COMMON,
    entryPoints: ['src/cli.ts'],
    outfile: COMMAND,
    banner: { js: '#!/usr/bin/env node' },
    // some packages have a second form, as modules, which alone can be bundled
    mainFields: ['module', 'main'],
    minify: true,
    keepNames: true,
    lineLimit: 120,
    legalComments: 'eof',
  });
  writeFileSync('bin/THIRD-PARTY-LICENSES.txt', packagesIn(metafile!).map(licenseOf).join(`\n${'-'.repeat(80)}\n\n`));
}

/** The packages that something in the output is from, each by its directory. */
function packagesIn({ outputs }: Metafile): string[] {
  const inputs = Object.entries(outputs[COMMAND].inputs).filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file);
  return [...new Set(inputs.flatMap((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file) ?? []))].sort();
}

/** Fails where a package has no text of its license, which must go with what is taken from it. */
function licenseOf(directory: string): string {
  const { name, version, license } = JSON.parse(readFileSync(path.join(directory, 'package.json'), 'utf8'));
  const texts = readdirSync(directory).filter((file) => /^(licen[cs]e|copying|notice)(\.|$)/i.test(file));
  if (!texts.length) {
    throw new Error(`${directory} has no file with its license`);
  }
  return [`${name} ${version} (${license})`, '', ...texts.map((file) => readFileSync(path.join(directory, file), 'utf8').trim()), ''].join('\n');
}

/**
 * All in one file, and in one scope: reading many files takes longer than what is in them, and so
 * does a function around each. It is made from the sources; what jsii has noted on the classes that
 * it compiled goes with it.
 */
async function bundleLibrary(): Promise<void> {
  const compiled: Record<string, any> = await import(path.resolve(LIBRARY));
  const names = Object.keys(compiled).filter((name) => !['default', 'module.exports'].includes(name)).sort();
  const noted = Object.fromEntries(names.map((name) => [name, compiled[name][JSII_NOTE]]));
  const { metafile } = await build({
    ...COMMON,
    entryPoints: ['src/index.ts'],
    outfile: LIBRARY,
    allowOverwrite: true,
    external: PEERS,
    // without comments, which the declarations have; functions keep their names by themselves
    minifyWhitespace: true,
    lineLimit: 120,
    footer: {
      // a class that speaks of itself has lost its name
      js: `for (const [name, note] of Object.entries(${JSON.stringify(noted)})) `
        + "Object.defineProperty(module.exports[name], 'name', { value: name })[Symbol.for('jsii.rtti')] = note;\n"
        // it is never run: an ES module that imports a name looks for it here
        + `0 && (module.exports = { ${names.join(', ')} });`,
    },
  });
  const foreign = metafile!.outputs[LIBRARY].imports.map((needed) => needed.path).filter((name) => !isBuiltin(name) && !PEERS.includes(name));
  if (foreign.length) {
    throw new Error(`the library needs ${foreign.join(', ')}, which no user of it has`);
  }
  mustBeTheSame(names.map((name) => [name, compiled[name].name, noted[name]]));
}

/** In a process of its own, since this one has loaded what was there before. */
function mustBeTheSame(compiled: readonly unknown[]): void {
  const asked = `const made = require(${JSON.stringify(path.resolve(LIBRARY))});
    const classes = Object.keys(made).sort().map((name) => [name, made[name].name, made[name][Symbol.for('jsii.rtti')]]);
    process.stdout.write(JSON.stringify(classes));`;
  const made = execFileSync(process.execPath, ['-e', asked], { encoding: 'utf8' });
  if (made !== JSON.stringify(compiled)) {
    throw new Error(`the library in one file has other classes than what jsii compiled: ${made}`);
  }
}

void Promise.all([bundleCommand(), bundleLibrary()]);
