import { brief, leftOut, understood } from './report-lines';
import { dialectOf, partScript, type Pipeline } from './script';
import { isReplaceable, isVersion, type UsedAction, usedAction } from './used-action';
import { distinctData } from '../../text/words';
import { type Code, call, isCall, list, object } from '../code';
import type { LegSource, ReportLine, StepMeaning, StepReader } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

interface Toolchain {
  readonly version: string;
  readonly targets: readonly string[];
  readonly components: readonly string[];
}

const NAME = /^\w[\w.-]*$/;
/** Inputs that say nothing which `Setup.rust` would not do anyway. */
const SILENT = ['toolchain', 'rust-version', 'channel', 'target', 'targets', 'components', 'profile', 'default', 'override', 'cache'];

/** By ref: dtolnay's action is told the toolchain by its branch. */
const ACTIONS: Readonly<Record<string, (action: UsedAction, inputs: StepSource['with']) => string>> = {
  'dtolnay/rust-toolchain': ({ ref }, { toolchain }) => toolchain ?? (isToolchain(ref) ? ref.replace(/^v(?=\d)/, '') : ''),
  'actions-rs/toolchain': (_, { toolchain = 'stable' }) => toolchain,
  'actions-rust-lang/setup-rust-toolchain': (_, { toolchain = 'stable' }) => toolchain,
  'hecrj/setup-rust-action': (_, inputs) => inputs['rust-version'] ?? 'stable',
  'moonrepo/setup-rust': (_, { channel = 'stable' }) => channel,
};

export const rust: StepReader = {
  read: (step, leg) => step.run === undefined ? fromAction(step, leg) : fromScript(step, leg),
};

function fromAction(step: StepSource, leg: LegSource): StepMeaning | undefined {
  const action = usedAction(step);
  const versionOf = action && Object.hasOwn(ACTIONS, action.name) ? ACTIONS[action.name] : undefined;
  if (!action || !versionOf || !isReplaceable(step, leg)) {
    return undefined;
  }
  const inputs = step.with;
  const [targets, components] = [words(inputs.targets ?? inputs.target), words(inputs.components)];
  const toolchain = { version: versionOf(action, inputs).trim(), targets, components };
  return meaningOf(step, toolchain, [...warnings(step, action), ...others(step)]);
}

function isToolchain(ref: string): boolean {
  return /^(?:stable|beta|nightly|v?1\.\d+)(?:[-.][\w-]+)*$/.test(ref);
}

function meaningOf(step: StepSource, toolchain: Toolchain, more: readonly ReportLine[], rest?: StepSource): StepMeaning | undefined {
  const { version, targets, components } = toolchain;
  if (!version || !isVersion(version) || version.includes('${{') || ![...targets, ...components].every((name) => NAME.test(name))) {
    return undefined;
  }
  const options = { ...targets.length && { targets: list(targets) }, ...components.length && { components: list(components) } };
  const code: Code = call('Setup.rust', version, ...Object.keys(options).length ? [object(options)] : []);
  return { setup: [code], rest, report: [understood(step, brief(code)), ...more] };
}

function words(text = ''): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

/** What it sets, unless it is told not to, is for tests. */
function warnings(step: StepSource, { name }: UsedAction): ReportLine[] {
  return name === 'actions-rust-lang/setup-rust-toolchain' && step.with.rustflags === undefined
    ? [leftOut(step, 'RUSTFLAGS: -D warnings', 'a warning of a new compiler would end the build of a tag; set it in env of the platform if it is wanted')] : [];
}

function others(step: StepSource): ReportLine[] {
  return Object.entries(step.with).filter(([input]) => !SILENT.includes(input)).map(([input, value]) =>
    leftOut(step, `${input}: ${value}`, /cache/.test(input) ? 'nothing is cached: a tag build must not run what another run left behind' : 'Setup.rust has no option for it'));
}

/** `rustup target add`, `rustup toolchain install`, `rustup default` and the like. */
function fromScript(step: StepSource, leg: LegSource): StepMeaning | undefined {
  if (!step.run!.includes('rustup') || !isReplaceable(step, leg)) {
    return undefined;
  }
  const { all, rest } = toolchainsIn(step, leg);
  return all.length === 0 ? undefined : meaningOf(step, {
    version: all.map(({ version }) => version).find((version) => version !== '') ?? versionBefore(step, leg) ?? 'stable',
    targets: all.flatMap(({ targets }) => targets),
    components: all.flatMap(({ components }) => components),
  }, [], rest === undefined ? undefined : { ...step, run: rest });
}

function toolchainsIn(step: StepSource, leg: LegSource) {
  const { taken, rest } = partScript(step.run ?? '', dialectOf(step, leg), (pipeline) => toolchainIn(pipeline) !== undefined);
  return { all: taken.map((pipeline) => toolchainIn(pipeline)!), rest };
}

/** What `rustup target add` adds to. */
function versionBefore(step: StepSource, leg: LegSource): string | undefined {
  const before = leg.steps.slice(0, leg.steps.findIndex(({ line }) => line === step.line)).filter((one) => isReplaceable(one, leg));
  return before.flatMap((one) => {
    const action = usedAction(one);
    return action && Object.hasOwn(ACTIONS, action.name) ? ACTIONS[action.name](action, one.with).trim()
      : toolchainsIn(one, leg).all.map(({ version }) => version);
  }).filter((version) => version !== '')[0];
}

/** One toolchain with all that two steps ask of it; undefined where they ask for two. */
export function bothToolchains(one: Code, other: Code): Code | undefined {
  if (!isCall(one, 'Setup.rust') || !isCall(other, 'Setup.rust') || one.args[0] !== other.args[0]) {
    return undefined;
  }
  const listed = (key: string) => [one, other].flatMap(({ args: [, options] }) => typeof options === 'object' && options.kind === 'object' ? options.entries : [])
    .flatMap((entry) => entry.key === key && typeof entry.value === 'object' && entry.value.kind === 'list' ? entry.value.items.map(({ value }) => value) : []);
  const [targets, components] = ['targets', 'components'].map((key) => distinctData(listed(key)));
  const options = object({ targets: targets.length ? list(targets) : undefined, components: components.length ? list(components) : undefined });
  return call('Setup.rust', one.args[0], ...options.entries.length ? [options] : []);
}

const INSTALLS = /^rustup (?:toolchain install|install|update|default|override set) ((?:stable|beta|nightly|1\.\d+)(?:[-.][\w-]+)*)$/;

function toolchainIn({ commands }: Pipeline): Toolchain | undefined {
  const [{ words: all, redirects }] = commands;
  const plain = all.filter((word) => !['--no-self-update', '--profile', 'minimal', '--force'].includes(word)).join(' ');
  if (commands.length > 1 || redirects.length) {
    return undefined;
  }
  const [, kind, names] = /^rustup (target|component) add ([\w. -]+)$/.exec(plain) ?? [];
  const found = names?.split(' ').filter((name) => NAME.test(name)) ?? [];
  if (kind && found.length === names.split(' ').length) {
    return { version: '', targets: kind === 'target' ? found : [], components: kind === 'component' ? found : [] };
  }
  const [, version] = INSTALLS.exec(plain) ?? [];
  return version === undefined ? undefined : { version, targets: [], components: [] };
}
