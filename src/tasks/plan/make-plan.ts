import { afterwardsOf, unheard } from './afterwards';
import { declaredBy } from './declared';
import { dependenciesIn } from './dependencies';
import { planJobs } from './jobs';
import { nearMisses } from './near-misses';
import { objectionsOf } from './objections';
import { planOther, publishesIn } from './other-workflows';
import type { JobPlan, Objection, Plan, PlannedEvent, ResultPlan, Start, Verdict, WorkflowPlan } from './plan';
import type { PlanInput } from './plan-input';
import { publishingOf } from './publishing-sentences';
import { refsOf } from './refs';
import { signingOf } from './signing';
import { startOf, tagFiltersOf } from './triggers';
import { stampsOf } from './version-objections';
import { isTagName } from '../../github/git-names';
import { cannotRead, readWholly } from '../../github/workflow-conditions';
import type { Mapping, ReadWorkflow } from '../../github/workflow-reader';
import type { Model } from '../../model/model';
import { type BuildWorkflow, workflowsOf } from '../../model/workflows';
import { renderOne } from '../../render/workflow/workflows';

/** Plans what an event does. Nothing is read and nothing is run here. */
export function makePlan(input: PlanInput): Plan {
  const planned = input.models.flatMap((model) => planWorkflows(input, model));
  const builds = planned.map(({ build }) => build);
  const afterwards = afterwardsOf(planned);
  const objections = [...nameRefused(input.event), ...planned.flatMap(cannotStart), ...objectionsOf(input, builds)];
  const own = new Set(input.models.flatMap(workflowsOf).map(({ model }) => model.workflowPath));
  return {
    version: 1,
    event: input.event,
    verdict: verdictOf(builds, objections),
    builds,
    others: [...input.workflows.keys()].filter((path) => !own.has(path)).sort()
      .flatMap((path) => planOther(input, path, afterwards)),
    objections,
    notes: [...input.notes, ...input.git?.notes ?? []],
  };
}

function verdictOf(builds: readonly WorkflowPlan[], objections: readonly Objection[]): Verdict {
  if (!builds.some(({ starts }) => starts) || objections.some(({ prevents }) => prevents)) {
    return 'does-not-run';
  }
  return objections.length ? 'runs-with-objections' : 'runs';
}

function nameRefused({ refType, refName }: PlannedEvent): Objection[] {
  return isTagName(refName) ? [] : [{
    id: 'name-refused',
    message: `git allows no ${refType} of the name '${refName}'.`,
    cure: 'See "git help check-ref-format".',
    prevents: true,
  }];
}

/** Whatever the event is: a file that GitHub cannot read is one that nothing starts any more. */
function cannotStart({ build: { path, errors }, isWanted }: PlannedWorkflow): Objection[] {
  return errors.length ? [{
    id: 'workflow-cannot-start',
    message: `${cannotRead(path, errors)}.`,
    cure: 'Correct the declaration, or what changes the file, and run "npx projen".',
    prevents: isWanted,
  }] : [];
}

interface PlannedWorkflow {
  readonly model: Model;
  readonly build: WorkflowPlan;
  /** Whether the event starts it, or would if GitHub could read the file. */
  readonly isWanted: boolean;
}

/** What starts, and what cannot; where nothing does, or a tag is asked for, also what could. What is started by hand is the one that a tag starts. */
function planWorkflows(input: PlanInput, model: Model): PlannedWorkflow[] {
  const [first, ...further] = workflowsOf(model).map((workflow) => planWorkflow(input, workflow));
  const { name, refType } = input.event;
  const found = further.filter(({ build }) => build.errors.length || build.starts && name !== 'workflow_dispatch');
  const others = found.length || name === 'workflow_dispatch' || refType === 'tag' ? found : further;
  const isSilent = !first.build.starts && !first.build.errors.length;
  return others.length && refType === 'branch' && isSilent ? others : [first, ...others];
}

function planWorkflow(input: PlanInput, workflow: BuildWorkflow): PlannedWorkflow {
  const read = readWholly(input.engine, input.workflows.get(workflow.model.workflowPath));
  const build = planBuild(input, workflow, read);
  // what cannot be read does not say what would start it
  const isWanted = build.starts || read.errors.length > 0 && startOf(renderOne(workflow, input.scripts).on as Mapping, input.event).starts;
  return { model: workflow.model, build, isWanted };
}

function planBuild(input: PlanInput, workflow: BuildWorkflow, { content, errors }: ReadWorkflow): WorkflowPlan {
  const { model } = workflow;
  const { id, workflowPath: path } = model;
  const name = typeof content.name === 'string' ? content.name : path;
  const start: Start = errors.length ? { starts: false, why: 'GitHub starts no job of a file that it cannot read' } : startOf(content.on, input.event);
  const { event, git } = input;
  const facts = { event, repository: git?.repository, commit: git?.commit, stamps: stampsOf(model, event, git), called: false };
  const declared = start.starts ? declaredBy(workflow, input.scripts, input.engine) : undefined;
  const jobs = declared
    ? planJobs({ ...input, workflow: content, name, facts, declared, publishesIn: (uses) => publishesIn(input, uses) })
    : [];
  const wantsTag = !start.starts && !errors.length && input.event.name === 'push' && input.event.refType === 'tag';
  return {
    id,
    path,
    name,
    ...start,
    suggestions: wantsTag ? nearMisses(tagFiltersOf(content.on), input.event.refName) : [],
    errors,
    jobs,
    leftOut: declared?.leftOut(input.event) ?? [],
    results: resultsOf(jobs),
    refs: declared ? refsOf(input, model) : [],
    dependencies: dependenciesIn(model, jobs),
    signing: signingOf(model, jobs),
    publishing: declared ? [
      ...publishingOf({ model, event: input.event, workflow: content, jobs, declared }),
      ...unheard(input, model, { jobs }).map((other) => `${other} listens to releases and does not start: GitHub starts nothing for what the workflow's own token does.`),
    ] : [],
  };
}

function resultsOf(jobs: readonly JobPlan[]): ResultPlan[] {
  return jobs.flatMap(({ id, legs }) => legs.flatMap(({ name: leg, steps }) => steps.flatMap(({ artifact, runs }) =>
    artifact && runs !== 'no' && !artifact.handedTo.length ? [{ job: id, leg, name: artifact.name, path: artifact.path }] : [])));
}
