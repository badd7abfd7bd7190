import { label } from './mermaid';
import { type Model } from '../../model/model';
import { publicReleasesOf } from '../../model/publish';
import { kindOfTarget, resultTargets } from '../../targets/kind-of-target';
import { type Stage, stagesOf } from '../workflow/publish-stages';

/** What a job of each stage does; what its target is called, where there is nothing general to say. */
const DOES: Readonly<Record<Stage, string>> = {
  'assemble': 'names and checks the files',
  'attest': 'attests the files',
  'draft': 'makes a draft',
  'before': '',
  'publish': 'makes it public',
  'after': '',
  'follow-up': '',
};

/**
 * A box with a job below the other, and beside them what becomes public: with a column for each the
 * whole would be too wide to read.
 *
 * @param arrivals each result that goes in, with its arrow
 */
export function drawPublishing(model: Model, arrivals: readonly string[]): string[] {
  const stages = Object.entries(stagesOf(model)).filter(([, jobs]) => jobs.length > 0) as [Stage, readonly string[]][];
  const nodes = stages.map(([stage, jobs]) => jobs.map((job) => ({ id: nodeOf(stage, job, model), text: label(job, ...says(model, stage, job)) })));
  return [
    '  subgraph publishing["publishing"]',
    '    direction TB',
    ...nodes.flat().map(({ id, text }) => `    ${id}[${text}]`),
    ...nodes.slice(1).flatMap((ones, index) => ones.flatMap((one) => nodes[index].map((earlier) => `    ${earlier.id} --> ${one.id}`))),
    '  end',
    ...arrivals.map((arrival) => `  ${arrival} publishing`),
    ...resultTargets(model).map((target, index) => `  publishing --> public${index}([${label(...kindOfTarget(target).drawn(target))}])`),
  ];
}

/** Ids of jobs may be words of Mermaid's. */
function nodeOf(stage: Stage, job: string, { publish }: Model): string {
  return stage === 'assemble' || stage === 'attest' || stage === 'draft' || stage === 'publish' ? `${stage}Job` : `target${publish.findIndex(({ id }) => id === job)}`;
}

function says(model: Model, stage: Stage, job: string): string[] {
  if (stage === 'publish' && publicReleasesOf(model).length === 0) return [DOES.draft];
  const target = model.publish.find(({ id }) => id === job);
  return DOES[stage] ? [DOES[stage]] : target && !kindOfTarget(target).isResult ? kindOfTarget(target).drawn(target) : [];
}
