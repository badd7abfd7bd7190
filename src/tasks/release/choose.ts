import { releaseCommand, resumeCommand } from './again';
import type { ReleaseArguments } from './arguments';
import type { Clone } from './clone';
import type { Edges } from './edges';
import { chosenTag, possibleTags, type TagChoice } from './next-version';
import { isPrereleaseTag, versionOf } from '../../github/tag-versions';
import { distinct } from '../../text/words';
import type { Context } from '../command';
import { UsageError } from '../command-line';
import { gatherTags } from '../plan/gather-tags';
import { STEPS } from '../plan/next-versions';
import { startedBy, type TagFacts } from '../plan/tag-facts';

export type Choice = Exclude<TagChoice, { kind: 'open' }>;
export type Chosen = Extract<Choice, { kind: 'chosen' }>;

/** The tag that is meant. @throws UsageError where nothing says which one */
export async function choose({ word, build, moveTag, message }: ReleaseArguments, clone: Clone, context: Context, { engine }: Pick<Edges, 'engine'>): Promise<Choice> {
  if (moveTag) {
    return { kind: 'chosen', tag: word!, version: versionOf(word!), builds: [], warnings: [] };
  }
  const { facts } = await gatherTags(context, { build, remote: false }, engine);
  const known = {
    ...facts,
    // one that was made for this commit and not pushed is the one to push
    tags: facts.tags.filter((tag) => clone.tags.get(tag)?.commit !== clone.head || clone.remoteTags.has(tag)),
    remoteTags: [...clone.remoteTags.keys()],
  };
  const choice = chosenTag(word, known);
  if (choice.kind === 'open') {
    throw new UsageError(`say which one: ${choice.tags.map(({ step, tag }) => `${step} (${tag})`).join(', ')}, or a version or a tag of your own`);
  }
  const problems = choice.kind === 'chosen' && STEPS.some((step) => step === word) ? begun(choice, clone, message, known) : [];
  return problems.length ? { kind: 'refused', problems } : choice;
}

/** A step is not taken from a release that was ended in its middle: it would leave out a version. */
function begun(choice: Chosen, clone: Clone, message: string, facts: TagFacts): string[] {
  const { head, remote, remoteTags } = clone;
  const isOther = (tag: string) => tag !== choice.tag && startedBy(facts, tag).some((id) => choice.builds.includes(id));
  const tags = distinct([...clone.tags, ...remoteTags].filter(([name, { commit }]) => commit === head && isOther(name)).map(([name]) => name));
  const raised = possibleTags(facts).filter(({ step, tag, version }) => step === 'manifest' && isOther(tag) && clone.message.trim() === message.replaceAll('%s', version));
  return [
    ...tags.filter((tag) => !remoteTags.has(tag)).map((tag) => `HEAD has tag ${tag}, which ${remote} does not have. Push it, ${releaseCommand(tag)}, or name the tag that you want.`),
    // of a pre-release a release may be made
    ...tags.filter((tag) => remoteTags.has(tag) && !isPrereleaseTag(tag)).map((tag) => `HEAD is ${tag} of ${remote} already. Go on with it, ${resumeCommand(tag)}, or name the tag that you want.`),
    ...tags.length ? [] : raised.map(({ tag }) => `HEAD raises the version to the one of ${tag}, which is not there. Go on with it, ${releaseCommand(tag)}, or name the tag that you want.`),
  ];
}
