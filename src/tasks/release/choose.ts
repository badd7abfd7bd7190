import type { ReleaseArguments } from './arguments';
import type { Clone } from './clone';
import type { Edges } from './edges';
import { chosenTag, type TagChoice } from './next-version';
import { versionOf } from '../../github/tag-versions';
import type { Context } from '../command';
import { UsageError } from '../command-line';
import { gatherTags } from '../plan/gather-tags';

export type Choice = Exclude<TagChoice, { kind: 'open' }>;

/** The tag that is meant. @throws UsageError where nothing says which one */
export async function choose({ word, build, moveTag }: ReleaseArguments, clone: Clone, context: Context, { engine }: Pick<Edges, 'engine'>): Promise<Choice> {
  if (moveTag) {
    return { kind: 'chosen', tag: word!, version: versionOf(word!), builds: [], warnings: [] };
  }
  const { facts } = await gatherTags(context, { build, remote: false }, engine);
  const choice = chosenTag(word, {
    ...facts,
    // one that was made for this commit and not pushed is the one to push
    tags: facts.tags.filter((tag) => clone.tags.get(tag)?.commit !== clone.head || clone.remoteTags.has(tag)),
    remoteTags: [...clone.remoteTags.keys()],
  });
  if (choice.kind === 'open') {
    throw new UsageError(`say which one: ${choice.tags.map(({ step, tag }) => `${step} (${tag})`).join(', ')}, or a version or a tag of your own`);
  }
  return choice;
}
