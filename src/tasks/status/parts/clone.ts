import { gitIn } from '../../../outside/git';
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
  const [refs, ahead, tags] = await Promise.all([
    sight.there.catch((error: Error) => error),
    ask('rev-list', '--count', 'HEAD', '--not', '--remotes').then(Number, () => 0),
    unpushedTags(sight),
  ]);
  const head = refs instanceof Error || !branch ? undefined : refs.get(`refs/heads/${branch}`);
  const behind = head !== undefined && await ask('merge-base', '--is-ancestor', head.commit, 'HEAD').then(() => false, () => true);
  const own = branch || 'what is checked out';
  const facts = { branch: branch || null, changed: changed.length, ahead, behind: head ? behind : null, tags };
  const words = [
    ...changed.length ? [`${count(changed.length, 'file is', 'files are')} not committed`] : [],
    ...ahead ? [`${count(ahead, 'commit', 'commits')} of ${own} ${ahead === 1 ? 'is' : 'are'} not pushed`] : [],
    ...tags.length ? [`${beginning(tags, 3)} ${tags.length === 1 ? 'is' : 'are'} not pushed`] : [],
    ...behind ? [`${name} has commits of ${branch} that are not here: git pull`] : [],
  ];
  const said = words.join(', ');
  if (refs instanceof Error) return [line('pushed', 'unknown', `${said && `${said}; `}what the remote has is not known`, facts)];
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
