import { parse } from 'yaml';
import { publishViolations } from './publish-invariants';
import { proofsAreHandedOn, whatIsSignedIsProven } from './signing-invariants';
import { type HandedOn, handedTo, readBy, repositoriesOf } from '../../src/model/jobs';
import type { BuildJobModel, Model, StepModel } from '../../src/model/model';
import { writingTargetsOf } from '../../src/model/publish';
import { loadScripts } from '../../src/outside/scripts';
import type { Job, WorkflowFile } from '../../src/render/workflow/workflow-file';

/** What must hold for every generated workflow, and what no engine knows: a line for each violation. */
export function violations(text: string, model: Model): string[] {
  const workflow: WorkflowFile = parse(text);
  return INVARIANTS.flatMap((invariant) => invariant(workflow, model));
}

type Invariant = (workflow: WorkflowFile, model: Model) => string[];

const INVARIANTS: readonly Invariant[] = [
  theBuildNeedsTheGuard,
  theGuardHasThePartsThatItCalls,
  everyJobHasItsPermissionsAndAnEnd,
  nobodyElseHasAnIdentityToken,
  thisRepositoryCanBeRead,
  everyRepositoryIsCheckedOutAtItsCommit,
  noCheckoutDeletesAnother,
  noCheckoutKeepsItsToken,
  onlyWhatInstallsReadsDependencies,
  onlyWhatMakesTokensHasTheKeyOfAnApp,
  everyActionIsPinned,
  noScriptHasAnExpression,
  everyLegHasArtifactsOfItsOwn,
  whatIsHandedOnArrives,
  whatIsSignedIsProven,
  proofsAreHandedOn,
  publishViolations,
];

function theBuildNeedsTheGuard({ jobs }: WorkflowFile, model: Model): string[] {
  return model.jobs.flatMap(({ id, needs }) => ['guard', ...needs.map(({ job }) => job)]
    .filter((need) => ![jobs[id].needs].flat().includes(need)).map((need) => `${id} does not need ${need}`));
}

/** What the guard is asked by a line of its environment, and the function that answers it. */
const PARTS: ReadonlyArray<readonly [RegExp, string]> = [
  [/ app:/, 'take_app_token'],
  [/ key:/, 'probe_with_key'],
  [/ (?:npm|cargo):/, 'probe_registry'],
  [/^(?:REPOSITORIES=)?\S+ \S+ (?:tag|file):/m, 'find_ref'],
  [/^TARGETS=/m, 'each_target'],
  [/^VERSION_(?:FILES|TEXTS)=/m, 'each_version'],
  [/^ATTESTER=/m, 'check_attester'],
];

/** Its script has no part that nothing asks for: one that is missing would be found in a run only. */
function theGuardHasThePartsThatItCalls({ jobs }: WorkflowFile): string[] {
  const { env = {}, run = '' } = jobs.guard.steps.find(({ id }) => id === 'guard') ?? {};
  const asked = Object.entries(env).map(([name, value]) => `${name}=${value}`).join('\n');
  return PARTS.filter(([sign, name]) => sign.test(asked) !== run.includes(`\n${name}() {`)).map(([sign, name]) => `the guard ${sign.test(asked) ? 'lacks' : 'has no use for'} ${name}`);
}

function everyJobHasItsPermissionsAndAnEnd({ permissions, jobs }: WorkflowFile): string[] {
  return [
    ...Object.keys(permissions ?? { all: 'write' }).map((scope) => `all jobs have the permission ${scope}`),
    ...violating(jobs, ({ permissions: own }) => own === undefined, 'has no permissions of its own'),
    ...violating(jobs, (job) => job['timeout-minutes'] === undefined, 'has no timeout'),
  ];
}

/** It names the workflow: whoever has it can sign, or be trusted, in its name. */
function nobodyElseHasAnIdentityToken({ jobs }: WorkflowFile, model: Model): string[] {
  const azure = model.signings.filter(({ azureToken }) => azureToken).map(({ title }) => title);
  const may = [
    ...model.publish.some((target) => target.kind === 'github-release' && target.attest) ? ['attest'] : [],
    ...model.publish.filter((target) => target.kind === 'npm' || target.kind === 'steps' && target.permissions.some(({ permission }) => permission === 'id-token')).map(({ id }) => id),
    ...model.jobs.filter(({ platforms }) => platforms.some(({ signing }) => signing.some((title) => azure.includes(title)))).map(({ id }) => id),
  ];
  const have = Object.entries(jobs).filter(([, { permissions }]) => permissions && 'id-token' in permissions).map(([id]) => id);
  return [
    ...have.filter((id) => !may.includes(id)).map((id) => `${id} may ask for an identity token`),
    ...may.filter((id) => !have.includes(id)).map((id) => `${id} gets no identity token`),
  ];
}

function thisRepositoryCanBeRead({ jobs }: WorkflowFile): string[] {
  return violating(jobs, (job) => job.permissions?.contents === undefined && checkouts(job).some(({ repository }) => !repository),
    'checks out this repository without the permission to read it');
}

/** This repository has no ref: its checkout verifies the tag. Any other one without builds its default branch. */
function everyRepositoryIsCheckedOutAtItsCommit({ jobs }: WorkflowFile, model: Model): string[] {
  const unresolved = model.repositories.filter(({ self, id }) => !self && !jobs.guard.outputs?.[`commit-${id}`]);
  return [...model.jobs.flatMap((job) => checkoutsOf(jobs[job.id], model, job)), ...unresolved.map(({ id }) => `the guard does not hand on commit-${id}`)];
}

function checkoutsOf(job: Job, model: Model, declared: BuildJobModel): string[] {
  const found = checkouts(job).map(({ repository = 'self', ref = '', path = '' }) => `${repository}@${ref} in ${path}`).sort();
  const wanted = repositoriesOf(model, declared).map(({ self, id, name, path }) => `${self ? 'self@' : `${name}@\${{ needs.guard.outputs.commit-${id} }}`} in ${path}`).sort();
  return [
    ...wanted.filter((checkout) => !found.includes(checkout)).map((checkout) => `no checkout of ${checkout}`),
    ...found.filter((checkout) => !wanted.includes(checkout)).map((checkout) => `a checkout of ${checkout}`),
  ];
}

function noCheckoutDeletesAnother({ jobs }: WorkflowFile): string[] {
  return Object.values(jobs).flatMap((job) => {
    const paths = checkouts(job).map(({ path = '' }) => path);
    return paths.flatMap((path, index) => paths.slice(0, index).filter((earlier) => isWithin(earlier, path))
      .map((earlier) => `the checkout into '${path}' deletes the one in '${earlier}'`));
  });
}

function noCheckoutKeepsItsToken({ jobs }: WorkflowFile): string[] {
  return violating(jobs, (job) => checkouts(job).some((inputs) => `${inputs['persist-credentials']}` !== 'false'), 'keeps the token of a checkout');
}

/** Beside our own steps that read: the steps of `prepare`, and no other of the user's or the build's. */
function onlyWhatInstallsReadsDependencies({ jobs }: WorkflowFile, model: Model): string[] {
  const names = model.secrets
    .filter(({ usedBy: { dependencies, legs, steps: own } }) => dependencies.length && !legs.length && !own.length)
    .flatMap((secret) => secret.names);
  const tokens = [...names.map((name) => `secrets.${name} }}`), '.outputs.token }}', 'dependencies-npmrc.outputs.userconfig }}'];
  return model.jobs.flatMap(({ id, prepare }) => jobs[id].steps
    .filter(({ run, uses }) => !prepare.some((step) => step.run === run && step.uses === uses))
    .filter(({ id: step = '' }) => !/^(checkout|submodules|app-token|dependencies)-/.test(step))
    .filter((step) => tokens.some((token) => JSON.stringify(step).includes(token)))
    .map((step) => `${step.id} of ${id} reads what only the steps that install may`));
}

/** The guard's script is given it where there is no token, to say why. An own step may name a declared secret. */
function onlyWhatMakesTokensHasTheKeyOfAnApp({ jobs }: WorkflowFile, model: Model): string[] {
  const keys = [...readBy(model), ...writingTargetsOf(model)].flatMap(({ credential }) => credential.kind === 'github-app' ? [credential.secret] : []);
  const names = model.secrets.filter(({ usedBy: { legs, steps: own } }) => !legs.length && !own.length)
    .flatMap((secret) => secret.names).filter((name) => keys.includes(name));
  const isGiven = ({ env = {}, with: inputs = {} }: StepModel) =>
    [...Object.values(env), ...Object.values(inputs)].some((value) => names.some((name) => hands(String(value), name)));
  return Object.entries(jobs).flatMap(([id, job]) => steps({ job })
    .filter((step) => !step.uses?.startsWith('actions/create-github-app-token@') && isGiven(step))
    .map((step) => `${step.id} of ${id} is given the key of an App`));
}

function hands(value: string, secret: string): boolean {
  const withoutToken = new RegExp(`^\\$\\{\\{ steps\\.app-token-[\\w-]+\\.outputs\\.token == '' && secrets\\.${secret} \\|\\| '' \\}\\}$`);
  return value.includes(`secrets.${secret} `) && value !== `\${{ secrets.${secret} != '' }}` && !withoutToken.test(value);
}

function everyActionIsPinned({ jobs }: WorkflowFile): string[] {
  return steps(jobs).filter(({ uses = './' }) => !uses.startsWith('./') && !/@[0-9a-f]{40}$/.test(uses)).map(({ uses }) => `${uses} is not pinned`);
}

function noScriptHasAnExpression({ jobs }: WorkflowFile): string[] {
  return steps(jobs).filter(({ run = '' }) => run.includes('${{')).map(({ id, name }) => `the script of ${id ?? name} has an expression`);
}

/** With `overwrite`, the leg that uploads last would replace what the others have uploaded. */
function everyLegHasArtifactsOfItsOwn({ jobs }: WorkflowFile, model: Model): string[] {
  const names = model.jobs.flatMap(({ id }) => uploads(jobs[id]).map(({ name }) => name));
  return names.filter((name, index) => names.indexOf(name) !== index).map((name) => `two legs upload ${name}`);
}

/** Downloaded under the name that it was uploaded by, proven by our script, at its place before anything is built. */
function whatIsHandedOnArrives({ jobs }: WorkflowFile, model: Model): string[] {
  return model.jobs.flatMap((job) => handedTo(model, job).flatMap((one) => {
    const { steps: all } = jobs[job.id];
    const { from } = one;
    const artifact = uploads(jobs[from.job.id]).find(({ platform, path }) => platform === from.platform.name && path.includes('.handed-on/files.tar'));
    const at = (test: (step: StepModel) => boolean) => all.findIndex(test);
    const order = [
      Math.max(...all.map(({ uses = '' }, index) => uses.startsWith('actions/checkout@') ? index : -1)),
      at(({ with: inputs }) => inputs?.name === artifact?.name && inputs?.path === `.handed-on/${from.job.id}/${from.platform.name}`),
      at((step) => unpacks(step, one)),
      at(({ id = '' }) => /^build(-|$)/.test(id)),
    ];
    const arrives = artifact && order[1] >= 0 && order.every((place, index) => index === 0 || place > order[index - 1]);
    return arrives ? [] : [`what ${from.job.id} builds on ${from.platform.name} does not arrive in ${one.path} of ${job.id}`];
  }));
}

function unpacks({ env, run = '' }: StepModel, { from: { job, platform }, path }: HandedOn): boolean {
  const { say, report, handedOn, unpack } = loadScripts();
  const line = `${job.id}/${platform.name} ${platform.allowedToFail ? 'optional' : 'required'} ${path}`;
  return env?.HANDED_ON?.split('\n').includes(line) === true && run === [say, report, handedOn, unpack].join('\n');
}

/** Every artifact that the legs of a job upload. */
function uploads({ steps: all, strategy }: Job): { readonly platform: string; readonly name: string; readonly path: string }[] {
  return all.filter(({ uses = '' }) => uses.startsWith('actions/upload-artifact@')).flatMap((step) => (strategy?.matrix.include ?? []).map((leg) => ({
    platform: String(leg.platform),
    name: String(step.with?.name).replace('${{ matrix.artifact }}', String(leg.artifact)),
    path: String(step.with?.path),
  })));
}

function violating(jobs: WorkflowFile['jobs'], violates: (job: Job) => boolean, what: string): string[] {
  return Object.entries(jobs).filter(([, job]) => violates(job)).map(([id]) => `${id} ${what}`);
}

function steps(jobs: WorkflowFile['jobs']): StepModel[] {
  return Object.values(jobs).flatMap((job) => job.steps ?? []);
}

/** The inputs of each checkout, in their order. */
function checkouts(job: Job): Record<string, string | undefined>[] {
  return steps({ job }).filter(({ uses = '' }) => uses.startsWith('actions/checkout@')).map((step) => (step.with ?? {}) as Record<string, string>);
}

function isWithin(inner: string, outer: string): boolean {
  return outer === '' || inner === outer || inner.startsWith(`${outer}/`);
}
