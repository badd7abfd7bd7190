import type { StepMeaning, StepReader } from './step-reader';
import type { StepSource } from './workflow-source';
import { wholeExpression } from '../../github/expressions';
import { repositoryNameProblem } from '../../github/names';
import { call, constant, list, object, type CallCode, type Code } from '../code';
import { brief, leftOut, nameOf, understood } from '../steps/report-lines';
import { fromWorkspace, isWorkflowToken, secretIn, usedAction } from '../steps/used-action';

/** Actions that make a token of a GitHub App, and their inputs for its id and its key. */
const APP_TOKENS: Readonly<Record<string, readonly [id: readonly string[], key: readonly string[]]>> = {
  'actions/create-github-app-token': [['client-id', 'app-id'], ['private-key']],
  'tibdex/github-app-token': [['app_id'], ['private_key']],
  'peter-murray/workflow-application-token-action': [['application_id'], ['application_private_key']],
  'getsentry/action-github-app-token': [['app_id'], ['private_key']],
};

/** What Git does anyway, or what nobody needs to say. */
const IDLE: Readonly<Record<string, string>> = {
  'persist-credentials': 'no token stays behind a checkout',
  'clean': 'a runner begins empty',
  'show-progress': 'it changes the log alone',
  'set-safe-directory': 'it is the default',
  'fetch-tags': 'fetchDepth: 0 brings the tags',
  'ssh-strict': 'it is the default',
};

/** Refs by which a workflow names the commit that it runs for. */
const OWN_REF = /^(?:github\.(?:ref|sha|ref_name|head_ref|event\.release\.tag_name|event\.release\.target_commitish)(?:\s*\|\|\s*github\.\w+)*|format\('refs\/tags\/\{0\}',\s*github\.ref_name\))$/;

/** How repositories come into the workspace; `repository` is the one that the workflow belongs to. */
export function checkoutReader(repository: string | undefined): StepReader {
  return {
    read: (step, leg) => {
      if (usedAction(step)?.name !== 'actions/checkout') {
        return undefined;
      }
      const [owner = ''] = repository?.split('/') ?? [];
      const name = (step.with.repository?.trim() ?? '').replace(/\$\{\{\s*github\.repository_owner\s*\}\}/, (all) => owner || all);
      const isSelf = name === '' || wholeExpression(name) === 'github.repository' || name.toLowerCase() === repository?.toLowerCase();
      const path = fromWorkspace(step.with.path ?? '');
      return path === undefined || /[<>:"|?*]/.test(path) || step.if !== undefined || !isSelf && repositoryNameProblem(name) ? undefined
        : isSelf ? self(step, path) : other(step, leg.steps, name, path);
    },
  };
}

/** Tokens of a GitHub App that checkouts alone are given: they become its credential. */
export const appTokenReader: StepReader = {
  read: (step, { steps }) => {
    const credential = appCredential(step);
    const elsewhere = steps.filter((one) => usedAction(one)?.name !== 'actions/checkout');
    return credential === undefined || elsewhere.some((one) => JSON.stringify(one).includes(`steps.${step.id}.`)) ? undefined
      : { report: [understood(step, `${brief(credential)} of what it reads`)] };
  },
};

function self(step: StepSource, path: string): StepMeaning {
  const { ref, token } = step.with;
  const notes = [
    ...ref !== undefined && !OWN_REF.test(wholeExpression(ref) ?? ref) ? [leftOut(step, `ref: ${ref}`, 'a tag builds the commit that it names')] : [],
    ...token !== undefined && !isWorkflowToken(token) ? [leftOut(step, `token: ${token}`, "the repository itself is read by the workflow's own token; what its submodules need is a dependency")] : [],
    ...step.with['ssh-key'] !== undefined ? [leftOut(step, 'ssh-key', "the repository itself is read by the workflow's own token; what its submodules need is a dependency")] : [],
  ];
  const options = optionsOf(step, path);
  const code = call('Repository.self', ...options.length ? [{ kind: 'object', entries: options } as const] : []);
  return { repositories: [{ code, path, isSelf: true }], report: [understood(step, brief(code)), ...notes, ...idle(step)] };
}

function other(step: StepSource, steps: readonly StepSource[], name: string, path: string): StepMeaning {
  const { ref = '' } = step.with;
  const [credential, problem] = credentialOf(step, steps);
  const [refOptions, refNote] = refOf(ref);
  const entries = [
    ...object({ ...refOptions }).entries,
    ...optionsOf(step, path),
    ...object({ credential }).entries,
  ];
  const code = call('Repository.github', name, ...entries.length ? [{ kind: 'object', entries } as const] : []);
  return {
    repositories: [{ code, path, isSelf: false }],
    report: [
      understood(step, brief(code), `${nameOf(step)} of ${name}`),
      ...refNote === undefined ? [] : [leftOut(step, `ref: ${ref}`, refNote)],
      ...problem === undefined ? [] : [leftOut(step, `token: ${step.with.token ?? step.with['ssh-key']}`, problem)],
      ...idle(step),
    ],
  };
}

function refOf(ref: string): [Readonly<Record<string, Code>>, string?] {
  const bare = ref.replace(/^refs\/(?=heads\/|tags\/)/, '');
  if (ref === '' || !ref.includes('${{')) {
    return [ref === '' ? {} : { ref: bare }];
  }
  return /^github\.(?:ref|ref_name)$/.test(wholeExpression(ref) ?? '')
    ? [{ matchTag: true }, 'the tag of the same name, and without one the default branch']
    : [{}, 'it is known in the run only; write the branch, tag or commit, or a file that holds it (refFile)'];
}

/** Its credential, or why it has none. */
function credentialOf({ with: inputs }: StepSource, steps: readonly StepSource[]): [CallCode?, string?] {
  const key = inputs['ssh-key'];
  if (key !== undefined) {
    const secret = secretIn(key);
    return secret === undefined ? [undefined, 'it is no secret of its own; declare a credential'] : [call('Credential.deployKey', object({ secret }))];
  }
  const { token } = inputs;
  if (token === undefined || isWorkflowToken(token)) {
    return [];
  }
  const secret = secretIn(token) ?? /^secrets\.(\w+)\s*\|\|/.exec(wholeExpression(token) ?? '')?.[1];
  const app = appOf(token, steps);
  return secret !== undefined ? [call('Credential.token', object({ secret }))]
    : app ? [app] : [undefined, 'it is known in the run only; declare a credential'];
}

function appOf(token: string, steps: readonly StepSource[]): CallCode | undefined {
  const id = /^steps\.([\w-]+)\.outputs\.token$/.exec(wholeExpression(token) ?? '')?.[1];
  const step = steps.find((one) => one.id !== undefined && one.id === id);
  return step && appCredential(step);
}

function appCredential(step: StepSource): CallCode | undefined {
  const inputs = APP_TOKENS[usedAction(step)?.name ?? ''];
  const [id, key] = inputs?.map((names) => names.map((name) => step.with[name]).find((value) => value !== undefined)) ?? [];
  const secret = secretIn(key ?? '');
  const variable = /^vars\.(\w+)$/.exec(wholeExpression(id ?? '') ?? '')?.[1];
  const idSecret = secretIn(id ?? '');
  return secret === undefined || variable === undefined && idSecret === undefined ? undefined
    : call('Credential.githubApp', object({ clientId: object(variable === undefined ? { secret: idSecret } : { variable }), privateKey: object({ secret }) }));
}

function optionsOf({ with: inputs }: StepSource, path: string) {
  const depth = /^\d+$/.exec(inputs['fetch-depth']?.trim() ?? '')?.[0];
  const sparse = (inputs['sparse-checkout'] ?? '').split('\n').map((line) => line.trim()).filter(Boolean);
  return object({
    path: path || undefined,
    submodules: submodulesOf(inputs.submodules),
    lfs: inputs.lfs === 'true' || undefined,
    fetchDepth: depth === undefined || depth === '1' ? undefined : Number(depth),
    sparse: sparse.length ? list(sparse) : undefined,
    filter: inputs.filter || undefined,
  }).entries;
}

function submodulesOf(value: string | undefined): Code | undefined {
  const member = { true: 'ENABLED', recursive: 'RECURSIVE' }[value ?? ''];
  return member && constant(`github.CheckoutSubmodules.${member}`);
}

function idle(step: StepSource) {
  return Object.entries(step.with).filter(([input, value]) => Object.hasOwn(IDLE, input) && !(input === 'persist-credentials' && value === 'false'))
    .map(([input, value]) => leftOut(step, `${input}: ${value}`, IDLE[input]));
}
