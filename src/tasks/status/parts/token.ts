import { ownRepository } from '../../../requirements/ask';
import { type HeldToken, tokensOf } from '../../../requirements/held-tokens';
import { inventory } from '../../../requirements/secrets';
import { commitPath, expiryOf, probe, SHA } from '../../../requirements/token-probe';
import { CannotTell } from '../../../requirements/verdict';
import { count } from '../../../text/words';
import { ago } from '../ages';
import { type Line, line, type Part, part } from '../line';
import type { BuildSight } from '../sight';

const DAY = 24 * 3600_000;
/** In days; the guard warns from then on. */
const SOON = 14;

interface Tried {
  /** In milliseconds since 1970; 0 for never. */
  readonly expiry: number;
  /** '' for none. */
  readonly problem: string;
}

interface Setting {
  /** ISO 8601; '' where it is not known. */
  readonly time: string;
  readonly absent: boolean;
  /** Why it is not known, a phrase. */
  readonly why: string;
}

/** How many days the token of each credential has left; keys and Apps have no last day. */
export function tokenParts(sight: BuildSight): Part[] {
  return tokensOf(sight.model).map((token) => part('token', async () => [await tokenLine(sight, token)], token.secret));
}

async function tokenLine(sight: BuildSight, { secret, repository }: HeldToken): Promise<Line> {
  const { now, model } = sight;
  const environment = model.secrets.find(({ names }) => names.includes(secret))?.environments[0] ?? '';
  const [setAt, found] = await Promise.all([whenSet(sight, secret, environment), tried(sight, secret, repository)]);
  const facts = { secret, setAt: setAt.time || null, expiresAt: found?.expiry ? new Date(found.expiry).toISOString() : null, days: null };
  const since = setAt.time && `set ${ago(setAt.time, now)}`;
  if (setAt.absent) return line('token', 'bad', 'is not set', facts, { subject: secret });
  if (!found) {
    return line('token', 'unknown', `${since || setAt.why}; GitHub tells its days to it alone: export it`, facts, { subject: secret });
  }
  if (found.problem) return line('token', 'bad', found.problem, facts, { subject: secret });
  if (!found.expiry) return line('token', 'good', `GitHub names no day on which it ends${since && `, ${since}`}`, facts, { subject: secret });
  const days = Math.floor((found.expiry - now.getTime()) / DAY);
  const left = `${count(days, 'day', 'days')} left, until ${new Date(found.expiry).toISOString().slice(0, 10)}`;
  return line('token', days < SOON ? 'warning' : 'good', left, { ...facts, days }, { subject: secret });
}

/** Undefined where the user has not exported it. */
async function tried({ world }: BuildSight, secret: string, name: string): Promise<Tried | undefined> {
  const token = world.exported(secret);
  if (token === undefined) return undefined;
  const repository = name || ownRepository(world);
  const verdict = await probe(world, token, repository, 'HEAD');
  if (verdict.status !== 'ok') return { expiry: 0, problem: verdict.detail };
  const answer = await world.as(token).get(commitPath(repository, 'HEAD'), SHA);
  return { expiry: answer.kind === 'reply' ? expiryOf(answer) || 0 : 0, problem: '' };
}

async function whenSet({ world }: BuildSight, secret: string, environment: string): Promise<Setting> {
  try {
    const { times, unclear } = await inventory(world, [secret], environment);
    return { time: times[0] ?? '', absent: !times.length && !unclear.length, why: unclear[0] ? `when it was set is not shown: ${unclear[0].reason}` : '' };
  } catch (error) {
    if (error instanceof CannotTell) return { time: '', absent: false, why: error.reason };
    throw error;
  }
}
