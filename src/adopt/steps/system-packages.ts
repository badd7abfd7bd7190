import { brief, short, understood } from './report-lines';
import { dialectOf, partScript, type Pipeline } from './script';
import { isReplaceable, usedAction } from './used-action';
import { distinct } from '../../text/words';
import { apt } from '../../toolchains/apt';
import { brew } from '../../toolchains/brew';
import { choco } from '../../toolchains/choco';
import type { Toolchain } from '../../toolchains/toolchain';
import { winget } from '../../toolchains/winget';
import { type Code, call, list } from '../code';
import type { LegSource, StepMeaning, StepReader } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

type Word = 'apt' | 'brew' | 'cask' | 'choco' | 'winget';

/** What a command installs; no packages where it only brings lists up to date. */
interface Installed {
  readonly word: Word;
  readonly packages: readonly string[];
}

const SHAPES: Readonly<Record<Word, Toolchain>> = { apt, brew, cask: brew, choco, winget };
const SYSTEMS: Readonly<Record<Word, string>> = { apt: 'linux', brew: 'macos', cask: 'macos', choco: 'windows', winget: 'windows' };
/** From here on, packages may come from a source that `Setup` knows nothing of. */
const OTHER_SOURCE = /add-apt-repository|apt-add-repository|sources\.list|apt-key|keyrings|brew tap|choco source|winget source/;

/** Packages of apt, Homebrew, Chocolatey and winget. */
export const systemPackages: StepReader = {
  read: (step, leg) => {
    if (!isReplaceable(withoutFrontend(step), leg)) {
      return undefined;
    }
    return step.run === undefined ? fromAction(step, leg) : fromScript(step, leg);
  },
};

/** apt is never asked anything. */
function withoutFrontend(step: StepSource): StepSource {
  const { DEBIAN_FRONTEND: _, ...env } = step.env;
  return { ...step, env };
}

function fromAction(step: StepSource, leg: LegSource): StepMeaning | undefined {
  const packages = words(step.with.packages ?? '');
  const isKnown = usedAction(step)?.name === 'awalsh128/cache-apt-pkgs-action' && packages.length > 0;
  const code = isKnown ? codeOf({ word: 'apt', packages }, leg) : undefined;
  return code === undefined ? undefined : { setup: [code], report: [understood(step, `${brief(code)}, without a cache`)] };
}

function fromScript(step: StepSource, leg: LegSource): StepMeaning | undefined {
  const script = step.run!;
  const before = leg.steps.slice(0, leg.steps.findIndex(({ line }) => line === step.line));
  if (!/apt|brew|choco|cinst|winget/.test(script) || [script, ...before.map(({ run = '' }) => run)].some((text) => OTHER_SOURCE.test(text))) {
    return undefined;
  }
  const { taken, rest } = partScript(script, dialectOf(step, leg), (pipeline) => isTaken(pipeline, leg));
  const all = taken.map((pipeline) => installedBy(pipeline)!);
  const found = distinct(all.map(({ word }) => word)).flatMap((word) => {
    const packages = distinct(all.filter((one) => one.word === word).flatMap((one) => one.packages));
    const code = codeOf({ word, packages }, leg);
    return code ? { code, text: taken[all.findIndex((one) => one.word === word && one.packages.length)].text } : [];
  });
  return found.length === 0 ? undefined : {
    setup: found.map(({ code }) => code),
    rest: rest === undefined ? undefined : { ...step, run: rest, env: withoutFrontend(step).env },
    report: found.map(({ code, text }) => understood(step, brief(code), short(text))),
  };
}

function isTaken(pipeline: Pipeline, leg: LegSource): boolean {
  const installed = installedBy(pipeline);
  return installed !== undefined && (installed.packages.length === 0 || codeOf(installed, leg) !== undefined);
}

function codeOf({ word, packages }: Installed, { system, runsOn }: LegSource): Code | undefined {
  const fits = [SYSTEMS[word], 'unknown'].includes(system) && !(word === 'winget' && runsOn.some((label) => /2022|-arm$/.test(label)));
  return fits && packages.length && packages.every((name) => SHAPES[word].packages!.shape.test(name)) ? call(`Setup.${word}`, list(packages)) : undefined;
}

/** Options that change nothing of what is installed. */
const QUIET = new RegExp(`^(?:${[
  '-y', '--yes', '--assume-yes', '-q+', '--quiet', '-qy', '-yq+', '-f', '-r', '-e', '--exact', '--silent', '--force', '--formulae?', '--confirm',
  '--no-progress', '--no-install-recommends', '--fix-missing', '--limit-output', '--disable-interactivity', '--accept-(?:source|package)-agreements',
].join('|')})$`);

const PREFIX = /^(?:sudo|-E|-n|env|DEBIAN_FRONTEND=\w+|HOMEBREW_\w+=\w+)$/;

function installedBy({ commands: [{ words: all, redirects }, ...others] }: Pipeline): Installed | undefined {
  if (others.length || redirects.some(([, file]) => file !== '/dev/null' && file !== '1')) {
    return undefined;
  }
  const [program, ...args] = all.slice(all.findIndex((word) => !PREFIX.test(word))).filter((word) => !QUIET.test(word));
  switch (program) {
    case 'apt': case 'apt-get': return byCommand('apt', args, ['install'], ['update']);
    case 'brew': return args.includes('--cask')
      ? byCommand('cask', args.filter((word) => word !== '--cask'), ['install', 'reinstall'], [])
      : byCommand('brew', args, ['install'], ['update']);
    case 'choco': case 'choco.exe': return byCommand('choco', withVersion(args), ['install', 'upgrade'], []);
    case 'cinst': return byCommand('choco', ['install', ...withVersion(args)], ['install'], []);
    case 'winget': return byCommand('winget', withVersion(args.filter((word) => word !== '--id')), ['install'], []);
    default: return undefined;
  }
}

function byCommand(word: Word, args: readonly string[], installs: readonly string[], updates: readonly string[]): Installed | undefined {
  const [command, ...packages] = args;
  if (updates.includes(command) && packages.length === 0) {
    return { word, packages: [] };
  }
  return installs.includes(command) && packages.length > 0 ? { word, packages } : undefined;
}

/** `nsis --version 3.10` is `nsis=3.10`, of one package alone. */
function withVersion(args: readonly string[]): string[] {
  const at = args.findIndex((word) => /^--?version(?:=|$)/.test(word));
  if (at < 0) {
    return [...args];
  }
  const [, joined] = /=(.+)$/.exec(args[at]) ?? [];
  const others = args.filter((_, index) => index !== at && (joined !== undefined || index !== at + 1));
  return others.length === 2 ? [others[0], `${others[1]}=${joined ?? args[at + 1]}`] : [...args];
}

function words(text: string): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}
