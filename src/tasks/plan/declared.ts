import { isDeepStrictEqual } from 'node:util';
import { type GeneratedStep, generatedSteps } from './generated-steps';
import { guardFacts, type GuardFacts } from './guard-outputs';
import type { Origin, PlannedEvent } from './plan';
import type { Engine } from '../../github/workflow-engine';
import { list, mapping, readWorkflow, type Mapping, type Value } from '../../github/workflow-reader';
import type { Model } from '../../model/model';
import { GUARD } from '../../render/workflow/guard-job';
import { renderWorkflow, workflowComments } from '../../render/workflow/workflow';
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
export function declaredBy(model: Model, scripts: Scripts, engine: Engine) {
  const { content } = readWorkflow(engine, workflowText(renderWorkflow(model, scripts), '', workflowComments(model)));
  const generated = generatedSteps(model, scripts);
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
    outputsOf: (id: string, job: Mapping, event: PlannedEvent): Readonly<Record<string, GuardFacts>> =>
      id === GUARD && list(job.steps).map(mapping).some((step) => step.id === GUARD && stepOf(id, step).generated)
        ? { [GUARD]: guardFacts(model.tags, event) }
        : {},
  };
}

function originOf(declared: Value | undefined, found: Value): Origin {
  if (declared === undefined) {
    return 'added';
  }
  return isDeepStrictEqual(declared, found) ? 'declared' : 'changed';
}
