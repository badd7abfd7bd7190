import { brief, leftOut, short, understood } from './report-lines';
import { dialectOf, partScript, type Pipeline } from './script';
import { isReplaceable, isVersion, usedAction } from './used-action';
import { distinct } from '../../text/words';
import { call, type CallCode } from '../code';
import type { LegSource, StepMeaning, StepReader } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

const EXACT = /^\d+\.\d+\.\d+$/;

/** What runs package scripts: pnpm by its actions, any by Corepack or npm. */
export const packageManagers: StepReader = {
  read: (step, leg) => {
    if (!isReplaceable(step, leg)) {
      return undefined;
    }
    return step.run === undefined ? fromAction(step, leg) : fromScript(step, leg);
  },
};

function fromAction(step: StepSource, leg: LegSource): StepMeaning | undefined {
  const name = usedAction(step)?.name ?? '';
  if (!['pnpm/action-setup', 'pnpm/setup'].includes(name)) {
    return undefined;
  }
  const { version, run_install: runsInstall = '' } = step.with;
  if (version?.includes('${{') || (version !== undefined && !isVersion(version)) || !['', 'true', 'false', 'null'].includes(runsInstall.trim())) {
    return undefined;
  }
  const code = call('Setup.pnpm', ...version ? [version] : []);
  const installs = runsInstall === 'true' || (name === 'pnpm/setup' && step.with.install !== 'false' && !installsLater(leg));
  return {
    setup: [code],
    ...installs && { rest: { line: step.line, comments: [], with: {}, env: {}, run: 'pnpm install' } },
    report: [
      understood(step, brief(code)),
      ...Object.entries(step.with).filter(([input]) => !READ.includes(input)).map(([input, value]) => leftOut(step, `${input}: ${value}`,
        input === 'cache' || input === 'cache_dependency_path' ? 'nothing is cached: a tag build must not run what another run left behind' : 'Setup.pnpm installs it its own way')),
    ],
  };
}

const READ = ['version', 'run_install', 'install', 'package_json_file', 'package-json-file'];

function installsLater({ steps }: LegSource): boolean {
  return steps.some(({ run = '' }) => /\bpnpm (?:i|install|ci)\b/.test(run));
}

function fromScript(step: StepSource, leg: LegSource): StepMeaning | undefined {
  if (!/corepack|\b(?:install|i|add)\b/.test(step.run!)) {
    return undefined;
  }
  const { taken, rest } = partScript(step.run!, dialectOf(step, leg), (pipeline) => managersIn(pipeline, leg) !== undefined);
  const codes = mostExact(taken.flatMap((pipeline) => managersIn(pipeline, leg)!));
  const what = short(taken.map(({ text }) => text).join(' && '));
  return taken.length === 0 ? undefined : {
    setup: codes,
    rest: rest === undefined ? undefined : { ...step, run: rest },
    report: [codes.length ? understood(step, codes.map(brief).join(', '), what) : leftOut(step, what, 'the package manager is set up another way')],
  };
}

/** `corepack enable` says nothing beside a command that names the version. */
function mostExact(codes: readonly CallCode[]): CallCode[] {
  return distinct(codes.map(({ name }) => name)).map((word) => {
    const own = codes.filter(({ name }) => name === word);
    return own.find(({ args }) => args.length) ?? own[0];
  });
}

/** The managers that a command installs; none where another step does it. */
function managersIn({ commands: [{ words, redirects }, ...others] }: Pipeline, leg: LegSource): CallCode[] | undefined {
  const all = words.filter((word) => !['sudo', '--activate', '--force'].includes(word));
  if (others.length || redirects.length) {
    return undefined;
  }
  if (all[0] === 'corepack') {
    return byCorepack(all.slice(1), leg);
  }
  const [, name, version = 'latest'] = /^npm (?:i|install|add) (?:-g|--global|--location=global) (pnpm|yarn|npm)(?:@([\w.-]+))?$/.exec(all.join(' '))
    ?? /^npm (?:-g|--global) (?:i|install|add) (pnpm|yarn|npm)(?:@([\w.-]+))?$/.exec(all.join(' ')) ?? [];
  return name === undefined ? undefined : byNpm(name, version);
}

function byNpm(name: string, version: string): CallCode[] | undefined {
  if (name === 'npm') {
    return EXACT.test(version) ? [call('Setup.npm', version)] : undefined;
  }
  // what npm calls the latest Yarn is the last of its first line
  return [call(`Setup.${name}`, name === 'yarn' && version === 'latest' ? '1' : version)];
}

function byCorepack([command, ...args]: readonly string[], leg: LegSource): CallCode[] | undefined {
  const [, name, version] = /^(pnpm|yarn)@([\w.-]+)$/.exec(args.join(' ')) ?? [];
  if (['prepare', 'install'].includes(command) && name) {
    return [call(`Setup.${name}`, version)];
  }
  if (command !== 'enable' || !['', 'pnpm', 'yarn', 'npm'].includes(args.join(' '))) {
    return undefined;
  }
  const isSetUp = leg.steps.some((other) => /^pnpm\/(?:action-)?setup@/.test(other.uses ?? '') || /corepack (?:prepare|install) .*(?:pnpm|yarn)@/.test(other.run ?? ''));
  const used = ['pnpm', 'yarn'].find((manager) => args[0] === manager || leg.steps.some(({ run = '' }) => new RegExp(`(?:^|[\\s;&])${manager}(?:\\s|$)`).test(run)));
  return isSetUp || used === undefined ? [] : [call(`Setup.${used}`)];
}
