import type { ReleaseArguments } from './arguments';
import type { Clone } from './clone';
import type { Edges } from './edges';
import { chosenTag, type TagChoice } from './next-version';
import { taggedBuild } from './tag-facts';
import { versionOf } from '../../github/tag-versions';
import { readWorkflow } from '../../github/workflow-reader';
import { buildsOf } from '../builds';
import type { Context } from '../command';
import { UsageError } from '../command-line';
import { askGit, workflowFiles } from '../plan/plan-of';
import { manifestPaths } from '../plan/version-objections';

export type Choice = Exclude<TagChoice, { kind: 'open' }>;

/** The tag that is meant. @throws UsageError where nothing says which one */
export async function choose({ word, build, moveTag }: ReleaseArguments, clone: Clone, context: Context, { engine }: Pick<Edges, 'engine'>): Promise<Choice> {
  if (moveTag) {
    return { kind: 'chosen', tag: word!, version: versionOf(word!), builds: [], warnings: [] };
  }
  buildsOf(context.modelFile, build);
  const models = buildsOf(context.modelFile, undefined);
  const [loaded, { git }] = await Promise.all([engine(), askGit({ refType: 'tag', refName: '', files: models.flatMap(manifestPaths), remote: false }, context)]);
  const workflows = workflowFiles(context);
  const choice = chosenTag(word, {
    builds: models.map((model) => taggedBuild(model, readWorkflow(loaded, workflows.get(model.workflowPath) ?? '').content.on, git)),
    build,
    // one that was made for this commit and not pushed is the one to push
    tags: [...clone.tags].filter(([name, { commit }]) => commit !== clone.head || clone.remoteTags.has(name)).map(([name]) => name),
    remoteTags: [...clone.remoteTags.keys()],
  });
  if (choice.kind === 'open') {
    throw new UsageError(`say which one: ${choice.tags.map(({ step, tag }) => `${step} (${tag})`).join(', ')}, or a version or a tag of your own`);
  }
  return choice;
}
