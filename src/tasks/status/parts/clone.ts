import { gitIn } from '../../../outside/git';
import type { Ref } from '../../../outside/git-refs';
import type { Sign } from '../../../text/signs';
import { beginning, count } from '../../../text/words';
import { localChecks } from '../../doctor/local-checks';
import { judgePins, pinsHere } from '../../pins/judge-pins';
import type { JudgedPin, State } from '../../pins/pin';
import { type Line, line } from '../line';
import { isStarted, type Sight, triggersHere } from '../sight';

/** Whether the generated files are what the committed models say. */
export async function filesLines({ context: { modelFile, scripts, read } }: Sight): Promise<Line[]> {
  const { verdict } = localChecks(modelFile, scripts, read).find(({ kind }) => kind === 'generated-files')!;
  const inSync = verdict.status === 'ok';
  return [line('files', inSync ? 'good' : 'bad', inSync ? verdict.detail : `${verdict.detail}: npx projen`, { inSync })];
}

/** What is here and not on the remote, and the other way round. */
export async function pushedLines(sight: Sight): Promise<Line[]> {
  const ask = gitIn(sight.context);
  const [{ changed }, branch, name] = await Promise.all([sight.git, ask('symbolic-ref', '--short', '--quiet', 'HEAD').then((text) => text.trim(), () => ''), sight.remote]);
  const [refs, tags] = await Promise.all([sight.there.catch(() => new Map<string, Ref>()), unpushedTags(sight)]);
  // GitHub's API is asked for tags alone
  const isKnown = [...refs.keys()].some((ref) => ref.startsWith('refs/heads/'));
  const head = refs.get(`refs/heads/${branch}`);
  const beyond = async (...known: string[]) => ask('rev-list', '--count', 'HEAD', '--not', ...known).then(Number);
  // what was fetched last, where that of now is not here
  const ahead = await beyond(head?.commit ?? '--remotes').catch(async () => beyond('--remotes')).catch(() => 0);
  const behind = head !== undefined && await ask('merge-base', '--is-ancestor', head.commit, 'HEAD').then(() => false, () => true);
  const own = branch || 'what is checked out';
  const facts = { branch: branch || null, changed: changed.length, ahead, behind: head ? behind : null, tags };
  const words = [
    ...changed.length ? [`${count(changed.length, 'file is', 'files are')} not committed`] : [],
    ...ahead ? [`${count(ahead, 'commit', 'commits')} of ${own} ${ahead === 1 ? 'is' : 'are'} not pushed`] : [],
    ...tags.length ? [`${beginning(tags, 3)} ${tags.length === 1 ? 'is' : 'are'} not pushed`] : [],
    ...isKnown && branch && !head ? [`${name} has no branch ${branch}`] : [],
    ...behind ? [`${name} has commits of ${branch} that are not here: git pull`] : [],
  ];
  const said = words.join(', ');
  if (!isKnown) return [line('pushed', 'unknown', `${said && `${said}; `}what the remote has is not known`, facts)];
  return [line('pushed', behind ? 'behind' : said ? 'warning' : 'good', said || `${own} is as ${name} has it`, facts)];
}

/** Tags of here that would start something; none where the remote does not answer. */
async function unpushedTags(sight: Sight): Promise<string[]> {
  const [tags, refs] = await Promise.all([sight.tags, sight.there.catch(() => undefined)]);
  const triggers = sight.models.map((model) => triggersHere(sight, model));
  return refs ? tags.filter(({ name, there }) => !there && triggers.some((on) => isStarted(on, name))).map(({ name }) => name) : [];
}

const SIGN_OF: Readonly<Record<State, Sign>> = { wrong: 'bad', behind: 'behind', unknown: 'unknown', current: 'good' };

/** Whether the pinned actions have newer versions. */
export async function pinsLines({ models, context, seconds }: Sight): Promise<Line[]> {
  const judged = await judgePins(pinsHere(models, context.read), context, seconds);
  if (!judged.length) return [];
  const [wrong, behind, silent] = (['wrong', 'behind', 'unknown'] as const).map((state) => judged.filter(({ verdict }) => verdict.state === state));
  const facts = { all: judged.length, behind: behind.map(nameOf), wrong: wrong.map(nameOf), unknown: silent.map(nameOf) };
  const words = [
    ...wrong.length ? [`${beginning(wrong.map(nameOf), 2)} ${wrong.length === 1 ? 'is' : 'are'} not what the comment says`] : [],
    ...behind.length ? [`${behind.length} of ${judged.length} behind: ${beginning(behind.map(raised), 2)}`] : [],
    ...silent.length ? [`of ${beginning(silent.map(nameOf), 2)} nothing is known${whyOf(silent[0])}`] : [],
  ];
  const state: State = wrong.length ? 'wrong' : behind.length ? 'behind' : silent.length ? 'unknown' : 'current';
  return [line('pins', SIGN_OF[state], words.join('; ') || `all ${judged.length} are up to date`, facts)];
}

function nameOf({ pin: { action } }: JudgedPin): string {
  return action;
}

function raised({ pin: { action, version, commit }, verdict }: JudgedPin): string {
  return `${action} ${version || commit.slice(0, 7)} → ${verdict.state === 'behind' ? verdict.newest.version : ''}`;
}

function whyOf({ verdict }: JudgedPin): string {
  return verdict.state === 'unknown' ? `: ${verdict.why}` : '';
}
