import { kindsOf } from './bundles';
import { architectureIn } from './platforms';
import type { FoundFile } from '../../assemble/legs';
import type { TauriLeg } from '../../contract';

/** The only bundle whose name says no architecture. */
const APP = /^(.+)(\.app\.tar\.gz)$/;

/** The words that other bundles of Tauri have for them on macOS. */
const WORDS: Readonly<Record<string, string>> = { x86_64: 'x64', aarch64: 'aarch64' };

/** What archives of apps are called where one leg built several of one name, each in the directory of its target. */
export function appNames(legs: readonly TauriLeg[], all: readonly FoundFile[]): ReadonlyMap<FoundFile, string> {
  return new Map(legs.filter(({ targets }) => targets.some((target) => kindsOf(target).includes('app'))).flatMap(({ job, platform }) => {
    const apps = all.filter(({ leg, path }) => leg.job === job && leg.platform === platform && APP.test(nameOf(path)));
    return apps.flatMap((file): [FoundFile, string][] => {
      const [word, isAlone] = [WORDS[architectureIn(file.path)], apps.every((other) => other === file || nameOf(other.path) !== nameOf(file.path))];
      return word && !isAlone ? [[file, nameOf(file.path).replace(APP, `$1_${word}$2`)]] : [];
    });
  }));
}

function nameOf(path: string): string {
  return path.split('/').at(-1)!;
}
