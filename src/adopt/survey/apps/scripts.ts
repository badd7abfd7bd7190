import type { App, AppKind, Build } from '../app';
import { plainName } from '../app';
import { managerOf } from '../manager';
import { PLATFORMS, type System, usualOf } from '../platforms';
import { scriptsFor, systemsOfScripts } from '../scripts';
import type { Sight } from '../sight';

/** What is made and where is guessed: a person compares it with a build. */
const GUESSED = ['dist/*'];

/** Package scripts that seem to build, by their names. */
export const scripts: AppKind = {
  id: 'scripts',
  isCertain: false,
  read: (sight) => {
    const systems = systemsOfScripts(sight);
    const isBuilt = (system: System) => scriptsFor(sight, system).length > 0;
    return (['linux', 'windows', 'macos'] as const).some(isBuilt) ? {
      ...guessed('package scripts', 'package.json', plainName(sight.manifest.productName, sight.manifest.name)),
      platforms: usualOf(systems.filter(isBuilt)),
      build: (platform): Build => {
        const [script] = scriptsFor(sight, PLATFORMS[platform].system);
        return { ...script === undefined ? { run: ['npm run build'] } : { script }, artifacts: GUESSED };
      },
      usesNode: true,
      manifests: ['package.json'],
    } : undefined;
  },
};

/** Targets of make that make what is given to others, the likeliest first. */
const TARGETS = ['dist', 'package', 'release', 'build', 'all'];

/** A Makefile. */
export const make: AppKind = {
  id: 'make',
  isCertain: false,
  read: (sight) => {
    const file = ['GNUmakefile', 'makefile', 'Makefile'].find((name) => sight.names().includes(name));
    const targets = [...(file && sight.text(file) || '').matchAll(/^([\w.-]+)[ \t]*:(?!=)/gm)].map(([, name]) => name);
    const target = TARGETS.find((name) => targets.includes(name));
    return file === undefined ? undefined : {
      ...guessed('make', file, 'app'),
      platforms: ['linux-x64'],
      build: () => ({ run: [`make${target ? ` ${target}` : ''}`], artifacts: GUESSED }),
    };
  },
};

/** Nothing that is known: the draft says what is missing, and fails until that is written. */
export function unknownApp(sight: Sight): App {
  return {
    ...guessed('nothing that is known', '', plainName(sight.manifest.name)),
    platforms: [],
    build: () => ({ run: ["echo 'the commands that build are not declared yet' >&2; exit 1"], artifacts: GUESSED }),
    usesNode: managerOf(sight) !== undefined,
  };
}

function guessed(title: string, file: string, name: string): Omit<App, 'platforms' | 'build'> {
  return {
    title,
    file,
    name,
    usesNode: false,
    setup: [],
    prepare: {},
    manifests: [],
    isGuessed: true,
    notes: [{ option: 'platforms', text: 'the commands and the files of artifacts are guessed: write what you run, and what it leaves' }],
  };
}
