import { GUARD } from './guard-job';
import { ASSEMBLE, ATTEST, DRAFT, PUBLISH } from './job-ids';
import type { Model, PublishTargetModel } from '../../model/model';
import { attests, followUpsOf, jobsAfter, jobsBefore, publishes, releasesOf } from '../../model/publish';
import { distinct } from '../../text/words';

/** What happens when all legs have built, in this order. */
export type Stage = 'assemble' | 'attest' | 'draft' | 'before' | 'publish' | 'after' | 'follow-up';

/** The jobs of each stage; none where a build does without it. */
export function stagesOf(model: Pick<Model, 'publish'>): Readonly<Record<Stage, readonly string[]>> {
  const ids = (targets: readonly { readonly id: string }[]) => targets.map(({ id }) => id);
  const before = ids(jobsBefore(model));
  const hasReleases = releasesOf(model).length > 0;
  return {
    'assemble': publishes(model) ? [ASSEMBLE] : [],
    'attest': attests(model) ? [ATTEST] : [],
    'draft': hasReleases && before.length ? [DRAFT] : [],
    before,
    'publish': hasReleases ? [PUBLISH] : [],
    'after': ids(jobsAfter(model)),
    'follow-up': ids(followUpsOf(model)),
  };
}

/** The job that makes a target public, or starts it. */
export function jobOf({ kind, id }: PublishTargetModel): string {
  return kind === 'github-release' ? PUBLISH : id;
}

/** Every job that comes after those that build, in the order in which they run. */
export function publishJobIds(model: Pick<Model, 'publish'>): string[] {
  return Object.values(stagesOf(model)).flat();
}

/** Who tells a job what is published, what the files are and what attests them, and the stage before: no job of it may have failed. */
export function needsOf(model: Pick<Model, 'publish'>, stage: Stage): string[] {
  const stages = Object.entries(stagesOf(model));
  const earlier = stages.slice(0, stages.findIndex(([name]) => name === stage)).map(([, jobs]) => jobs).filter(({ length }) => length);
  const hasFiles = stage !== 'assemble' && stage !== 'follow-up';
  const bundles = stage === 'draft' || stage === 'publish' ? stagesOf(model).attest : [];
  return distinct([GUARD, ...hasFiles ? [ASSEMBLE] : [], ...bundles, ...earlier.at(-1) ?? []]);
}
