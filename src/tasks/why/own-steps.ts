import type { Model } from '../../model/model';
import { PUBLISH_SCRIPT } from '../../model/publish';
import { workflowsOf } from '../../model/workflows';
import { TITLES } from '../../publish/titles';
import { renderOne } from '../../render/workflow/workflows';
import type { Scripts } from '../../text/scripts';
import type { Run, RunJob } from '../runs/run';

/** What is known of the builds beside what GitHub says. */
export interface Known {
  readonly models: readonly Model[];
  readonly scripts: Scripts;
}

/** Whether a step that has failed can have said a message of this title. */
export type Says = (title: string) => boolean;

const PUBLISHES = `node ${PUBLISH_SCRIPT} `;
const FAILED = ['failure', 'timed_out', 'cancelled'];

/**
 * Any step can print what looks like one of our messages, and a step of the user's runs programs of
 * strangers. It is one only where a step has failed whose script has that message.
 */
export function ownSteps({ path }: Run, { models, scripts }: Known): (job: Pick<RunJob, 'steps'>) => Says {
  const files = models.flatMap(workflowsOf).filter(({ model }) => model.workflowPath === path).map((workflow) => renderOne(workflow, scripts));
  const steps = files.flatMap(({ jobs }) => Object.values(jobs).flatMap((job) => job.steps));
  return (job) => {
    const failed = job.steps.filter(({ conclusion }) => FAILED.includes(conclusion)).map(({ name }) => name);
    const texts = steps.filter(({ name, run }) => run !== undefined && failed.includes(name ?? '')).map(({ run }) => run!);
    const all = texts.some((text) => text.startsWith(PUBLISHES)) ? [...texts, ...Object.values(TITLES)] : texts;
    return (title) => all.some((text) => text.includes(title));
  };
}
