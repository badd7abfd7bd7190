import { parse, stringify } from 'yaml';
import type { Kind } from '../../../src/adopt/compare/difference';

/* eslint-disable-next-line @typescript-eslint/no-explicit-any -- a workflow of any shape */
export type Content = any;

/** A workflow that is wrong in one respect. */
export interface Mutation {
  readonly name: string;
  /** As what it is noticed; others may be noticed with it. */
  readonly kind: Kind;
  /** Changes a copy of the workflow, in something that the original has; false where there is nothing to change. */
  readonly mutate: (workflow: Content, original: Content) => boolean;
}

/** The text of a workflow with one thing changed; undefined where a mutation finds nothing to change. */
export function mutated(text: string, { mutate }: Mutation, original: string): string | undefined {
  const workflow = parse(text);
  return mutate(workflow, parse(original)) ? stringify(workflow, { aliasDuplicateObjects: false }) : undefined;
}

/** Steps of the generator, which no mutation touches unless it is about them. */
const GENERATED = /^(?:check-outputs|check-secrets|empty-workspace|prove-signing|checkout-script|assemble|guard|update-feed|collect|upload.*|download-.*|draft-.*|publish-.*|start-.*|unpack-handed-on|app-token-.*)$/;

function jobs(workflow: Content): Content[] {
  return Object.entries<Content>(workflow.jobs).filter(([id, job]) => job.steps && !['guard', 'assemble'].includes(id)).map(([, job]) => job);
}

function steps(workflow: Content): Content[] {
  return jobs(workflow).flatMap((job) => job.steps).filter(({ id }) => !GENERATED.test(id ?? ''));
}

/** Whether a line of a script is one that the comparer looks at, and no part of what the generator puts in front. */
const PLAIN = /^(?!.*GITHUB_(?:ENV|OUTPUT))(?!(?:cd|gh|npm publish|npm version|sed|sudo|apt-get|brew|choco|corepack|if|then|else|fi|rustup|git) |sudo\b|fi\b|corepack\b|[A-Za-z_]+\(\)|# ).{3,}$/;

function commands(workflow: Content, original: Content): Content[] {
  return steps(workflow).filter(({ id = '', run, name = '' }) => run && !/^(?:setup|stamp|submodules|dependencies)-/.test(id)
    && !/^Set up /.test(name) && !/gh release|apt-get/.test(run) && PLAIN.test(lastLine(run)) && originalOf({ run }, original));
}

/** The step of the original that ends as a step does. */
function originalOf({ run }: Content, original: Content): Content | undefined {
  return Object.values<Content>(original.jobs).flatMap((job) => job.steps ?? []).find((step) => step.run?.trimEnd().split('\n').includes(lastLine(run)));
}

function lastLine(script: string, count = 1): string {
  return script.trimEnd().split('\n').slice(-count).join('\n');
}

function change<T>(found: T | undefined, how: (found: T) => void): boolean {
  if (found === undefined) {
    return false;
  }
  how(found);
  return true;
}

function remove(workflow: Content, which: (step: Content) => boolean): boolean {
  const job = jobs(workflow).find((one) => one.steps.some(which));
  return change(job, (one) => one.steps.splice(one.steps.findIndex(which), 1));
}

function uses(workflow: Content, action: string, which: (step: Content) => boolean = () => true): Content | undefined {
  return steps(workflow).find((step) => step.uses?.startsWith(action) && which(step));
}

interface Variable {
  readonly env: Content;
  readonly name: string;
}

/** The last step that has such a variable: what is declared for a platform stands in all of its steps, and counts in its build. */
function variable(workflow: Content, original: Content, which: (value: string) => boolean): Variable | undefined {
  return commands(workflow, original).reverse()
    .flatMap((step) => Object.keys(step.env ?? {}).map((name) => ({ env: step.env, name, given: originalOf(step, original).env ?? {} })))
    .filter(({ name, given }) => name in given)
    .find(({ env, name }) => which(String(env[name])));
}

const isSecret = (value: string) => value.includes('secrets.') && !value.includes('GITHUB_TOKEN');

export const mutations: readonly Mutation[] = [
  {
    name: 'a command is gone',
    kind: 'command',
    mutate: (workflow, original) => change(commands(workflow, original).at(-1), (step) => {
      const left = step.run.trimEnd().split('\n').slice(0, -1).join('\n');
      step.run = left || ': # nothing';
    }),
  },
  {
    name: 'a command has another argument',
    kind: 'command',
    mutate: (workflow, original) => change(commands(workflow, original)[0], (step) => { step.run = `${step.run.trimEnd()} --other`; }),
  },
  { name: 'a step is gone', kind: 'command', mutate: (workflow, original) => remove(workflow, (step) => step === commands(workflow, original)[0]) },
  {
    name: 'two steps are swapped',
    kind: 'order',
    mutate: (workflow, original) => change(jobs(workflow).find((job) => unconditional(workflow, job, original).length > 1), (job) => {
      const [first, second] = unconditional(workflow, job, original).map((step) => job.steps.indexOf(step));
      [job.steps[first], job.steps[second]] = [job.steps[second], job.steps[first]];
    }),
  },
  {
    name: 'two lines of a script are swapped',
    kind: 'order',
    mutate: (workflow, original) => change(commands(workflow, original).find(({ run }) => /^(?! ).*\n(?! ).*$/.test(lastLine(run, 2)) && PLAIN.test(lastLine(run, 2).split('\n')[0])), (step) => {
      const lines = step.run.trimEnd().split('\n');
      step.run = [...lines.slice(0, -2), lines.at(-1), lines.at(-2)].join('\n');
    }),
  },
  {
    name: 'a variable has another value',
    kind: 'env',
    mutate: (workflow, original) => change(variable(workflow, original, (value) => !value.includes('secrets.')), ({ env, name }) => { env[name] = 'other'; }),
  },
  {
    name: 'a variable is gone',
    kind: 'env',
    mutate: (workflow, original) => change(variable(workflow, original, (value) => value !== '' && !/\b(?:secrets|inputs)\./.test(value)), ({ env, name }) => { delete env[name]; }),
  },
  {
    name: 'a secret does not reach its step',
    kind: 'env',
    mutate: (workflow, original) => change(variable(workflow, original, isSecret), ({ env, name }) => { delete env[name]; }),
  },
  {
    name: 'a secret has another name',
    kind: 'env',
    mutate: (workflow, original) => change(variable(workflow, original, isSecret), ({ env, name }) => { env[name] = '${{ secrets.OTHER_SECRET }}'; }),
  },
  {
    name: 'a secret reaches another step',
    kind: 'secret',
    mutate: (workflow, original) => change(commands(workflow, original)[0], (step) => { step.env = { ...step.env, LEAK: '${{ secrets.SOME_OTHER_SECRET }}' }; }),
  },
  {
    name: 'a job runs on another system',
    kind: 'runner',
    mutate: (workflow, original) => change(
      jobs(workflow).find((job) => typeof job['runs-on'] === 'string' && !job['runs-on'].includes('${{') && hasCommands(workflow, job, original)),
      (job) => { job['runs-on'] = 'windows-11-arm'; },
    ),
  },
  {
    name: 'a combination runs on another system',
    kind: 'runner',
    mutate: (workflow) => change(combination(workflow), ([entry, key]) => { entry[key] = entry[key] === 'windows-11-arm' ? 'ubuntu-slim' : 'windows-11-arm'; }),
  },
  {
    name: 'a combination is gone',
    kind: 'leg',
    mutate: (workflow) => change(
      jobs(workflow).map(({ strategy }) => strategy?.matrix).find((matrix) => matrix?.include?.length > 1 && Object.keys(matrix).length === 1),
      (matrix) => { matrix.include.pop(); },
    ),
  },
  {
    name: 'a pattern of artifacts is gone',
    kind: 'artifact',
    mutate: (workflow, original) => change(patternHolder(workflow, original), ([holder, key]) => {
      holder[key] = holder[key].trimEnd().split('\n').slice(0, -1).join('\n') || 'elsewhere/*';
    }),
  },
  { name: 'a checkout is gone', kind: 'checkout', mutate: (workflow) => remove(workflow, (step) => isCheckout(step) && step.with?.path) || remove(workflow, isCheckout) },
  {
    name: 'a repository is checked out at another ref',
    kind: 'checkout',
    mutate: (workflow) => change(uses(workflow, 'actions/checkout', (step) => step.with?.repository), (step) => { step.with.ref = 'other'; }),
  },
  {
    name: 'a repository is checked out elsewhere',
    kind: 'checkout',
    mutate: (workflow) => change(uses(workflow, 'actions/checkout'), (step) => { step.with = { ...step.with, path: 'other' }; }),
  },
  {
    name: 'a repository is read with another secret',
    kind: 'checkout',
    mutate: (workflow) => change(uses(workflow, 'actions/checkout', (step) => step.with?.token?.includes('secrets.')), (step) => { step.with.token = '${{ secrets.OTHER }}'; }),
  },
  {
    name: 'a repository is read without its key',
    kind: 'checkout',
    mutate: (workflow) => change(uses(workflow, 'actions/checkout', (step) => step.with?.['ssh-key']), (step) => { delete step.with['ssh-key']; }),
  },
  {
    name: 'a token is made with another key',
    kind: 'checkout',
    mutate: (workflow) => change(
      jobs(workflow).flatMap((job) => job.steps).find((step: Content) => step.uses?.startsWith('actions/create-github-app-token')),
      (step) => { step.with['private-key'] = '${{ secrets.OTHER_KEY }}'; },
    ),
  },
  {
    name: 'submodules are not checked out',
    kind: 'input',
    mutate: (workflow) => change(uses(workflow, 'actions/checkout', (step) => step.with?.submodules), (step) => { delete step.with.submodules; }),
  },
  {
    name: 'Node.js is another',
    kind: 'tool',
    mutate: (workflow) => change(uses(workflow, 'actions/setup-node', (step) => step.with?.['node-version']), (step) => { step.with['node-version'] = '18'; }),
  },
  {
    name: 'a tool is not set up',
    kind: 'tool',
    mutate: (workflow) => remove(workflow, (step) => /setup-(?:node|go|java|python|dotnet|bun|deno|uv|ruby)@|flutter-action@/.test(step.uses ?? '')),
  },
  {
    name: 'a target of the compiler is not there',
    kind: 'input',
    mutate: (workflow) => change(steps(workflow).map(({ with: given, env }) => given?.targets ? { of: given, key: 'targets' } : { of: env, key: 'RUST_TARGETS' }).find(({ of, key }) => of?.[key]), ({ of, key }) => { of[key] = 'other'; }),
  },
  {
    name: 'a package is not installed',
    kind: 'package',
    mutate: (workflow) => change(steps(workflow).find(({ run, env }) => /(?:apt-get|brew) install(?:\\\n|.)*$/.test(run?.trimEnd() ?? '') || env?.PACKAGES), (step) => {
      if (step.env?.PACKAGES) {
        step.env.PACKAGES = step.env.PACKAGES.split('\n').slice(1).join('\n');
      } else {
        step.run = step.run.trimEnd().replace(/[\s\\]+\S+$/, '');
      }
    }),
  },
  {
    name: 'a job does not wait for another',
    kind: 'needs',
    mutate: (workflow, original) => change(jobs(workflow).find((job) => needed(workflow, job, original).length), (job) => {
      job.needs = [job.needs].flat().filter((need) => ['guard', 'assemble'].includes(need));
    }),
  },
  {
    name: 'other tags start it',
    kind: 'trigger',
    mutate: ({ on }, original) => change(original.on.push && on.push.tags !== undefined ? on.push : undefined, (push) => { push.tags = [push.tags, 'other-*'].flat(); }),
  },
  {
    name: 'no tag starts it',
    kind: 'trigger',
    mutate: ({ on }, original) => change(original.on.push && on, (events) => { delete events.push; events.label = null; }),
  },
  {
    name: 'nobody can start it by hand',
    kind: 'trigger',
    mutate: ({ on }, original) => change('workflow_dispatch' in original.on ? on : undefined, (events) => { delete events.workflow_dispatch; }),
  },
  {
    name: 'a script runs in another shell',
    kind: 'shell',
    mutate: (workflow, original) => change(commands(workflow, original).find(({ run }) => /["$|>*]/.test(lastLine(run)) && !run.includes('${{')), (step) => {
      step.shell = step.shell === 'cmd' ? 'python' : 'cmd';
    }),
  },
  {
    name: 'a script runs elsewhere',
    kind: 'working-directory',
    mutate: (workflow, original) => change(commands(workflow, original)[0], (step) => { step['working-directory'] = 'other/place'; }),
  },
  {
    name: 'a step runs under a condition',
    kind: 'condition',
    mutate: (workflow, original) => change(commands(workflow, original).find((step) => !step.if), (step) => { step.if = "steps.other.outcome == 'success'"; }),
  },
  {
    name: 'a step never runs',
    kind: 'command',
    mutate: (workflow, original) => change(commands(workflow, original).find((step) => !step.if), (step) => { step.if = "runner.os == 'OS/2'"; }),
  },
  {
    name: 'a step may fail',
    kind: 'tolerance',
    mutate: (workflow, original) => change(commands(workflow, original).find((step) => !step['continue-on-error']), (step) => { step['continue-on-error'] = true; }),
  },
  {
    name: 'a step must not fail',
    kind: 'tolerance',
    mutate: (workflow, original) => change(commands(workflow, original).find((step) => step['continue-on-error']), (step) => { delete step['continue-on-error']; }),
  },
  {
    name: 'files arrive elsewhere',
    kind: 'handed-on',
    mutate: (workflow, original) => change(downloadHolder(workflow, original), ([holder, key]) => { holder[key] = `${holder[key]}/other`; }),
  },
  {
    name: 'an action is given something else',
    kind: 'command',
    mutate: (workflow) => change(
      steps(workflow).find(({ uses: action, with: given }) => given && /trusted-signing|install-qt|winget-releaser|repository-dispatch/.test(action ?? '')),
      ({ with: given }) => { given[Object.keys(given)[0]] = 'other'; },
    ),
  },
  {
    name: 'an action is gone',
    kind: 'command',
    mutate: (workflow) => remove(workflow, (step) => /msvc-dev-cmd|setup-msbuild|trusted-signing|install-qt|dispatch|goreleaser|pypi/.test(step.uses ?? '')),
  },
  {
    name: 'another workflow is not called',
    kind: 'call',
    mutate: ({ jobs: all }) => change(Object.keys(all).find((id) => all[id].uses), (id) => { all[id].uses = 'other/workflows/.github/workflows/other.yml@v1'; }),
  },
  {
    name: 'a workflow that is called waits for nothing',
    kind: 'needs',
    mutate: (workflow, original) => change(
      calls(workflow).find((job) => callOf(job, original)?.needs && !areCalls(original, callOf(job, original)!.needs)),
      (job) => { delete job.needs; },
    ),
  },
  {
    name: 'a job does not wait for what is called before it',
    kind: 'needs',
    mutate: (workflow, original) => change(
      jobs(workflow).find((job) => hasCommands(workflow, job, original) && [job.needs ?? []].flat().some((need) => workflow.jobs[need]?.uses)),
      (job) => { job.needs = [job.needs].flat().filter((need) => !workflow.jobs[need].uses); },
    ),
  },
  {
    name: 'a workflow that is called is given another input',
    kind: 'call',
    mutate: (workflow) => change(calls(workflow).find((job) => job.with), (job) => { job.with[Object.keys(job.with)[0]] = 'other'; }),
  },
  {
    name: 'an input is a text and was a flag',
    kind: 'call',
    mutate: (workflow) => change(calls(workflow).map((job) => job.with).find((given) => Object.values(given ?? {}).some((value) => typeof value === 'boolean')), (given) => {
      Object.keys(given).forEach((name) => { given[name] = String(given[name]); });
    }),
  },
  {
    name: 'an input is gone',
    kind: 'call',
    mutate: (workflow) => change(calls(workflow).find((job) => job.with), (job) => { delete job.with[Object.keys(job.with)[0]]; }),
  },
  {
    name: 'a workflow that is called has another secret',
    kind: 'call',
    mutate: (workflow) => change(calls(workflow).find((job) => typeof job.secrets === 'object'), ({ secrets }) => { secrets[Object.keys(secrets)[0]] = '${{ secrets.OTHER }}'; }),
  },
  { name: 'a workflow that is called has no secrets', kind: 'call', mutate: (workflow) => change(calls(workflow).find((job) => job.secrets), (job) => { delete job.secrets; }) },
  { name: 'a workflow is called under another condition', kind: 'call', mutate: (workflow) => change(calls(workflow)[0], (job) => { job.if = "vars.OTHER == 'yes'"; }) },
  { name: 'a workflow is called always', kind: 'call', mutate: (workflow) => change(calls(workflow).find((job) => job.if?.includes('vars.')), (job) => { delete job.if; }) },
  {
    name: 'a workflow is called in fewer combinations',
    kind: 'call',
    mutate: (workflow) => change(
      calls(workflow).map((job) => Object.values<Content>(job.strategy?.matrix ?? {})).find(([values]) => Array.isArray(values)),
      ([values]) => { values.pop(); },
    ),
  },
  { name: 'the release is a draft or is none', kind: 'release', mutate: (workflow, original) => change(releaseHolder(workflow, original), (flip) => flip('draft')) },
  { name: 'the release is elsewhere', kind: 'release', mutate: (workflow, original) => change(releaseHolder(workflow, original), (flip) => flip('repository')) },
  { name: 'the release has other notes', kind: 'release', mutate: (workflow, original) => change(releaseHolder(workflow, original), (flip) => flip('notes')) },
  {
    name: 'nothing is published on npm',
    kind: 'publication',
    mutate: (workflow) => remove(workflow, ({ run, id }) => /^npm publish/.test(run ?? '') || /^publish-package/.test(id ?? '')),
  },
];

/** Jobs that call other workflows. */
function calls(workflow: Content): Content[] {
  return Object.values<Content>(workflow.jobs).filter((job) => job.uses);
}

function callOf({ uses: called }: Content, original: Content): Content | undefined {
  return calls(original).find((job) => job.uses === called);
}

/** What it waits for may be called itself, and that may be waited for by another way. */
function areCalls(original: Content, needs: Content): boolean {
  return [needs].flat().every((need) => original.jobs[need].uses || !original.jobs[need].steps.some((step: Content) => /upload-artifact|release/.test(step.uses ?? '')));
}

function isCheckout({ uses: action, id }: Content): boolean {
  return /^actions\/checkout@/.test(action ?? '') && id !== 'checkout-script';
}

function hasCommands(workflow: Content, job: Content, original: Content): boolean {
  return job.steps.some((step: Content) => commands(workflow, original).includes(step));
}

function unconditional(workflow: Content, job: Content, original: Content): Content[] {
  return job.steps.filter((step: Content) => commands(workflow, original).includes(step) && !step.if);
}

/** Jobs that a job waits for and that are neither the guard nor what assembles. */
function needed(workflow: Content, job: Content, original: Content): string[] {
  const isWork = (step: Content) => commands(workflow, original).includes(step) || /upload-artifact/.test(step.uses ?? '');
  return hasCommands(workflow, job, original)
    ? [job.needs ?? []].flat().filter((need) => !['guard', 'assemble', 'publish', 'draft'].includes(need) && workflow.jobs[need].steps?.some(isWork))
    : [];
}

/** An entry that names a runner, with the key that it does so by. */
function combination(workflow: Content): [Content, string | number] | undefined {
  for (const { strategy, 'runs-on': label } of jobs(workflow)) {
    const axis = /matrix\.([\w-]+)/.exec(typeof label === 'string' ? label : '')?.[1];
    const { [axis ?? '']: values, include = [] } = strategy?.matrix ?? {};
    const entry = include.find((one: Content) => axis && typeof one[axis] === 'string' && !values);
    if (Array.isArray(values) && !include.length && typeof values[0] === 'string') {
      return [values, 0];
    }
    if (entry) {
      return [entry, axis!];
    }
  }
  return undefined;
}

/** What holds patterns of artifacts: a combination of a generated workflow, or a step that uploads. */
function patternHolder(workflow: Content, original: Content): [Content, string] | undefined {
  const entry = jobs(workflow).flatMap(({ strategy }) => strategy?.matrix?.include ?? [])
    .find(({ artifacts }) => artifacts && JSON.stringify(original).includes(JSON.stringify(lastLine(artifacts)).slice(1, -1)));
  const step = uses(workflow, 'actions/upload-artifact', (one) => !one.if && !one.with.path.includes('${{'));
  return entry ? [entry, 'artifacts'] : step && [step.with, 'path'];
}

function downloadHolder(workflow: Content, original: Content): [Content, string] | undefined {
  const all = jobs(workflow).filter((job) => hasCommands(workflow, job, original)).flatMap((job) => job.steps);
  const generated = all.find(({ id }: Content) => id === 'unpack-handed-on');
  const step = all.find((one: Content) => one.uses?.startsWith('actions/download-artifact') && one.with?.path && !GENERATED.test(one.id ?? ''));
  return generated ? [generated.env, 'HANDED_ON'] : step && [step.with, 'path'];
}

const RELEASING = /softprops\/action-gh-release|ncipollo\/release-action/;

/** Changes what a release is like, by hand or generated. */
function releaseHolder(workflow: Content, original: Content): ((what: 'draft' | 'repository' | 'notes') => void) | undefined {
  const all = Object.values<Content>(workflow.jobs).flatMap((job) => job.steps ?? []);
  const generated = all.find(({ id }) => /^publish-release/.test(id ?? ''));
  const step = all.find((one) => RELEASING.test(one.uses ?? ''));
  if (generated && Object.values<Content>(original.jobs).some((job) => job.steps?.some((one: Content) => RELEASING.test(one.uses ?? '')))) {
    return (what) => {
      const target = JSON.parse(generated.env.TARGET);
      const changes = { draft: { draftOnly: !target.draftOnly }, repository: { repository: 'other/place' }, notes: { notes: { kind: 'other' } } };
      generated.env.TARGET = JSON.stringify({ ...target, ...changes[what] });
    };
  }
  return step && ((what) => {
    const bySoftprops = step.uses.startsWith('softprops');
    const changes = {
      draft: { draft: step.with.draft !== true },
      repository: bySoftprops ? { repository: 'other/place' } : { owner: 'other', repo: 'place' },
      notes: { [bySoftprops ? 'body_path' : 'bodyFile']: 'OTHER.md' },
    };
    Object.assign(step.with, changes[what]);
  });
}
