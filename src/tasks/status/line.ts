import type { Sign } from '../../text/signs';

/** What of a build, or of the clone, a line tells. */
export type PartName = 'tag' | 'run' | 'failed' | 'public' | 'rehearsal' | 'watch' | 'token' | 'next' | 'files' | 'pushed' | 'pins';

/** What scripts read of a line; docs/status.md says which fact each part has. */
export type Facts = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** One fact on the screen. */
export interface Line {
  readonly part: PartName;
  readonly sign: Sign;
  /** Of several of that part the repository, package or secret; '' for the one. */
  readonly subject: string;
  /** A phrase. */
  readonly text: string;
  /** The page of it; '' for none. */
  readonly url: string;
  readonly facts: Facts;
}

export function line(name: PartName, sign: Sign, text: string, facts: Facts = {}, { subject = '', url = '' }: Partial<Pick<Line, 'subject' | 'url'>> = {}): Line {
  return { part: name, sign, subject, text, url, facts };
}

/** What tells lines, and what they are of where it cannot. */
export interface Part {
  readonly name: PartName;
  readonly subject: string;
  readonly tell: () => Promise<readonly Line[]>;
}

export function part(name: PartName, tell: Part['tell'], subject = ''): Part {
  return { name, subject, tell };
}
