import type { Declared } from './declared';
import { guardFacts } from './guard-outputs';
import type { JobPlan, PlannedEvent } from './plan';
import { publishesOf } from './steps';
import { versionOf } from '../../github/tag-versions';
import { list, mapping, type Mapping } from '../../github/workflow-reader';
import { filesWanted, legName, resultsOf } from '../../model/jobs';
import type { Model, PublishTargetModel } from '../../model/model';
import { publishes, sbomOf } from '../../model/publish';
import { bundlesOf } from '../../render/workflow/assemble-job';
import { ASSEMBLE, ATTEST } from '../../render/workflow/job-ids';
import { kindOfTarget } from '../../targets/kind-of-target';
import { andList, distinct, orList } from '../../text/words';

export interface PublishingInput {
  readonly model: Model;
  readonly event: PlannedEvent;
  readonly workflow: Mapping;
  readonly jobs: readonly JobPlan[];
  readonly declared: Declared;
}

/** What a workflow publishes where: what the model says, what seems so otherwise, or why it publishes nothing. */
export function publishingOf(input: PublishingInput): string[] {
  const { jobs, model } = input;
  const said = jobs.flatMap((job) => [...declaredOf(input, job), ...jobPublishes(job), ...held(input, job)]);
  if (said.length) {
    return [...publishes(model) ? [filesOf(model)] : [], ...attested(input), ...said];
  }
  const artifacts = jobs.some(({ legs }) => legs.some(({ steps }) => steps.some(({ artifact, runs }) => artifact && runs !== 'no')));
  return [`Nothing: no step seems to publish.${artifacts ? ' The artifacts stay with the run.' : ''}`];
}

function declaredOf(input: PublishingInput, job: JobPlan): string[] {
  return targetsOf(input, job).map((target) => sentenceOf(input, job, target));
}

/** The targets that a job of the file sees to, as far as it is as declared. Own steps have a job of their own. */
function targetsOf({ workflow, model, declared }: PublishingInput, { id, origin }: JobPlan): PublishTargetModel[] {
  const steps = list(mapping(mapping(workflow.jobs)[id]).steps).map(mapping);
  return distinct([
    ...model.publish.filter((target) => target.kind === 'steps' && target.id === id && origin !== 'added'),
    ...steps.flatMap((step) => declared.stepOf(id, step).generated?.target ?? []),
  ]);
}

function sentenceOf({ model, event }: PublishingInput, { id, runs, why }: JobPlan, target: PublishTargetModel): string {
  const { name, planned } = kindOfTarget(target);
  if (runs === 'no') {
    return `Nothing by job ${id}, which is for ${name(target)}: ${why}.`;
  }
  const { tag, version, prerelease } = guardFacts(model.tags, event);
  const clauses = planned(target, { tag, version, prerelease: prerelease === 'true', isVersioned: versionOf(tag) !== undefined }, model);
  return `Job ${id}: ${[name(target), ...clauses, ...runs === 'unknown' ? [`if it runs, ${why}`] : []].join('; ')}.`;
}

/** The names are made in the run, of files that are not there yet. */
function filesOf(model: Model): string {
  const legs = resultsOf(model).map((leg) => `${filesWanted(leg.platform).map(orList).join(', ')} of ${legName(model, leg)}`);
  const { assetName, checksums, manifest } = model.release;
  const added = [...checksums ? ['SHA256SUMS'] : [], ...manifest ? ['build-manifest.json'] : []];
  return `Job ${ASSEMBLE} makes and checks the files: ${[...legs, ...added].join('; ')}${assetName && `; called ${assetName}`}.`;
}

function attested({ model, jobs }: PublishingInput): string[] {
  const sbom = sbomOf(model);
  return jobs.filter(({ id, runs, origin }) => id === ATTEST && runs !== 'no' && origin !== 'added')
    .map(() => `Job ${ATTEST} attests where all of them come from${sbom && ` and, by the SBOM ${sbom}, what is in them`}; ${andList(bundlesOf(model))} ${sbom ? 'become files' : 'becomes a file'} of each release that is attested.`);
}

function jobPublishes({ id, legs, runs, why }: JobPlan): string[] {
  return distinct(legs.flatMap(({ steps }) => steps).flatMap((step) => step.publishes.map((where) => {
    const doubt = [runs === 'unknown' && why, step.runs === 'unknown' && step.why].filter(Boolean)[0];
    return `Job ${id}, '${step.name}', seems to publish to ${where}${doubt ? `, if it runs: ${doubt}` : ''}.`;
  })));
}

/** What a job that does not run seems to publish otherwise. */
function held({ workflow, declared }: PublishingInput, { id, runs, why }: JobPlan): string[] {
  const where = runs === 'no' ? wouldPublish(id, mapping(mapping(workflow.jobs)[id]), declared) : [];
  return where.length ? [`Nothing by job ${id}, which would publish to ${where.join(' and ')}: ${why}.`] : [];
}

function wouldPublish(id: string, job: Mapping, declared: Declared): string[] {
  return distinct(list(job.steps).map(mapping).flatMap((step) => {
    const inputs = mapping(step.with) as Record<string, string>;
    return publishesOf(String(step.uses ?? ''), inputs, String(step.run ?? ''), declared.stepOf(id, step).generated);
  }));
}
