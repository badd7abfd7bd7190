import type { Condition } from './expressions';
import type { Place } from './workflow-text';

/** In what respect two workflows differ. */
export type Kind = 'trigger' | 'setting' | 'call' | 'leg' | 'runner' | 'checkout' | 'tool' | 'package' | 'input' | 'cache' | 'stamp' | 'signing'
  | 'command' | 'order' | 'steps' | 'env' | 'secret' | 'shell' | 'working-directory' | 'condition' | 'tolerance'
  | 'artifact' | 'retention' | 'handed-on' | 'needs' | 'release' | 'publication';

/** Something that the one workflow does and the other does not, or does otherwise. */
export interface Difference extends Place {
  readonly kind: Kind;
  /** What of the original it is about: a command, a job, a key. */
  readonly subject: string;
  readonly what: string;
  /** Words by which a report can name it. */
  readonly names: readonly string[];
  /** What is there in its place. */
  readonly now?: string;
  /** Whether a report may speak of it wherever it likes, since it may be declared elsewhere. */
  readonly anywhere?: true;
}

/** A condition in words. */
export function when(condition: Condition): string {
  return { yes: 'always', no: 'never' }[condition] ?? `if ${condition}`;
}

/** A line of a report: what became of a part of the original. */
export interface Excuse {
  readonly fate: string;
  readonly line: number;
  readonly what: string;
  readonly became: string;
}

/**
 * The differences that a report says nothing of. What is gone must be named as left out, where it
 * stood; of what has changed it is enough to say what it became.
 */
export function unexcused(differences: readonly Difference[], report: readonly Excuse[]): Difference[] {
  return differences.filter((difference) => !report.some((line) => excuses(line, difference)));
}

function excuses({ fate, line, what, became }: Excuse, { from, to, names, now, anywhere }: Difference): boolean {
  const said = `${what}\n${became}`.toLowerCase();
  return (anywhere || line >= from && line <= to)
    && (fate === 'left-out' && names.some((name) => Boolean(name) && said.includes(name.toLowerCase())) || Boolean(now) && became.includes(now!));
}
