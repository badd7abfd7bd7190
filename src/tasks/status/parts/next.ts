import { taggedBuild } from '../../plan/tag-facts';
import { possibleTags } from '../../release/next-version';
import { type Line, line } from '../line';
import { type BuildSight, triggersHere } from '../sight';

/** The tags that could be made next. */
export async function nextLines(sight: BuildSight): Promise<Line[]> {
  const { model, context, git, tags, there } = sight;
  const [facts, all, remote] = await Promise.all([git, tags, there.catch(() => undefined)]);
  const next = possibleTags({
    builds: context.modelFile.builds.map(({ model: one }) => taggedBuild(one, triggersHere(sight, one), facts)),
    build: model.id,
    tags: all.filter(({ here }) => here).map(({ name }) => name),
    remoteTags: remote && all.filter((tag) => tag.there).map(({ name }) => name),
  });
  if (!next.length) {
    return [line('next', 'bad', 'no tag is known that would start it', { tags: [] })];
  }
  const others = next.map(({ builds }) => builds.filter((id) => id !== model.id).join(', '));
  const isOfAll = next.length > 1 && others.every((one) => one === others[0]);
  const words = next.map(({ step, tag }, index) =>
    `${step === 'manifest' ? `${tag} as the files say` : `${step} ${tag}`}${others[index] && !isOfAll ? ` (starts ${others[index]}, too)` : ''}`);
  const each = isOfAll && others[0] ? `; each starts ${others[0]}, too` : '';
  return [line('next', 'waiting', words.join(', ') + each, { tags: next.map(({ tag }) => tag) })];
}
