import { secretAmong } from './certificates';
import { chunksOf, dialectOf } from './script';
import { secretIn } from './used-action';
import type { LegSource } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

/** Steps that sign with a certificate out of a keychain, as one build: the keychain of a run is there for the build alone. */
export interface KeychainBuild {
  readonly steps: readonly StepSource[];
  readonly env: Readonly<Record<string, string>>;
  /** By the names of the secrets, as in `StepMeaning`. */
  readonly secrets: Readonly<Record<string, string>>;
}

const SIGNS = /\b(?:codesign|productsign|productbuild|pkgbuild|xcodebuild|hdiutil|create-dmg)\b/;

/** The steps from the first to the last that signs, apart from the one that imports; undefined where they cannot be one script. */
export function keychainBuild(leg: LegSource, importing: StepSource): KeychainBuild | undefined {
  const steps = leg.steps.filter(({ line }) => line !== importing.line);
  const signing = steps.map(({ run = '' }, index) => SIGNS.test(run) ? index : -1).filter((index) => index >= 0);
  const all = signing.length ? steps.slice(signing[0], signing.at(-1)! + 1) : [];
  const values = all.flatMap(({ env }) => Object.entries(env));
  const isConsistent = values.every(([name, value]) => values.every(([other, text]) => other !== name || text === value));
  return !isConsistent || !all.every((step) => isPlain(step, leg)) ? undefined : {
    steps: all,
    env: Object.fromEntries(values.filter(([, value]) => !value.includes('${{'))),
    secrets: Object.fromEntries(values.flatMap(([name, value]) => secretIn(value) === undefined ? [] : [[secretIn(value)!, name]])),
  };
}

function isPlain(step: StepSource, leg: LegSource): boolean {
  const { run = '', env, workingDirectory, if: condition, continueOnError } = step;
  return run !== '' && !run.includes('${{') && condition === undefined && !continueOnError && workingDirectory === undefined && dialectOf(step, leg) === 'posix'
    && Object.values(env).every((value) => !value.includes('${{') || secretIn(value) !== undefined);
}

/** What notarytool is told, by the option. */
const ROLES = ['--apple-id', '--password', '--team-id', '--key-id', '--issuer'];

/** The secrets by which a step notarizes a disk image or a package, by the options of notarytool; undefined of a step that does more. */
export function notarizedBy(step: StepSource, leg: LegSource): Readonly<Record<string, string>> | undefined {
  const chunks = /\bnotarytool submit\b/.test(step.run ?? '') ? chunksOf(step.run!, 'posix') : [];
  const commands = chunks.flatMap(({ pipelines = [] }) => pipelines.flatMap((pipeline) => pipeline.commands));
  const submits = commands.filter(({ words }) => words.slice(0, 3).join(' ') === 'xcrun notarytool submit');
  const isAll = chunks.every(({ pipelines }) => pipelines) && commands.every(({ words: [program = '', tool] }) =>
    program === 'xcrun' && ['notarytool', 'stapler'].includes(tool) || ['echo', 'spctl', 'set'].includes(program));
  if (!isAll || submits.length !== 1 || !/\.(?:dmg|pkg)$/.test(submits[0].words[3] ?? '')) {
    return undefined;
  }
  const { words } = submits[0];
  const found = ROLES.filter((role) => words.includes(role)).map((role) => [role, secretAmong([words[words.indexOf(role) + 1] ?? ''], step, leg)]);
  return found.length && found.every(([, secret]) => secret !== undefined) ? Object.fromEntries(found) : undefined;
}
