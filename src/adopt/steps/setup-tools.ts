import { WHY_NO_CACHE } from './caches';
import { brief, leftOut, nameOf, understood } from './report-lines';
import { freeObject } from './step-code';
import { isReplaceable, isVersion, usedAction } from './used-action';
import { type Code, call, object } from '../code';
import type { ReportLine, StepMeaning, StepReader } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

/** Actions that install one tool, in one of its versions. */
interface ToolAction {
  readonly actions: readonly string[];
  /** The word of `Setup`. */
  readonly word: string;
  /** The inputs for the version, those of older releases of the action, too. */
  readonly version: readonly string[];
  readonly versionFile?: string;
  /** What the action takes where no version is given, if `Setup` takes the same. */
  readonly defaultVersion?: string;
  /** Whether `Setup` installs exactly one version. */
  readonly isExact?: true;
  /** Inputs that are not handed on, and why; of those of a cache it is clear. */
  readonly dropped?: Readonly<Record<string, string>>;
  /** Inputs that `Setup` has options for. */
  readonly options?: readonly string[];
  /** What the action did besides. */
  readonly besides?: (step: StepSource) => StepSource | undefined;
}

const TOKEN = 'the action takes the token of the workflow by itself';

const TOOL_ACTIONS: readonly ToolAction[] = [
  { actions: ['actions/setup-node'], word: 'node', version: ['node-version', 'version'], versionFile: 'node-version-file', dropped: { 'token': TOKEN, 'always-auth': 'npm knows it no more' } },
  { actions: ['oven-sh/setup-bun'], word: 'bun', version: ['bun-version'], versionFile: 'bun-version-file', defaultVersion: 'latest', dropped: { token: TOKEN } },
  { actions: ['denoland/setup-deno'], word: 'deno', version: ['deno-version'], versionFile: 'deno-version-file', defaultVersion: 'v2.x' },
  { actions: ['actions/setup-python'], word: 'python', version: ['python-version'], versionFile: 'python-version-file', dropped: { token: TOKEN } },
  { actions: ['astral-sh/setup-uv'], word: 'uv', version: ['version'], versionFile: 'version-file', defaultVersion: 'latest', dropped: { 'github-token': TOKEN } },
  { actions: ['actions/setup-go'], word: 'go', version: ['go-version'], versionFile: 'go-version-file', dropped: { token: TOKEN } },
  { actions: ['actions/setup-java'], word: 'java', version: ['java-version'], versionFile: 'java-version-file', options: ['distribution'], dropped: { token: TOKEN } },
  { actions: ['actions/setup-dotnet'], word: 'dotnet', version: ['dotnet-version'], versionFile: 'global-json-file' },
  { actions: ['ruby/setup-ruby'], word: 'ruby', version: ['ruby-version'], defaultVersion: 'default', dropped: { 'bundler-cache': '`bundle install` runs as a step instead; nothing is cached' }, besides: bundleInstall },
  { actions: ['subosito/flutter-action'], word: 'flutter', version: ['flutter-version'], versionFile: 'flutter-version-file', defaultVersion: 'any' },
  { actions: ['goto-bus-stop/setup-zig', 'mlugg/setup-zig'], word: 'zig', version: ['version'], isExact: true },
  { actions: ['jwlawson/actions-setup-cmake'], word: 'cmake', version: ['cmake-version'], isExact: true, dropped: { 'github-api-token': 'it is not needed' } },
];

const CACHE_INPUT = /cache|^cacert-cache$/;
const EXACT = /^\d+\.\d+\.\d+$/;

export const setupTools: StepReader = {
  read: (step, leg) => {
    const name = usedAction(step)?.name;
    const tool = TOOL_ACTIONS.find(({ actions }) => name !== undefined && actions.includes(name));
    return tool && isReplaceable(step, leg) && !Object.values(step.with).some(isUnknown) ? meaningOf(step, tool) : undefined;
  },
};

/** A value that only a step before could tell; variables and the token are there from the beginning. */
function isUnknown(value: string): boolean {
  return /\$\{\{(?!\s*(?:vars\.\w+|github\.token|secrets\.GITHUB_TOKEN)\s*\}\})/.test(value);
}

function meaningOf(step: StepSource, tool: ToolAction): StepMeaning | undefined {
  const version = tool.version.map((input) => step.with[input]?.trim()).find(Boolean);
  const file = tool.versionFile === undefined ? undefined : step.with[tool.versionFile]?.trim();
  const given = version ?? (file ? undefined : tool.defaultVersion);
  if ((tool.isExact && !EXACT.test(given ?? '')) || (given && !isVersion(given)) || /["'`$\n]/.test(file ?? '')) {
    return undefined;
  }
  if (!given && !file) {
    return { report: [leftOut(step, nameOf(step), `it names no version, so the runner's own is used; Setup.${tool.word} installs one that stays`)] };
  }
  const code = call(given ? `Setup.${tool.word}` : `Setup.${tool.word}From`, given ?? file!, ...optionsOf(step, tool));
  return { setup: [code], rest: tool.besides?.(step), report: [understood(step, brief(code)), ...droppedInputs(step, tool)] };
}

function optionsOf({ with: inputs }: StepSource, tool: ToolAction): Code[] {
  const { options = [] } = tool;
  const handed = Object.entries(inputs).filter(([input]) => !isRead(input, tool) && whyDropped(input, inputs[input], tool) === undefined);
  const own = handed.filter(([input]) => options.includes(input));
  const others = tool.isExact ? [] : handed.filter(([input]) => !options.includes(input));
  const more = others.length ? freeObject(Object.fromEntries(others)) : undefined;
  return own.length || more ? [object({ ...Object.fromEntries(own), with: more })] : [];
}

function isRead(input: string, { version, versionFile }: ToolAction): boolean {
  return version.includes(input) || input === versionFile;
}

function droppedInputs(step: StepSource, tool: ToolAction): ReportLine[] {
  return Object.entries(step.with).flatMap(([input, value]) => {
    const why = isRead(input, tool) ? undefined : whyDropped(input, value, tool);
    return why === undefined || (CACHE_INPUT.test(input) && value === 'false') ? [] : [leftOut(step, `${input}: ${value}`, why)];
  });
}

function whyDropped(input: string, value: string, { dropped = {}, isExact, options = [] }: ToolAction): string | undefined {
  if (Object.hasOwn(dropped, input)) {
    return dropped[input];
  }
  if (CACHE_INPUT.test(input)) {
    return WHY_NO_CACHE;
  }
  if (input === 'registry-url' && /^https:\/\/registry\.npmjs\.org\/?$/.test(value)) {
    return 'it is for `npm publish`, which PublishTarget.npm does without a token';
  }
  return isExact && !options.includes(input) ? 'Setup installs it without this action' : undefined;
}

function bundleInstall(step: StepSource): StepSource | undefined {
  return step.with['bundler-cache'] !== 'true' ? undefined
    : { line: step.line, comments: [], with: {}, env: {}, run: 'bundle install', workingDirectory: step.with['working-directory'] };
}
