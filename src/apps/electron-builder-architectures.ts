import type { ElectronPlatform } from './electron-builder';
import { findRunner } from '../github/runners';
import type { OperatingSystem } from '../model/model';
import { fields, text, texts } from '../outside/data';
import { distinct } from '../text/words';
import { SECTIONS } from '../updaters/electron-builder-feed';

const FLAG = /^--(arm64|armv7l|ia32|universal|x64)$/;
const SUFFIX = /:(arm64|armv7l|ia32|universal|x64)$/;

/**
 * The architectures that electron-builder builds for on a platform, for one system; undefined where
 * nothing names one and the runner does not tell its own. Those of a target count before those of a command.
 *
 * @see https://www.electron.build/cli
 */
export function architecturesOf({ commands, configuration = {}, platform }: ElectronPlatform, system: OperatingSystem): string[] | undefined {
  const own = platform.runsOn.flatMap((label) => findRunner(label)?.arch ?? []).slice(0, 1);
  const targets = [fields(configuration[SECTIONS[system]]).target].flat();
  const all = commands.map(({ words }) => {
    const flagged = words.flatMap((word) => FLAG.exec(word)?.[1] ?? []);
    const told = words.flatMap((word) => SUFFIX.exec(word)?.[1] ?? []);
    const otherwise = flagged.length ? flagged : own;
    return told.length ? told : targets.flatMap((target) => {
      const named = texts([fields(target).arch].flat());
      const [, suffix] = SUFFIX.exec(text(target) || text(fields(target).target)) ?? [];
      return named.length ? named : suffix ? [suffix] : otherwise;
    });
  });
  return all.every(({ length }) => length) ? distinct(all.flat()) : undefined;
}
