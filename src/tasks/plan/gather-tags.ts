import { type TagFacts, taggedBuild } from './tag-facts';
import { readWorkflow } from '../../github/workflow-reader';
import { buildsOf } from '../builds';
import type { Context } from '../command';
import { loadEngine } from './load-engine';
import { askGit, type PlanOptions, workflowFiles } from './plan-of';
import { manifestPaths } from './version-objections';

export interface GatheredTags {
  readonly facts: TagFacts;
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
  const builds = models.map((model) => taggedBuild(model, readWorkflow(engine, workflows.get(model.workflowPath) ?? '').content.on, git));
  return { facts: { builds, build, tags: git?.tags ?? [], remoteTags: git?.remoteTags }, notes: [...note ? [note] : [], ...git?.notes ?? []] };
}
