import { type TagFacts, taggedBuild } from './tag-facts';
import { cannotRead, readWholly } from '../../github/workflow-conditions';
import { buildsOf } from '../builds';
import type { Context } from '../command';
import { loadEngine } from './load-engine';
import { askGit, type PlanOptions, workflowFiles } from './plan-of';
import { manifestPaths } from './version-objections';

export interface GatheredTags {
  readonly facts: TagFacts;
  /** Why no tag starts a build, a phrase, by its id: of those whose workflow file GitHub cannot read. */
  readonly unreadable: ReadonlyMap<string, string>;
  /** What could not be found out. */
  readonly notes: readonly string[];
}

/** What a tag is chosen by: the builds as their workflow files have them, and what git says of the commit and the tags. @throws UsageError */
export async function gatherTags(context: Context, { build, remote }: PlanOptions, load = loadEngine): Promise<GatheredTags> {
  const models = buildsOf(context.modelFile, undefined);
  buildsOf(context.modelFile, build);
  const engine = await load();
  const workflows = workflowFiles(context);
  const { git, note } = await askGit({ refType: 'tag', refName: '', files: models.flatMap(manifestPaths), remote }, context);
  const read = models.map((model) => ({ model, ...readWholly(engine, workflows.get(model.workflowPath)) }));
  const builds = read.map(({ model, content }) => taggedBuild(model, content.on, git));
  const unreadable = new Map(read.filter(({ errors }) => errors.length)
    .map(({ model: { id, workflowPath }, errors }) => [id, cannotRead(workflowPath, errors)]));
  const facts = { builds, build, tags: git?.tags ?? [], remoteTags: git?.remoteTags };
  return { facts, unreadable, notes: [...note ? [note] : [], ...git?.notes ?? []] };
}
