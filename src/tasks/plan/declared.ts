import { isDeepStrictEqual } from 'node:util';
import { type GeneratedStep, generatedSteps } from './generated-steps';
import { guardFacts } from './guard-outputs';
import type { Origin, PlannedEvent } from './plan';
import type { Engine } from '../../github/workflow-engine';
import { list, mapping, readWorkflow, type Mapping, type Value } from '../../github/workflow-reader';
import type { BuildWorkflow } from '../../model/workflows';
import { GUARD } from '../../render/workflow/guard-job';
import { needyLegs, REHEARSED, UNREHEARSED } from '../../render/workflow/rehearsal';
import { commentsOf, renderOne } from '../../render/workflow/workflows';
import { workflowText } from '../../render/workflow/yaml';
import type { Scripts } from '../../text/scripts';

/** What is known of a part of a workflow file before its text is read. */
export interface Known {
  readonly origin: Origin;
  /** What the model says of a step; undefined for a step of the user's own, and for one that is not as declared. */
  readonly generated?: GeneratedStep;
}

/**
 * Tells the parts of a workflow file that are as the model declares them, of which the model says
 * everything, from what was changed or added, by hand or through the escape hatch, and is read.
 */
export type Declared = ReturnType<typeof declaredBy>;

/** The model's workflow goes through the same parser as the file, so that what is the same is equal. */
export function declaredBy(workflow: BuildWorkflow, scripts: Scripts, engine: Engine) {
  const { kind, model } = workflow;
  const { content } = readWorkflow(engine, workflowText(renderOne(workflow, scripts), '', commentsOf(workflow)));
  const generated = generatedSteps(workflow, scripts);
  const needy = kind === 'rehearsal' ? needyLegs(model) : [];
  const leftOut = ({ name, fork }: PlannedEvent) => name === 'pull_request' && fork ? needy : [];
  const jobs = mapping(content.jobs);
  const stepOf = (job: string, step: Mapping): Known => {
    const steps = list(mapping(jobs[job]).steps).map(mapping);
    const origin = originOf(steps.find(({ id }) => id !== undefined && id === step.id), step);
    return { origin, generated: origin === 'declared' ? generated.get(job)?.get(String(step.id)) : undefined };
  };
  return {
    originOf: (id: string, job: Mapping): Origin => originOf(Object.hasOwn(jobs, id) ? jobs[id] : undefined, job),
    stepOf,
    /** The outputs of a job's steps that are known before the run: the guard's, where its step is as declared. */
    outputsOf: (id: string, job: Mapping, event: PlannedEvent): Readonly<Record<string, Readonly<Record<string, string>>>> =>
      id === GUARD && list(job.steps).map(mapping).some((step) => step.id === GUARD && stepOf(id, step).generated)
        ? { [GUARD]: { ...guardFacts(model.tags, event), ...needy.length && { [UNREHEARSED]: leftOut(event).map(({ leg }) => leg).join(' ') || 'none' } } }
        : {},
    /** Those of the step that a leg of a rehearsal begins with; where it is left out the others do not run. */
    rehearsedOf: (id: string, platform: string, event: PlannedEvent): Readonly<Record<string, string>> | undefined =>
      needy.length ? { [REHEARSED]: String(!leftOut(event).some(({ leg }) => leg === `${id}/${platform}`)) } : undefined,
    leftOut,
  };
}

function originOf(declared: Value | undefined, found: Value): Origin {
  if (declared === undefined) {
    return 'added';
  }
  return isDeepStrictEqual(declared, found) ? 'declared' : 'changed';
}
