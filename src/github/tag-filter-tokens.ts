import { type Complaint } from './complaint';
import { forbiddenCharacter, nameCharacter } from './git-names';
import type { GlobToken } from './glob';

/** One thing that a tag filter matches. */
export interface TagFilterToken extends GlobToken {
  /** As a POSIX extended regular expression writes it. */
  readonly source: string;
  /** Texts that stand for all it matches once, as far as git's rules for names tell them apart. */
  readonly samples: readonly string[];
}

interface Reading {
  readonly token: TagFilterToken;
  /** How much of the pattern it took, the quantifier included. */
  readonly length: number;
}

const RANGE = '[a-z]-[a-z]|[A-Z]-[A-Z]|[0-9]-[0-9]';

/** GitHub documents letters, digits and these ranges; `.`, `_`, `+` and an outer `-` stand for themselves. */
const SET_CONTENT = new RegExp(`^-?(?:${RANGE}|[A-Za-z0-9._+])*-?$`);
const SET_MEMBERS = new RegExp(`${RANGE}|.`, 'g');

/** Special in a regular expression and yet possible in a tag name. */
const REGEXP_CHARACTER = /[.+$|(){}]/;

/** Reads a pattern, without the `!` it may begin with, into tokens. */
export function parseTagFilter(body: string): readonly TagFilterToken[] | Complaint {
  const tokens: TagFilterToken[] = [];
  for (let at = 0; at < body.length;) {
    const reading = readDirectories(body.slice(at), tokens.at(-1)) ?? readToken(body.slice(at));
    if ('why' in reading) {
      return reading;
    }
    tokens.push(reading.token);
    at += reading.length;
  }
  return tokens;
}

function readToken(rest: string): Reading | Complaint {
  const character = String.fromCodePoint(rest.codePointAt(0)!);
  switch (character) {
    case '*': return readWildcard(rest);
    case '[': return readSet(rest);
    case '\\': return readEscape(rest);
    case '?':
    case '+': return misplacedQuantifier(character);
    case ']': return { why: "has a ']' that closes no '['", hint: "Write a set of characters as '[0-9]'." };
    default: return readLiteral(rest, character, character.length);
  }
}

/**
 * At the beginning and behind a slash, a wildcard with the next slash: it may be empty. So the cheat sheet shows it of
 * paths: `docs/**\/*.md` is `docs/README.md` too. Of tags it shows no such pattern, and for all three there are the same rules.
 */
function readDirectories(rest: string, before: TagFilterToken | undefined): Reading | undefined {
  const isRepeated = before?.takes === 'directories';
  const begins = before === undefined || isRepeated || before.takes === 'one' && before.samples[0] === '/';
  return begins && /^\*\*\/(?![?+])/.test(rest)
    // once is as good as often, which a regular expression would try in turn
    ? { token: { takes: 'directories', admits: () => true, source: isRepeated ? '' : '(.*/)?', samples: ['', 'x/'] }, length: 3 }
    : undefined;
}

/** Takes no quantifier: one that follows is complained of as the next token. */
function readWildcard(rest: string): Reading {
  const crossesSlash = rest.startsWith('**');
  const admits = crossesSlash ? () => true : (character: string) => character !== '/';
  // for what git allows, 'x' is as good as any text that could stand here
  const token: TagFilterToken = { takes: 'many', admits, source: crossesSlash ? '.*' : '[^/]*', samples: ['', 'x'] };
  return { token, length: crossesSlash ? 2 : 1 };
}

function misplacedQuantifier(quantifier: string): Complaint {
  const hint = quantifier === '+'
    ? "Write '\\+' for the character itself."
    : "'?' makes the character before it optional; '*' stands for any text.";
  return { why: `has a '${quantifier}' that follows no character it could repeat`, hint };
}

function readEscape(rest: string): Reading | Complaint {
  const escaped = [...rest.slice(1, 3)][0] ?? '';
  if (escaped === '+' || escaped === '!') {
    return readLiteral(rest, escaped, 2);
  }
  if (escaped === '') {
    return { why: "ends in '\\', which escapes nothing", hint: 'Leave it out.' };
  }
  if (forbiddenCharacter(escaped) !== undefined) {
    return { why: `asks for ${nameCharacter(escaped)}, which git allows in no tag name`, hint: 'Leave it out.' };
  }
  return {
    why: `has '\\${escaped}', but '\\' escapes only special characters`,
    hint: escaped === 'd' ? "A digit is '[0-9]'." : `'${escaped}' alone stands for itself.`,
  };
}

function readLiteral(rest: string, character: string, length: number): Reading | Complaint {
  if (forbiddenCharacter(character) !== undefined) {
    return { why: `has ${nameCharacter(character)}, which git allows in no tag name`, hint: "Leave it out, or write '*' in its place." };
  }
  const source = REGEXP_CHARACTER.test(character) ? `[${character}]` : character;
  return quantified(rest, length, { admits: (other) => other === character, source, samples: [character] });
}

function readSet(rest: string): Reading | Complaint {
  const content = /^\[([^\]]*)\]/.exec(rest)?.[1];
  if (content === undefined) {
    return { why: "has a '[' without a ']'", hint: "Close it: '[0-9]'." };
  }
  const members = content.match(SET_MEMBERS) ?? [];
  const backwards = members.find((member) => member.length === 3 && member[0] > member[2]);
  if (backwards !== undefined) {
    return { why: `has the range '${backwards}', which runs backwards`, hint: `Write '${backwards[2]}-${backwards[0]}'.` };
  }
  if (content === '' || !SET_CONTENT.test(content)) {
    return { why: `has '[${content}]', where only letters, digits and the ranges a-z, A-Z and 0-9 can stand`, hint: setHint(content) };
  }
  const admits = (character: string) => members.some((member) => member[0] <= character && character <= member[member.length - 1]);
  return quantified(rest, content.length + 2, { admits, source: setSource(members), samples: members.flatMap(ends) });
}

function setHint(content: string): string {
  return /^[!^]/.test(content)
    ? "A set cannot be negated: exclude the tags with a pattern of their own that begins with '!'."
    : "Write for instance '[0-9]' or '[a-zA-Z]'.";
}

/** A '-' goes last, where no regular expression takes it for a range. */
function setSource(members: readonly string[]): string {
  const others = members.filter((member) => member !== '-');
  return `[${others.join('')}${others.length < members.length ? '-' : ''}]`;
}

/** The two ends of a range stand for all of it: git never forbids two letters or digits at one place of a name. */
function ends(member: string): string[] {
  return [member[0], member[member.length - 1]];
}

/** Bash compares bytes: what is more than one is put in parentheses before it is repeated. */
function quantified(rest: string, length: number, what: Omit<TagFilterToken, 'takes'>): Reading {
  const takes = ({ '?': 'optional', '+': 'some' } as const)[rest[length]];
  if (takes === undefined) {
    return { token: { ...what, takes: 'one' }, length };
  }
  const manyBytes = /[^\u0000-\u007f]/.test(what.source);
  const source = (manyBytes ? `(${what.source})` : what.source) + rest[length];
  return { token: { ...what, takes, source }, length: length + 1 };
}
