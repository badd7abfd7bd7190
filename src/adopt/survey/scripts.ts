import type { System } from './platforms';
import type { Sight } from './sight';

/** What package scripts call the systems. */
const SYSTEM_WORDS: Readonly<Record<System, readonly string[]>> = {
  linux: ['linux'],
  macos: ['mac', 'macos', 'osx', 'darwin'],
  windows: ['win', 'win32', 'win64', 'windows'],
};

/** What they call what is made, the likeliest first. */
const VERBS = ['dist', 'package', 'make', 'build', 'bundle', 'pack', 'installer', 'app', 'tauri', 'electron', 'release'];

/** Scripts that may build on a system: those for it alone, then those that name none. Each is a plain word. */
export function scriptsFor(sight: Sight, system: System): string[] {
  const scripts = Object.keys(sight.scripts).filter((name) => /^\w[\w:.-]*$/.test(name)).map((name) => ({ name, words: name.toLowerCase().split(/[^a-z0-9]+/) }));
  const building = scripts.filter(({ words }) => words.some((word) => VERBS.includes(word)) && !words.some((word) => /^(?:pre|post)|^(?:dev|serve|test|watch|start)$/.test(word)))
    .sort((a, b) => rank(a.words) - rank(b.words));
  const own = building.filter(({ words }) => systemsOf(words).join() === system);
  const general = building.filter(({ words }) => systemsOf(words).length === 0);
  return [...own, ...general].map(({ name }) => name);
}

/** The systems that some script is for. */
export function systemsOfScripts(sight: Sight): System[] {
  return (Object.keys(SYSTEM_WORDS) as System[]).filter((system) => scriptsFor(sight, system).some((name) => systemsOf(name.toLowerCase().split(/[^a-z0-9]+/)).length > 0));
}

function systemsOf(words: readonly string[]): System[] {
  return (Object.keys(SYSTEM_WORDS) as System[]).filter((system) => SYSTEM_WORDS[system].some((word) => words.includes(word)));
}

/** Short names first, and of those the likeliest. */
function rank(words: readonly string[]): number {
  return words.length * VERBS.length + Math.min(...words.map((word) => VERBS.indexOf(word)).filter((at) => at >= 0));
}
