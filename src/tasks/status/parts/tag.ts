import { fields, text } from '../../../outside/data';
import { ask, ownRepository } from '../../../requirements/ask';
import { commitPath } from '../../../requirements/token-probe';
import { CannotTell } from '../../../requirements/verdict';
import { shownShellWord } from '../../../text/shell';
import { ago, phrase } from '../ages';
import { type Line, line } from '../line';
import type { BuildSight } from '../sight';
import type { KnownTag } from '../tags';

/** The newest tag that starts the build, here and on the remote. */
export async function tagLines(sight: BuildSight): Promise<Line[]> {
  const [[tag], silence, remote] = await Promise.all([sight.ownTags, silenceOf(sight.there), sight.remote]);
  if (!tag) {
    return [silence ? line('tag', 'unknown', `none is here; ${silence}`) : line('tag', 'waiting', `none yet of ${sight.model.tags.join(', ')}`, { name: null })];
  }
  const { name, here, there } = tag;
  const date = here?.date ?? await dateThere(sight, name);
  const facts = { name, commit: here?.commit ?? there?.commit ?? '', date, here: Boolean(here), remote: silence ? null : Boolean(there) };
  if (differ(tag)) {
    return [line('tag', 'bad', `${name} is ${short(here!.commit)} here, and ${short(there!.commit || there!.object)} on the remote: one of them was moved`, facts)];
  }
  const told = phrase(`${name}${facts.commit && ` at ${short(facts.commit)}`}`, ago(date, sight.now));
  if (silence) return [line('tag', 'unknown', `${told}, here; ${silence}`, facts)];
  if (!there) return [line('tag', 'warning', `${told}, here only: git push ${shownShellWord(remote!)} ${shownShellWord(name)}`, facts)];
  return [line('tag', 'good', here ? told : `${told}, on the remote only: git fetch --tags`, facts)];
}

/** Why the remote said nothing; '' where it did. */
async function silenceOf(there: Promise<unknown>): Promise<string> {
  return there.then(() => '', (error: CannotTell | Error) => error instanceof CannotTell ? error.reason : error.message);
}

/** An annotated tag that was made anew at the same commit is the same to a build. */
function differ({ here, there }: KnownTag): boolean {
  return here !== undefined && there !== undefined && here.object !== there.object && here.commit !== there.commit;
}

/** Of the commit; '' where GitHub does not say. */
async function dateThere({ world }: BuildSight, tag: string): Promise<string> {
  try {
    const { commit } = fields(await ask(world.github, commitPath(ownRepository(world), `tags/${tag}`), ''));
    return text(fields(fields(commit).committer).date);
  } catch (error) {
    if (error instanceof CannotTell) return '';
    throw error;
  }
}

function short(commit: string): string {
  return commit.slice(0, 7);
}
