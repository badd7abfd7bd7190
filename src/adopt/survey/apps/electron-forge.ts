import { forgeCommands } from '../../../apps/electron-forge';
import { madeBy } from '../../../apps/electron-forge-makers';
import { type Fields, fields, isFields } from '../../../outside/data';
import { distinct } from '../../../text/words';
import { type AppKind, type Build, plainName } from '../app';
import { type ManagerName, managerOf, programLine, scriptLine } from '../manager';
import { PLATFORMS, type System, usualOf } from '../platforms';
import { scriptsFor } from '../scripts';
import type { Sight } from '../sight';

const PROGRAMS = ['js', 'cjs', 'mjs', 'ts', 'cts', 'mts'].map((ending) => `forge.config.${ending}`);

/** @see https://www.electronforge.io/config/makers */
export const electronForge: AppKind = {
  id: 'electron-forge',
  isCertain: true,
  read: (sight) => {
    const { forge } = fields(sight.manifest.config);
    const program = PROGRAMS.find((file) => sight.has(file));
    if (!isFields(forge) && !program && !('@electron-forge/cli' in sight.dependencies)) {
      return undefined;
    }
    const configuration = isFields(forge) ? forge : {};
    // a program is not run: what it may use is installed, and a zip is made as the template does
    const makers = isFields(forge) ? [forge.makers].flat().filter(isFields)
      : Object.keys(sight.dependencies).filter((name) => name.startsWith('@electron-forge/maker-')).map((name): Fields => name.endsWith('-zip') ? { name, platforms: ['darwin'] } : { name });
    const manager = managerOf(sight)?.name ?? 'npm';
    return {
      title: 'Electron Forge',
      file: program ?? 'package.json',
      name: plainName(sight.manifest.productName, sight.manifest.name),
      platforms: usualOf((['linux', 'windows', 'macos'] as const).filter((system) => filesOf(makers, system, configuration).length)),
      build: (platform) => build(sight, PLATFORMS[platform].system, manager, filesOf(makers, PLATFORMS[platform].system, configuration)),
      usesNode: true,
      setup: [],
      prepare: {},
      manifests: ['package.json'],
      notes: isFields(forge) || !makers.length ? [] : [{ option: 'platforms', text: `the makers are those that package.json installs; compare them with ${program ?? 'the configuration'}` }],
    };
  },
};

function filesOf(makers: readonly Fields[], system: System, configuration: Fields): string[] {
  return distinct(makers.flatMap((maker) => madeBy(maker, system, configuration)?.paths ?? []));
}

function build(sight: Sight, system: System, manager: ManagerName, files: readonly string[]): Build {
  const script = scriptsFor(sight, system).find((name) => {
    const commands = forgeCommands(sight, { run: [scriptLine(manager, name)] });
    return commands.length > 0 && commands.every(({ command, words }) => command === 'make' && !words.includes('--platform'));
  });
  return {
    ...script ? { script } : { run: [programLine(manager, 'electron-forge make')] },
    artifacts: files.length ? files : ['out/make/**/*'],
    notes: files.length ? [] : ['no maker is known that makes something here: compare the artifacts with a build'],
  };
}
