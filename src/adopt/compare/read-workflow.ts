import { Contexts, Trees } from './expressions';
import { readGenerated } from './generated-steps';
import type { Acts, Call, Leg, Placed, Setting, Upload } from './leg';
import { combinations } from './matrix';
import { readStep, stepOf, type Surroundings, texts } from './read-steps';
import type { Tag } from './release-steps';
import { type Data, type Place, WorkflowText } from './workflow-text';
import type { Engine } from '../../github/workflow-engine';

/** What a workflow does when a tag is pushed. */
export interface ReadWorkflow {
  readonly triggers: readonly Setting[];
  readonly settings: readonly Setting[];
  readonly legs: readonly Leg[];
  /** Jobs that call another workflow. */
  readonly calls: readonly Call[];
  /** Legs whose results become public. */
  readonly released: readonly Leg[];
}

/** A tag that is pushed, and whether it is a pre-release. */
export interface Pushed extends Tag {
  readonly prerelease: boolean;
}

interface Reading {
  readonly file: WorkflowText;
  readonly pushed: Pushed;
  readonly trees: Trees;
  /** Of a generated workflow: the refs of its repositories, by their ids. */
  readonly refs?: ReadonlyMap<string, string>;
}

/** Reads a workflow as it is when a tag is pushed. */
export type ReadFor = (text: string, pushed: Pushed) => ReadWorkflow;

/** Reads each text once for each tag. */
export function readerOf(engine: Engine): ReadFor {
  const trees = new Trees(engine);
  const files = new Map<string, WorkflowText>();
  const found = new Map<string, ReadWorkflow>();
  return (text, pushed) => {
    const key = `${pushed.name} ${text}`;
    const file = files.get(text) ?? new WorkflowText(text);
    files.set(text, file);
    const workflow = found.get(key) ?? read({ file, pushed, trees });
    found.set(key, workflow);
    return workflow;
  };
}

function read({ file, ...around }: Reading): ReadWorkflow {
  const { on, jobs = {}, permissions: _permissions, ...rest } = file.content;
  const guard = jobs.guard?.steps?.find(({ id, env }: Data) => id === 'guard' && env?.REPOSITORIES !== undefined);
  const reading = { ...around, file, refs: guard && refsOf(guard.env.REPOSITORIES) };
  const called = Object.keys(jobs).filter((id) => jobs[id].uses);
  const all = Object.keys(jobs).filter((id) => !jobs[id].uses && !(guard && id === 'guard')).flatMap((id) => legs(id, jobs[id], reading));
  return {
    triggers: triggers(on, file),
    settings: ['concurrency', 'run-name'].filter((key) => key in rest).map((key) => ({ key, value: JSON.stringify(rest[key]), names: [key], place: file.place(key) })),
    legs: all,
    calls: called.map((id) => call(id, jobs[id], reading)),
    released: guard ? assembled(jobs.assemble, all) : released(all),
  };
}

function triggers(on: unknown, file: WorkflowText): Setting[] {
  const events: Data = typeof on === 'string' ? { [on]: null } : Array.isArray(on) ? Object.fromEntries(on.map((event) => [event, null])) : on as Data;
  return Object.entries(events).flatMap(([event, filters]): Setting[] => {
    const place = file.place('on', event);
    if (event !== 'push') {
      return [{ key: event, value: JSON.stringify(filters ?? {}), names: [event], place }];
    }
    const ignored = [filters?.['tags-ignore'] ?? []].flat();
    const tags = ignored.length ? ['**', ...ignored.map((tag: string) => `!${tag}`)] : [filters?.tags ?? (filters?.branches ? [] : ['**'])].flat();
    return [
      { key: 'push tags', value: tags.join(' '), names: ['tags', 'push'], place },
      ...Object.keys(filters ?? {}).filter((key) => !key.startsWith('tags')).map((key) => ({ key: `push ${key}`, value: [filters[key]].flat().join(' '), names: [key], place })),
    ];
  });
}

/** Lines of an id, a name, a ref and what follows. */
function refsOf(repositories: string): ReadonlyMap<string, string> {
  return new Map(repositories.split('\n').map((one) => one.split(' ')).map(([id, _name, ref]) => [id, ref]));
}

function assembled(assemble: Data | undefined, all: readonly Leg[]): Leg[] {
  const plan = JSON.parse(assemble?.steps.find(({ id }: Data) => id === 'assemble').env.PLAN ?? '{"legs":[]}');
  return all.filter((one) => plan.legs.some(({ job, platform }: Data) => one.job === `${job}/${platform}`));
}

/** Those that release files themselves, and those whose files a leg takes that does. */
function released(all: readonly Leg[]): Leg[] {
  const releasing = all.filter((one) => one.releases.length || one.uploads.some(({ name }) => !name));
  return all.filter((one) => releasing.includes(one)
    || releasing.some(({ downloads }) => downloads.some(({ artifact }) => one.uploads.some(({ name }) => artifact.test(name)))));
}

function call(id: string, job: Data, reading: Reading): Call {
  const contexts = contextsOf(reading);
  const written = { ...keyed('with', job.with), ...keyed('secrets', job.secrets), ...keyed('strategy', job.strategy), ...job.concurrency && { concurrency: job.concurrency } };
  return {
    place: reading.file.place('jobs', id),
    names: [`job ${id}`],
    job: id,
    uses: job.uses,
    needs: [job.needs ?? []].flat(),
    condition: contexts.condition(job.if),
    given: Object.fromEntries(Object.entries(written).map(([key, value]) => [key, contexts.text(sorted(contexts.value(value)))])),
    written: Object.fromEntries(Object.entries(written).map(([key, value]) => [key, typeof value === 'string' ? value : JSON.stringify(value)])),
  };
}

function keyed(key: string, values: unknown): Data {
  return values !== null && typeof values === 'object' ? Object.fromEntries(Object.entries(values).map(([name, value]) => [`${key} ${name}`, value]))
    : values ? { [key]: values } : {};
}

/** JSON in which the order of keys makes no difference. */
function sorted(value: unknown): string {
  return JSON.stringify(value, (_key, inner) => inner !== null && typeof inner === 'object' && !Array.isArray(inner)
    ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => one < other ? -1 : 1)) : inner);
}

/** What is known before a run. */
function contextsOf({ pushed, refs, trees }: Reading): Contexts {
  const guard = { outputs: { tag: pushed.name, version: pushed.version, name: pushed.name, real: 'true', prerelease: String(pushed.prerelease) } };
  const [owner, name] = pushed.repository?.split('/') ?? [];
  return new Contexts(trees, {
    github: {
      ...pushed.repository !== undefined && { repository: pushed.repository, repository_owner: owner },
      ref: `refs/tags/${pushed.name}`,
      ref_name: pushed.name,
      ref_type: 'tag',
      event_name: 'push',
      event: {
        inputs: {},
        release: { tag_name: pushed.name, draft: false, prerelease: pushed.prerelease },
        ...name && { repository: { name, full_name: pushed.repository } },
      },
    },
    inputs: {},
    ...refs && { needs: { guard } },
  });
}

/** What a job asks of others is what these say: it may be found out where it is asked for. */
function withOutputs(job: Data, jobs: Data): Data {
  const asked = /\bneeds\.([\w-]+)\.outputs\.([\w-]+)/g;
  const found = (all: string, need: string, name: string) => /^\$\{\{((?:(?!\}\}).)*)\}\}$/s.exec(String(jobs[need]?.outputs?.[name]).trim())?.[1].trim() ?? all;
  const escaped = (expression: string) => JSON.stringify(/^[\w.-]+$/.test(expression) ? expression : `(${expression})`).slice(1, -1);
  // an output may be one of another job again
  return [1, 2, 3].reduce((so) => JSON.parse(JSON.stringify(so).replace(asked, (all, need, name) => {
    const expression = found(all, need, name);
    return expression === all ? all : escaped(expression);
  })), job);
}

/** Steps of a platform have ids that end with it, and those that have the name of one of ours begin with `own-`: read as what they stand for. */
function withPlainIds(job: Data): Data {
  const platforms = [job.strategy?.matrix?.include ?? []].flat().flatMap(({ platform }: Data) => platform ?? []);
  const ids: string[] = job.steps.flatMap(({ id }: Data) => id ?? []);
  const plain = (id: string) => platforms.filter((platform) => id.endsWith(`-${platform}`)).reduce((so: string, platform) => so.slice(0, -`-${platform}`.length), id).replace(/^own-/, '');
  return JSON.parse(ids.filter((id) => plain(id) !== id).reduce((text, id) => text.replaceAll(`steps.${id}.`, `steps.${plain(id)}.`), JSON.stringify(job)));
}

function legs(id: string, written: Data, reading: Reading): Leg[] {
  const { file } = reading;
  const job = reading.refs ? withPlainIds(written) : withOutputs(written, file.content.jobs);
  const known = contextsOf(reading);
  const matrix = combinations(job.strategy?.matrix, known);
  return matrix.map((values) => {
    const system = systemOf(String(known.with({ matrix: values }).text(JSON.stringify(job['runs-on'] ?? ''))));
    const runner = { os: { linux: 'Linux', macos: 'macOS', windows: 'Windows', unknown: undefined }[system], environment: system === 'unknown' ? 'self-hosted' : 'github-hosted' };
    const contexts = known.with({ runner, ...job.strategy?.matrix && typeof job.strategy.matrix === 'object' ? { matrix: values } : {} });
    return leg(id, job, values, system, contexts, reading, { place: file.place('jobs', id), names: [`job ${id}`, `${id}: matrix`] });
  });
}

function leg(id: string, job: Data, values: Data, system: string, plain: Contexts, { file, pushed, refs }: Reading, placed: Placed): Leg {
  const workflow = texts(file.content.env, plain);
  const env = { ...workflow, ...texts(job.env, plain.withEnv(workflow)) };
  const contexts = plain.withEnv(env);
  const defaults = { ...runDefaults(file.content), ...runDefaults(job) };
  const around: Surroundings = { contexts, tag: pushed, system, env, defaults, tokens: new Map(), handed: {} };
  const acts: Acts = { checkouts: [], provisions: [], lines: [], uploads: [], downloads: [], releases: [], publications: [] };
  for (const [index, written] of (job.steps as Data[]).entries()) {
    const step = stepOf(written, index, file.place('jobs', id, 'steps', index), around);
    if ((step.condition !== 'no' || !isOfTheLeg(written.if)) && !(refs && readGenerated(step, acts, pushed.prerelease))) {
      readStep(step, acts);
    }
  }
  return {
    ...placed,
    job: refs && values.platform ? `${id}/${values.platform}` : id,
    needs: [job.needs ?? []].flat(),
    asks: [...new Set([...JSON.stringify(file.content.jobs[id]).matchAll(/\bneeds\.([\w-]+)\.outputs\./g)].map(([, need]) => need))],
    runner: runnerOf(contexts.value(job['runs-on'])),
    condition: contexts.condition(job.if),
    settings: settings(id, job, file, contexts, placed),
    ...acts,
    uploads: acts.uploads.flatMap((one) => withoutGathered(one, acts)),
    checkouts: acts.checkouts.map((one) => ({ ...one, ref: resolved(one.ref, refs) })),
  };
}

/** What a release takes of the files that others have built is theirs, but for what the leg itself makes among them. */
function withoutGathered(upload: Upload, { downloads, lines }: Acts): Upload[] {
  if (upload.name) {
    return [upload];
  }
  const isMade = (pattern: string) => lines.some(({ text }) => !/[*?]/.test(pattern) && text.includes(pattern.split('/').at(-1)!));
  const patterns = upload.patterns.filter(Boolean).filter((pattern) => isMade(pattern) || !downloads.some(({ path }) => path === '' || pattern === path || pattern.startsWith(`${path}/`)));
  return patterns.length ? [{ ...upload, patterns }] : [];
}

function runDefaults(of: Data): Surroundings['defaults'] {
  const { shell, 'working-directory': workingDirectory } = of.defaults?.run ?? {};
  return { ...shell && { shell }, ...workingDirectory && { workingDirectory } };
}

/** Whether a condition asks for nothing but the combination: elsewhere the step runs. */
function isOfTheLeg(condition: unknown): boolean {
  return !/\b(?:github|inputs)\b/.test(String(condition));
}

function resolved(ref: string, refs: Reading['refs']): string {
  const id = /^⟦needs\.guard\.outputs\.commit-(.*)⟧$/.exec(ref)?.[1];
  return id === undefined ? ref : refs!.get(id)!.replace(/^HEAD$/, '');
}

function systemOf(runner: string): 'linux' | 'macos' | 'windows' | 'unknown' {
  const found = /ubuntu|linux|macos|windows/i.exec(runner)?.[0].toLowerCase();
  return found === 'ubuntu' ? 'linux' : found as 'linux' ?? 'unknown';
}

function runnerOf(written: unknown): string[] {
  const { group, labels } = (written ?? {}) as Data;
  return group ? [`group ${group}`, ...[labels ?? []].flat()] : [written].flat().map(String);
}

const KEYS = ['timeout-minutes', 'continue-on-error', 'environment', 'container', 'services', 'concurrency'];

function settings(id: string, job: Data, file: WorkflowText, contexts: Contexts, { place }: Placed): Setting[] {
  const { name: environment = job.environment, ...ofEnvironment } = typeof job.environment === 'object' ? job.environment as Data : {};
  const said: Data = { ...job, environment, ...Object.fromEntries(Object.entries(ofEnvironment).map(([key, value]) => [`environment ${key}`, value])) };
  const own = Object.keys(said).filter((key) => KEYS.includes(key.split(' ')[0])).map((key): Setting => ({ key, value: settingValue(contexts, said[key]), names: [key], place }));
  const strategy = [...job.strategy?.['fail-fast'] === true ? ['fail-fast'] : [], ...job.strategy?.['max-parallel'] ? ['max-parallel'] : []]
    .map((key): Setting => ({ key, value: String(job.strategy[key]), names: [key], place }));
  const at: Place = 'permissions' in job ? file.place('jobs', id, 'permissions') : file.place('permissions');
  return [...own.filter(({ value }) => !['', 'false', '""'].includes(value)), ...strategy, ...permissions(job.permissions ?? file.content.permissions, at)];
}

function settingValue(contexts: Contexts, written: unknown): string {
  const value = contexts.value(written) ?? '';
  const { name, image, ...rest } = (value ?? {}) as Data;
  return typeof value !== 'object' ? String(value) : Object.keys(rest).length ? JSON.stringify(value) : String(name ?? image);
}

/** Rights beyond that to the repository's contents, which follows from what a job does. */
function permissions(written: unknown, place: Place): Setting[] {
  if (typeof written === 'string') {
    return [{ key: 'permissions', value: written, names: ['permissions'], place }];
  }
  return Object.entries(written ?? {}).filter(([key, value]) => key !== 'contents' && value === 'write')
    .map(([key, value]) => ({ key: `permissions ${key}`, value: String(value), names: [key, 'permissions'], place }));
}
