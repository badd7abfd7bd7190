import type { FoundCause } from './diagnosis';
import type { KnownCause } from './known-cause';
import { knownCauses } from './known-causes';
import { withoutTokens } from '../../text/tokens';

/** How test runners begin, or end, the line of a test that passed: its name may be that of a failure. */
const PASSED = /^\s*(?:[✓✔√] |ok \d+ |PASS )|\.\.\. ok$/;

/** A line of what is searched, and what it names. */
interface Match {
  readonly cause: KnownCause;
  readonly line: number;
}

/**
 * The cause among the failures that lines tell of, as far as it is known: the first, for what stands
 * below is what came of it.
 */
export function recognised(lines: readonly string[]): FoundCause | undefined {
  const matches = knownCauses.flatMap((cause): Match[] => {
    const line = lines.findIndex((text) => !PASSED.test(text) && cause.signs.some((sign) => sign.test(text)));
    return line < 0 ? [] : [{ cause, line }];
  });
  const early = matches.filter(({ cause }) => !cause.late);
  const [first] = (early.length ? early : matches).sort((a, b) => a.line - b.line);
  return first && findingOf(first, lines);
}

function findingOf({ cause, line }: Match, lines: readonly string[]): FoundCause {
  const { id, title, cure, then, before, sources } = cause;
  const named = Object.assign({}, ...cause.signs.map((sign) => groupsIn(lines.slice(line), sign)).reverse()) as Record<string, string>;
  return { id, title, said: withoutTokens(lines[line].trim()), cause: filled(cause.cause, named), cure, then, before, sources };
}

/** What a sign names, in the first line that has it. */
function groupsIn(lines: readonly string[], sign: RegExp): Readonly<Record<string, string>> {
  const groups = lines.map((line) => sign.exec(line)).find((match) => match)?.groups ?? {};
  return Object.fromEntries(Object.entries(groups).filter(([, text]) => text));
}

/** A sentence with what the log names in its place, or else with the words that stand for it. */
export function filled(sentence: string, named: Readonly<Record<string, string>>): string {
  return sentence.replace(/\{(\w+)\|([^}]*)\}/g, (_, name: string, words: string) => Object.hasOwn(named, name) ? withoutTokens(named[name]) : words);
}
