import { possibleTags } from '../../release/next-version';
import { taggedBuild } from '../../release/tag-facts';
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
  const words = next.map(({ step, tag, builds: started }) => {
    const others = started.filter((id) => id !== model.id);
    return `${step === 'manifest' ? `${tag} as the files say` : `${step} ${tag}`}${others.length ? ` (starts ${others.join(', ')}, too)` : ''}`;
  });
  return [line('next', 'waiting', words.join(', '), { tags: next.map(({ tag }) => tag) })];
}
