import * as posix from 'node:path/posix';
import type { Contexts } from './expressions';
import { directory, pattern, patterns } from './files';
import { cacheActions, checkoutDefaults, toolActions } from './known-actions';
import type { Acts, Circumstances, Line } from './leg';
import { addedFiles, credentialOf, otherThan, type ReadStep, releaseOf, scriptRelease, type Tag } from './release-steps';
import { handedVariables, isSigning, readScript, rustup, stampedFile, tagVariable } from './scripts';
import type { Data, Place } from './workflow-text';

/** Where a step runs. */
export interface Surroundings {
  readonly contexts: Contexts;
  readonly tag: Tag;
  readonly system: string;
  /** From the workflow and the job. */
  readonly env: Readonly<Record<string, string>>;
  readonly defaults: { readonly shell?: string; readonly workingDirectory?: string };
  /** By the id of the step that makes it: whose token it is. */
  readonly tokens: Map<string, string>;
  /** Variables that steps have handed to those behind them. */
  readonly handed: Record<string, string>;
}

/** One step, with what is around it. */
export interface Step extends ReadStep, Circumstances {
  readonly index: number;
  readonly written: Data;
  readonly around: Surroundings;
  readonly allEnv: Readonly<Record<string, string>>;
}

/** A step as it is run. */
export function stepOf(given: Data, index: number, place: Place, workflow: Surroundings): Step {
  const written = withoutRetry(given);
  const env = texts(written.env, workflow.contexts);
  const around = { ...workflow, contexts: workflow.contexts.withEnv(env) };
  const action = String(given.uses ?? '').split('@')[0];
  return {
    index,
    written,
    around,
    place,
    action: action.toLowerCase() in toolActions || cacheActions.includes(action.toLowerCase()) ? action.toLowerCase() : action,
    names: [action, action.split('/').at(-1), written.name, written.id, firstWords(written.run)].filter((name): name is string => Boolean(name)),
    with: texts(written.with, around.contexts),
    env,
    allEnv: { ...around.env, ...around.handed, ...env },
    condition: around.contexts.condition(written.if),
    continueOnError: around.contexts.value(written['continue-on-error'] ?? false) === true,
    timeout: String(written['timeout-minutes'] ?? ''),
  };
}

/** What only tries a command again is that command. */
function withoutRetry(written: Data): Data {
  const given: Data = written.with ?? {};
  const only = /^nick-(?:fields|invision)\/retry@/i.test(written.uses ?? '') && !Object.keys(given).some((key) => /^(?:retry_on|on_retry|new_command|continue_on)/.test(key));
  return only ? { ...written, uses: undefined, run: given.command, shell: given.shell } : written;
}

/** Texts with their expressions worked out. */
export function texts(values: Data | undefined, contexts: Contexts): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values ?? {}).map(([key, value]) => [key, contexts.text(value)]));
}

function firstWords(script: unknown): string | undefined {
  const first = String(script ?? '').split('\n').find((one) => one.trim() && !one.trim().startsWith('#'));
  return first?.trim().split(/\s+/).slice(0, 2).join(' ');
}

/** Adds to a leg what one step of it does. */
export function readStep(step: Step, acts: Acts): void {
  const { action } = step;
  if (step.written.run !== undefined) {
    readRun(step, acts);
  } else if (action === 'actions/checkout') {
    readCheckout(step, acts);
  } else if (action === 'actions/create-github-app-token') {
    step.around.tokens.set(step.written.id, `app ${credentialOf(step.with['private-key'])}`);
  } else if (toolActions[action]) {
    readTool(step, acts);
  } else if (cacheActions.includes(action)) {
    acts.provisions.push({ ...step, kind: 'cache', name: action, version: '' });
  } else if (action === 'awalsh128/cache-apt-pkgs-action') {
    packages(step, 'apt', (step.with.packages ?? '').split(/\s+/), acts);
  } else if (action === 'actions/download-artifact') {
    acts.downloads.push({ ...step, artifact: artifactNames(step), path: directory(step.with.path ?? '') });
  } else if (action === 'actions/upload-artifact' && step.condition === 'yes') {
    const { name = 'artifact', path, 'retention-days': retention = '' } = step.with;
    acts.uploads.push({ ...step, name, patterns: patterns(path ?? ''), retention });
  } else {
    readOther(step, acts);
  }
}

function readOther(step: Step, acts: Acts): void {
  const release = releaseOf(step, step.around.tag);
  const added = release?.files ?? addedFiles(step);
  if (release) {
    acts.releases.push(release);
  }
  if (added?.length) {
    acts.uploads.push({ ...step, name: '', patterns: added, retention: '' });
  }
  if (step.action === 'tauri-apps/tauri-action') {
    acts.lines.push({ ...line(step, `tauri build ${step.with.args ?? ''}`.trim()), publishes: true });
  } else if (!release && !added) {
    const given = Object.entries(step.with).map(([key, value]) => ` ${key}=${value}`);
    acts.lines.push({ ...line(step, `uses ${step.action}${given.sort().join('')}`), shell: '', workingDirectory: '' });
  }
}

function readRun(step: Step, acts: Acts): void {
  const script = readScript(step.around.contexts.text(step.written.run));
  script.packages.forEach(({ manager, names }) => packages(step, manager, names, acts));
  const releasing = script.lines.some((one) => /^\s*gh release (?:create|upload)/.test(one));
  const signs = isSigning(step.written.run) && { signs: true } as const;
  if (signs) {
    signing(step, step.env, acts);
  }
  let { workingDirectory } = line(step, '');
  for (const text of script.lines) {
    const [stamped, sets] = [stampedFile(text), tagVariable(text)];
    handedVariables(text).forEach((name) => { step.around.handed[name] = step.allEnv[name]; });
    const goes = /^cd (\S+)$/.exec(text)?.[1];
    const release = scriptRelease(text, step, step.around.tag);
    if (goes !== undefined) {
      workingDirectory = directory(posix.join(workingDirectory, goes));
    } else if (rustup(text)) {
      rustTools(step, rustup(text)!, acts);
    } else if (stamped) {
      acts.provisions.push({ ...step, kind: 'stamp', name: posix.join(workingDirectory, stamped), version: '' });
    } else if (release) {
      acts.releases.push(release);
      acts.uploads.push({ ...step, name: '', patterns: release.files, retention: '' });
    } else if (/^npm publish\b/.test(text)) {
      acts.publications.push({ ...step, registry: 'npm' });
    } else if (/^corepack enable$/.test(text)) {
      acts.provisions.push({ ...step, kind: 'tool', name: 'corepack', version: '' });
    } else if (!releasing || !/^\s*(?:if|fi|then|else)\b/.test(text)) {
      acts.lines.push(published({ ...line(step, text), workingDirectory, ...sets && { sets }, ...signs }));
    }
  }
}

/** What electron-builder builds and publishes it builds; the rest is a release. */
function published(one: Line): Line {
  const text = one.text.replace(/(\belectron-builder\b.*)(?:--publish|-p)[ =](?:always|onTagOrDraft|onTag)\b/, '$1--publish never');
  return text === one.text ? one : { ...one, text, publishes: true };
}

function line(step: Step, text: string): Line {
  const { defaults, contexts, system } = step.around;
  return {
    place: step.place,
    names: step.names,
    condition: step.condition,
    continueOnError: step.continueOnError,
    timeout: step.timeout,
    text,
    hadExpression: /\$\{\{/.test(`${step.written.run}${JSON.stringify(step.written.with)}`),
    env: step.allEnv,
    workingDirectory: directory(contexts.text(step.written['working-directory'] ?? defaults.workingDirectory)),
    shell: step.written.shell ?? defaults.shell ?? (system === 'windows' ? 'pwsh' : 'bash'),
    step: step.index,
  };
}

function rustTools(step: Step, { versions, target, component }: NonNullable<ReturnType<typeof rustup>>, acts: Acts): void {
  versions.forEach((version) => acts.provisions.push({ ...step, kind: 'tool', name: 'rust', version: toolVersion(version) }));
  listed(step, acts, 'rust target', target.join(' '));
  listed(step, acts, 'rust component', component.join(' '));
}

function readCheckout(step: Step, acts: Acts): void {
  const { repository = '', ref = '', path = '', token = '', 'ssh-key': key, 'persist-credentials': _kept, ...others } = step.with;
  const made = /^⟦steps\.(.*)\.outputs\.token⟧$/.exec(token)?.[1];
  acts.checkouts.push({
    ...step,
    names: [...step.names, repository, directory(path)].filter(Boolean),
    repository: otherThan(step.around.tag, repository),
    ref: [step.around.tag.name, `refs/tags/${step.around.tag.name}`].includes(ref) ? '' : ref.replace(/^refs\//, ''),
    path: directory(path),
    credential: made === undefined ? key ? `key ${credentialOf(key)}` : credentialOf(token) : step.around.tokens.get(made) ?? made,
  });
  inputs(step, acts, `checkout ${repository}`, Object.fromEntries(Object.entries(others).filter(([input, value]) => checkoutDefaults[input] !== value)));
}

function readTool(step: Step, acts: Acts): void {
  const known = toolActions[step.action];
  const isOutput = (key: string) => [...known.version, ...known.cache ?? [], ...known.idle ?? [], ...Object.keys(known.lists ?? {})].includes(key);
  const version = known.version.find((key) => step.with[key]);
  const inRef = step.action === 'dtolnay/rust-toolchain' && version === undefined ? String(step.written.uses).split('@')[1] : '';
  acts.provisions.push({ ...step, kind: 'tool', name: known.tool, version: toolVersion(version ? step.with[version] : inRef, known.tool) });
  (known.cache ?? []).filter((key) => step.with[key] && step.with[key] !== 'false')
    .forEach((key) => acts.provisions.push({ ...step, names: [...step.names, key], kind: 'cache', name: `${known.tool} ${key}`, version: '' }));
  Object.entries(known.lists ?? {}).forEach(([list, what]) => listed(step, acts, `${known.tool} ${what}`, step.with[list]));
  inputs(step, acts, known.tool, Object.fromEntries(Object.entries(step.with).filter(([key]) => !isOutput(key))));
}

/** Inputs that nobody here knows the meaning of: they are there on both sides, or said. */
function inputs(step: Step, acts: Acts, of: string, given: Readonly<Record<string, string>>): void {
  for (const [key, version] of Object.entries(given).filter(([, value]) => value !== '')) {
    acts.provisions.push({ ...step, names: [...step.names, key], kind: 'input', name: `${of} ${key}`, version });
  }
}

/** What is there beside a tool, each for itself: nobody cares in which order, or by which step. */
export function listed(step: Step, acts: Acts, of: string, text = ''): void {
  text.split(/[\s,]+/).filter(Boolean)
    .forEach((one) => acts.provisions.push({ ...step, names: [...step.names, one], kind: 'input', name: `${of} ${one}`, version: '' }));
}

/** The secrets that something is signed with. */
export function signing(step: Step, env: Readonly<Record<string, string>>, acts: Acts): void {
  Object.values(env).flatMap((value) => /^⟦secrets\.(\w+)⟧$/.exec(value)?.[1] ?? [])
    .forEach((name) => acts.provisions.push({ ...step, names: [...step.names, name], kind: 'signing', name, version: '' }));
}

export function packages(step: Step, manager: string, names: readonly string[], acts: Acts): void {
  names.filter(Boolean).forEach((name) => acts.provisions.push({ ...step, names: [...step.names, name], kind: 'package', name: `${manager} ${name}`, version: '' }));
}

/** A version without what makes no difference; none is the latest, or of pnpm what the package.json says. */
export function toolVersion(written: string, tool = ''): string {
  return tool === 'pnpm' && written === 'package.json' ? '' : written.replace(/^latest$/, '').replace(/^v(?=\d)/, '').replace(/(?:\.x)+$/, '');
}

function artifactNames({ with: { name, pattern: glob } }: Step): RegExp {
  const written = name ?? glob ?? '*';
  return new RegExp(`^${written.replace(/[.+^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')}$`);
}

/** The patterns of one generated leg, which its step that collects them says. */
export function collected(step: Step): readonly string[] {
  return step.env.ARTIFACTS.split('\n').map(pattern);
}
