import { resultsOf } from '../../src/model/jobs';
import type { GithubReleaseModel, Model, StepModel } from '../../src/model/model';
import { followUpsOf, jobsAfter, jobsBefore, PUBLISH_SCRIPT, releasesOf } from '../../src/model/publish';
import type { Job, WorkflowFile } from '../../src/render/workflow/workflow-file';

/** What must hold for every workflow that publishes, and what no engine knows: a line for each violation. */
export function publishViolations(workflow: WorkflowFile, model: Model): string[] {
  return model.publish.length ? INVARIANTS.flatMap((invariant) => invariant(workflow, model)) : [];
}

type Invariant = (workflow: WorkflowFile, model: Model) => string[];

const INVARIANTS: readonly Invariant[] = [
  everyResultIsAssembled,
  assemblingHoldsNoRight,
  nothingIsPublishedInARehearsal,
  everythingWaitsForWhatIsBefore,
  everyDraftStandsBeforeTheFirstRelease,
  everyReleaseIsMade,
  everybodyIsGivenTheVerifiedSet,
  onlyTheScriptIsCheckedOut,
  noTokenLeavesItsStep,
  everyTokenIsMadeForItsTargetsAlone,
  whatIsAttestedIsSignedAlone,
  everyReleaseIsGivenWhatAttestsIt,
  nobodyIsCancelled,
];

const NAME = '${{ needs.guard.outputs.name }}';

/** Each from a directory of its own; of a leg that may fail, what is absent is no failure. */
function everyResultIsAssembled({ jobs }: WorkflowFile, model: Model): string[] {
  const { steps } = jobs.assemble;
  const runs = steps.findIndex(({ run }) => run === `node ${PUBLISH_SCRIPT} assemble`);
  return resultsOf(model).filter(({ job, platform }) => {
    const found = steps.slice(0, runs).filter((step) => isDownload(step) && step.with?.path === `legs/${job.id}/${platform.name}`);
    const wanted = `${platform.artifactName}-${NAME}`;
    const [{ with: inputs } = {}] = found;
    const artifact = platform.allowedToFail ? String(inputs?.pattern).replace(/\\(.)/g, '$1') : inputs?.name;
    return found.length !== 1 || artifact !== wanted || ![jobs.assemble.needs].flat().includes(job.id);
  }).map(({ job, platform }) => `what ${job.id} builds on ${platform.name} is not assembled`);
}

function assemblingHoldsNoRight({ jobs: { assemble } }: WorkflowFile): string[] {
  const rights = Object.entries(assemble.permissions ?? {}).filter(([scope, access]) => `${scope}: ${access}` !== 'contents: read');
  return [
    ...rights.map(([scope]) => `assemble has the permission ${scope}`),
    .../\bsecrets\.|github\.token/.test(JSON.stringify(assemble)) ? ['assemble is given a secret'] : [],
  ];
}

function nothingIsPublishedInARehearsal({ jobs }: WorkflowFile, model: Model): string[] {
  return publishing(model).filter((id) => jobs[id]?.if !== "needs.guard.outputs.real == 'true'" || ![jobs[id].needs].flat().includes('guard'))
    .map((id) => `${id} may run in a rehearsal`);
}

function everythingWaitsForWhatIsBefore({ jobs }: WorkflowFile, model: Model): string[] {
  const ids = (targets: readonly { readonly id: string }[]) => targets.map(({ id }) => id);
  const isThere = (id: string) => id in jobs;
  const stages = [['assemble'], ['attest'].filter(isThere), ['draft'].filter(isThere), ids(jobsBefore(model)), ['publish'].filter(isThere), ids(jobsAfter(model)), ids(followUpsOf(model))];
  return stages.flatMap((stage, index) => stage.flatMap((id) =>
    stages.slice(0, index).flat().filter((earlier) => !allNeeds(jobs, id).has(earlier)).map((earlier) => `${id} does not wait for ${earlier}`)));
}

function everyDraftStandsBeforeTheFirstRelease({ jobs: { draft, publish } }: WorkflowFile, model: Model): string[] {
  const releases = releasesOf(model);
  const modes = calls(publish).map(({ run = '' }) => run.split(' ').at(-1));
  const drafts = modes.slice(0, modes.indexOf('publish')).filter((mode) => mode === 'draft');
  return [
    ...releases.length > 1 && drafts.length !== releases.length ? ['a release may become public before all drafts are there'] : [],
    ...releases.length && jobsBefore(model).length && calls(draft).length !== releases.length ? ['own jobs run without a draft of each release'] : [],
  ];
}

function everyReleaseIsMade({ jobs }: WorkflowFile, model: Model): string[] {
  return releasesOf(model).filter((release) => !calls(jobs.publish).some((step) => isOf(step, release) && step.run === `node ${PUBLISH_SCRIPT} release publish`))
    .map(({ id }) => `${id} never becomes public`);
}

/** The artifact that assemble uploads, and no other. */
function everybodyIsGivenTheVerifiedSet({ jobs }: WorkflowFile, model: Model): string[] {
  const set = `${model.id}-release-${NAME}`;
  const uploaded = jobs.assemble.steps.at(-1)?.with;
  return [
    ...uploaded?.name === set && uploaded.path === 'release' ? [] : ['the verified set is not uploaded'],
    ...publishing(model).filter((id) => !followUpsOf(model).some((target) => target.id === id))
      .filter((id) => !jobs[id]?.steps.some((step) => isDownload(step) && step.with?.name === set && step.with?.path === 'release'))
      .map((id) => `${id} is not given the verified set`),
  ];
}

function onlyTheScriptIsCheckedOut({ jobs }: WorkflowFile, model: Model): string[] {
  return ['assemble', ...publishing(model)].filter((id) => jobs[id]?.steps.some(({ uses = '', with: inputs }) =>
    uses.startsWith('actions/checkout@') && !`${inputs?.['sparse-checkout']}`.startsWith(`/${PUBLISH_SCRIPT}`))).map((id) => `${id} checks out more than the publish script`);
}

/** An own step may name a declared secret; what is written here gives one to the script alone, and makes tokens by it. */
function noTokenLeavesItsStep({ jobs }: WorkflowFile, model: Model): string[] {
  const own = new Set([...jobsBefore(model), ...jobsAfter(model)].flatMap((target) => target.kind === 'steps' ? [target.id] : []));
  return publishing(model).filter((id) => {
    const { steps = [], ...job } = jobs[id] ?? {};
    const others = own.has(id) ? [] : steps.filter((step) => !calls({ steps }).includes(step) && !isMint(step) && step.id !== 'check-secrets');
    return /secrets\.|github\.token|outputs\.token/.test(JSON.stringify([job, others]));
  }).map((id) => `${id} gives a token to more than one step`);
}

/** Made in a job for all of one owner that an App writes to there, with the rights that those need. */
function everyTokenIsMadeForItsTargetsAlone({ jobs }: WorkflowFile, model: Model): string[] {
  return publishing(model).flatMap((id) => (jobs[id]?.steps ?? []).filter(isMint).filter(({ id: step, with: inputs = {} }) => {
    const targets = model.publish.filter((target) => target.kind === 'github-release' || target.kind === 'workflow')
      .filter((target) => jobs[id].steps.some((call) => String(call.env?.TOKEN).includes(`steps.${step}.`) && (target.kind === 'workflow' ? target.id === id : isOf(call, target))));
    const rights = targets.flatMap((target) => target.kind === 'workflow' ? ['actions'] : ['contents', ...target.discussionCategory ? ['discussions'] : []]);
    const given = Object.keys(inputs).filter((input) => input.startsWith('permission-')).map((input) => input.slice('permission-'.length));
    const names = targets.map(({ repository }) => repository.split('/')[1] ?? '${{ github.event.repository.name }}');
    return !inputs.owner || [...new Set(names)].join('\n') !== inputs.repositories || given.join() !== [...new Set(rights)].join();
  }).map(({ id: step }) => `${step} of ${id} can do more than it must`));
}

/** Whoever can sign in the workflow's name runs nothing but the script and the action, on the sums of all files. */
function whatIsAttestedIsSignedAlone({ jobs }: WorkflowFile, model: Model): string[] {
  const { attest } = jobs;
  const wanted = releasesOf(model).some((release) => release.attest);
  const others = Object.entries(jobs).filter(([id, { permissions }]) => id !== 'attest' && 'attestations' in permissions).map(([id]) => `${id} may attest`);
  if (!attest || !wanted) {
    return [...others, ...attest ? ['something is attested'] : [], ...wanted ? ['nothing is attested'] : []];
  }
  const rights = Object.entries(attest.permissions).map(([scope, access]) => `${scope}: ${access}`).join();
  const [prove, ...signed] = attest.steps.filter(({ id, uses = '' }) => id === 'prove' || uses.startsWith('actions/attest@'));
  const sbom = releasesOf(model).find((release) => release.sbom)?.sbom;
  return [
    ...others,
    ...rights === 'contents: read,id-token: write,attestations: write' ? [] : ['attest has other rights than it needs'],
    ...prove?.id === 'prove' && signed.length === (sbom ? 2 : 1) && signed.every(({ with: inputs }) => inputs?.['subject-checksums'] === 'release/files/SHA256SUMS') ? [] : ['not all proven files are attested'],
    ...sbom && signed[1]?.with?.['sbom-path'] !== '${{ needs.assemble.outputs.sbom-path }}' ? ['the SBOM is not attested'] : [],
  ];
}

/** By the sums that the job that signs has handed on. */
function everyReleaseIsGivenWhatAttestsIt({ jobs }: WorkflowFile, model: Model): string[] {
  const bundles = `${model.id}-attestations-${NAME}`;
  const isUpload = ({ uses = '', with: inputs }: StepModel) => uses.startsWith('actions/upload-artifact@') && inputs?.name === bundles && inputs.path === 'attestations';
  const isGiven = ({ steps, env, needs }: Job) => env?.ATTESTATION_SUMS === '${{ needs.attest.outputs.attestation-sums }}' && [needs].flat().includes('attest')
    && steps.some((step) => isDownload(step) && step.with?.name === bundles && step.with?.path === 'attestations');
  return jobs.attest ? [
    ...jobs.attest.steps.some(isUpload) ? [] : ['what was signed is not uploaded'],
    ...['draft', 'publish'].filter((id) => id in jobs && !isGiven(jobs[id])).map((id) => `${id} is not given what attests the files`),
  ] : [];
}

function nobodyIsCancelled({ jobs }: WorkflowFile): string[] {
  return Object.entries(jobs).filter(([, { concurrency }]) => concurrency?.['cancel-in-progress']).map(([id]) => `${id} is cancelled by another run`);
}

/** The ids of all jobs that can write. */
function publishing(model: Model): string[] {
  const releases = releasesOf(model).length > 0;
  return [
    ...releasesOf(model).some(({ attest }) => attest) ? ['attest'] : [],
    ...releases && jobsBefore(model).length ? ['draft'] : [],
    ...releases ? ['publish'] : [],
    ...model.publish.filter(({ kind }) => kind !== 'github-release').map(({ id }) => id),
  ];
}

function allNeeds(jobs: WorkflowFile['jobs'], id: string): Set<string> {
  const all = new Set([jobs[id]?.needs ?? []].flat());
  for (const need of all) {
    [jobs[need]?.needs ?? []].flat().forEach((earlier) => all.add(earlier));
  }
  return all;
}

function calls({ steps = [] }: Partial<Job> = {}): StepModel[] {
  return steps.filter(({ run = '' }) => run.startsWith(`node ${PUBLISH_SCRIPT} `));
}

/** No two releases of a build lie in one repository. */
function isOf({ env }: StepModel, { repository }: GithubReleaseModel): boolean {
  return JSON.parse(env?.TARGET ?? '{}').repository === repository;
}

function isDownload({ uses = '' }: StepModel): boolean {
  return uses.startsWith('actions/download-artifact@');
}

function isMint({ uses = '' }: StepModel): boolean {
  return uses.startsWith('actions/create-github-app-token@');
}
