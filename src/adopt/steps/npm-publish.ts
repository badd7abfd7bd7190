import { leftOut, understood } from './report-lines';
import { type Command, dialectOf, partScript, type Pipeline } from './script';
import { fromWorkspace, usedAction } from './used-action';
import { shellWord } from '../../text/shell';
import { call, type Code, type Entry } from '../code';
import type { LegSource, ReportLine, StepMeaning, StepReader } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

/** `npm publish` and its like: the job packs, and a target publishes what was packed. */
export const npmPublish: StepReader = {
  read: (step, leg) => step.run === undefined ? fromAction(step) : fromScript(step, leg),
};

/** Stands where only the package.json says it. */
export const PACKAGE_NAME = 'name-of-the-package';

interface Publishing {
  readonly manager: string;
  readonly directory: string;
  readonly distTag: string;
}

function fromAction(step: StepSource): StepMeaning | undefined {
  const { package: path = '', tag = '', registry = '' } = step.with;
  const directory = path.replace(/\/?package\.json$/, '');
  const isKnown = usedAction(step)?.name === 'js-devtools/npm-publish' && isPublic(registry) && ![directory, tag].some(isUnclear);
  return isKnown ? meaningOf(step, { manager: 'npm', directory, distTag: tag }) : undefined;
}

function isPublic(registry: string): boolean {
  return registry === '' || /^https:\/\/registry\.npmjs\.org\/?$/.test(registry);
}

/** What was packed before. */
function isTarball(path: string | undefined): boolean {
  return /^[\w./*@-]+\.tgz$/.test(path ?? '');
}

function isUnclear(text: string): boolean {
  return /[$`*\s]/.test(text);
}

function fromScript(step: StepSource, leg: LegSource): StepMeaning | undefined {
  if (!/\b(?:npm|pnpm) publish\b/.test(step.run!)) {
    return undefined;
  }
  const { taken: [first, ...others], rest } = partScript(step.run!, dialectOf(step, leg), (pipeline) => publishingIn(pipeline) !== undefined);
  const publishing = first && publishingIn(first);
  // elsewhere than the step itself says
  const hasMoved = /(?:^|[\s;&])(?:cd|pushd) /.test(rest ?? step.run!);
  return publishing && !others.length && !hasMoved ? meaningOf(step, publishing, rest) : undefined;
}

const VALUES = ['--tag', '--access', '--otp'];
const FLAGS = ['--provenance', '--ignore-scripts', '--no-git-checks', '--access=public', '--provenance=true', '--access=restricted'];

function publishingIn({ commands: [command, ...others] }: Pipeline): Publishing | undefined {
  const { words: [manager, publish], redirects } = command;
  const isOne = !others.length && !redirects.length && ['npm', 'pnpm'].includes(manager) && publish === 'publish';
  const { positional, tag } = argumentsOf(command);
  const isPlain = positional !== undefined && positional.length < 2 && !isUnclear(tag) && (isTarball(positional[0]) || !isUnclear(positional[0] ?? ''));
  return isOne && isPlain ? { manager, directory: positional[0] ?? '', distTag: tag } : undefined;
}

function argumentsOf({ words: [, , ...args] }: Command): { readonly positional?: readonly string[]; readonly tag: string } {
  const positional: string[] = [];
  let tag = '';
  for (let at = 0; at < args.length; at++) {
    const [, name, value] = /^(--[\w-]+)=(.*)$/.exec(args[at]) ?? [undefined, args[at], undefined];
    if (VALUES.includes(name)) {
      const given = value ?? args[++at] ?? '';
      tag = name === '--tag' ? given : tag;
    } else if (args[at].startsWith('-')) {
      if (!FLAGS.includes(args[at])) {
        return { tag };
      }
    } else {
      positional.push(args[at]);
    }
  }
  return { positional, tag };
}

function meaningOf(step: StepSource, { manager, directory, distTag }: Publishing, rest?: string): StepMeaning | undefined {
  const home = fromWorkspace('', step);
  const path = directory.replace(/^\.\/?|\/$/g, '');
  if (home === undefined) {
    return undefined;
  }
  const name = isTarball(path) ? path.split('/').pop()! : '*.tgz';
  const files = [[home, isTarball(path) ? path : name].filter(Boolean).join('/')];
  const pack = `${home ? `cd ${shellWord(home)} && ` : ''}${manager} pack${path ? ` ./${shellWord(path)}` : ''}`;
  return {
    ...!isTarball(path) && { build: [pack], artifacts: files },
    publish: [{ code: target(name, distTag), files }],
    rest: rest === undefined ? undefined : { ...step, run: rest },
    report: [
      understood(step, `PublishTarget.npm, which publishes ${isTarball(path) ? `the ${name} of the release` : `what '${manager} pack' makes`}`),
      ...withoutToken(step),
      ...['access', 'provenance', 'strategy', 'dry-run'].filter((input) => step.with[input] !== undefined)
        .map((input) => leftOut(step, `${input}: ${step.with[input]}`, 'the target says it by itself')),
    ],
  };
}

function target(tarball: string, distTag: string): Code {
  const entries: Entry[] = [
    { key: 'package', value: PACKAGE_NAME, comments: ['decide: the name in package.json; on npmjs.com this workflow must be its trusted publisher'] },
    ...tarball === '*.tgz' ? [] : [{ key: 'tarball', value: tarball }],
    { key: 'staged', value: false },
    ...distTag && distTag !== 'latest' ? [{ key: 'distTag', value: distTag }] : [],
  ];
  return call('PublishTarget.npm', { kind: 'object', entries });
}

function withoutToken(step: StepSource): ReportLine[] {
  const tokens = [...Object.keys(step.env).map((name) => `env: ${name}`), ...step.with.token === undefined ? [] : ['token']];
  return tokens.map((what) => leftOut(step, what, 'npm publishes by trusted publishing, without a token'));
}
