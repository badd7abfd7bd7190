import { type Complaint } from './complaint';
import { ARTIFACT_PATH_FORBIDDEN } from './limits';
import { distinct } from '../text/words';

/** Patterns that mean everything there is: the checkouts with all they hold would be uploaded. */
const EVERYTHING = /^(?:\.\/)*(?:\.|\*|\*\*)?(?:\/\*{0,2})*$/;

/** How many patterns one may stand for. */
const MOST_ALTERNATIVES = 50;

/**
 * The patterns that one stands for, of which one is enough: `x.{a,b}` is `x.a` or `x.b`. The upload knows no braces.
 * Without a comma between them they are letters, as in a shell; so are all where there would be too many.
 */
export function alternativesOf(pattern: string): string[] {
  let all = [pattern];
  for (let braces = bracesIn(pattern); braces; braces = bracesIn(all[0])) {
    const counted = all.length * braces.choices.length;
    if (counted > MOST_ALTERNATIVES) {
      return [pattern];
    }
    all = all.flatMap((one) => withChoices(one));
  }
  return all.length === 1 ? all : distinct(all.map(asRead));
}

interface Braces {
  readonly before: string;
  readonly choices: readonly string[];
  readonly behind: string;
}

/** The first braces with a comma between them, and no others. */
function bracesIn(pattern: string): Braces | undefined {
  const found = Array.from(pattern.matchAll(/\{([^{}]*)\}/g)).find(([, inner]) => inner.includes(','));
  return found && { before: pattern.slice(0, found.index), choices: found[1].split(','), behind: pattern.slice(found.index + found[0].length) };
}

function withChoices(pattern: string): string[] {
  const braces = bracesIn(pattern);
  return braces ? braces.choices.map((choice) => braces.before + choice + braces.behind) : [pattern];
}

/** As the step that collects has read it: it compares them. */
function asRead(pattern: string): string {
  return pattern.trim().replace(/^(!*)(?:\.\/)+/, '$1').replace(/(?<=.)\/$/, '');
}

/** A pattern without its signs, of which each turns its meaning round. */
export function withoutSigns(pattern: string): { readonly excludes: boolean; readonly path: string } {
  const [, signs, path] = /^(!*)(.*)$/s.exec(pattern.trim())!;
  return { excludes: signs.length % 2 === 1, path: path.trim() };
}

/** One pattern in the place of several, cut where names and extensions are: `x.{a,b}`. Undefined where braces cannot say it. */
export function eitherOf(patterns: readonly string[]): string | undefined {
  const pieces = patterns.map((pattern) => pattern.split(/(?<=[./])|(?=[./])/));
  const shortest = Math.min(...pieces.map(({ length }) => length));
  const isSame = (index: number) => pieces.every((own) => own.at(index) === pieces[0].at(index));
  let first = 0;
  while (first < shortest && isSame(first)) first++;
  let last = 0;
  while (last < shortest - first && isSame(-1 - last)) last++;
  const choices = pieces.map((own) => own.slice(first, own.length - last).join(''));
  const either = `${pieces[0].slice(0, first).join('')}{${choices.join(',')}}${pieces[0].slice(pieces[0].length - last).join('')}`;
  return alternativesOf(either).join('\n') === patterns.map(asRead).join('\n') ? either : undefined;
}

/**
 * What keeps a pattern from naming the files of an artifact, relative to the working directory.
 *
 * @see https://github.com/actions/upload-artifact#inputs
 * @see https://github.com/actions/toolkit/tree/main/packages/glob#patterns
 */
export function artifactPatternProblem(pattern: string): Complaint | undefined {
  const all = alternativesOf(pattern);
  return bracesIn(all[0])
    ? { why: `stands for more than ${MOST_ALTERNATIVES} patterns`, hint: 'Write several patterns, or a wildcard.' }
    : all.map(problemOf).find((complaint) => complaint !== undefined);
}

function problemOf(pattern: string): Complaint | undefined {
  const { path } = withoutSigns(pattern);
  if (path === '') {
    return { why: 'is empty', hint: "Name the files to upload, for instance 'dist/*.dmg'." };
  }
  if (/[\r\n]/.test(pattern)) {
    return { why: 'has a line break', hint: 'Write each pattern as an element of its own.' };
  }
  if (/^(?:[/\\~]|[A-Za-z]:)/.test(path)) {
    return { why: 'is absolute', hint: 'Write it relative to the working directory.' };
  }
  if (pattern.includes('\\')) {
    return { why: "has a '\\'", hint: `Write '/', on Windows too: '${pattern.replaceAll('\\', '/')}'.` };
  }
  return forbiddenProblem(pattern) ?? spellingProblem(pattern) ?? globstarProblem(path) ?? reachProblem(path);
}

function forbiddenProblem(pattern: string): Complaint | undefined {
  // '*' and '?' are forbidden in the files' paths only; in a pattern they are wildcards
  const forbidden = ARTIFACT_PATH_FORBIDDEN.exec(pattern.replace(/[*?]/g, ''))?.[0];
  return forbidden === undefined ? undefined : {
    why: `has '${forbidden}', which no path in an artifact can have`,
    hint: "Put '*' in its place and let the build name its files without it.",
  };
}

/** What the upload and the step before it, or two readers of the upload itself, would read otherwise. */
function spellingProblem(pattern: string): Complaint | undefined {
  if (pattern.trim().startsWith('#')) {
    return { why: 'is a comment for the upload, and names nothing', hint: `Write '[#]${pattern.trim().slice(1)}'.` };
  }
  if (/^\s*!+\s/.test(pattern)) {
    return { why: "has a space behind its '!'", hint: 'Leave it out.' };
  }
  if (/^[^\S \t]|[^\S \t]$/.test(pattern)) {
    return { why: 'begins or ends with a space that is not the usual one', hint: 'Leave it out.' };
  }
  return pattern.includes('//') ? { why: "has '//'", hint: "Write '/'." } : setProblem(pattern);
}

/** Characters, and ranges of letters or digits; `-` stands before or behind them. */
const SET = /^[!^]?(?=.)-?(?:[A-Z]-[A-Z]|[a-z]-[a-z]|[0-9]-[0-9]|[ -,.-[^-~])*-?$/;

function setProblem(pattern: string): Complaint | undefined {
  for (const [written, set] of pattern.matchAll(/\[([!^]?\]?[^\]/]*)\]|\[/g)) {
    if (set === undefined) {
      return { why: "has a '[' without its end", hint: "Write '[[]' where a name has one." };
    }
    if (!SET.test(set) || ['!', '^'].includes(set) || Array.from(set.matchAll(/(\w)-(\w)/g)).some(([, first, last]) => first > last)) {
      return { why: `has '${written}', which can be read in several ways`, hint: 'Write there ASCII characters, ranges such as a-z, and \'-\' at an end only; or the choices in braces.' };
    }
  }
  return undefined;
}

/** A pattern takes what lies below, too, as if another `**` stood behind: but nothing lies below what is called as a file is. */
function globstarProblem(path: string): Complaint | undefined {
  const segments = path.replace(/\/$/, '').split('/');
  const isFile = /\*\.(?!app$)[\w.]+$/.test(path);
  return passesOver(segments) || (!isFile && (path.endsWith('/') || segments.at(-1) !== '**') && passesOver([...segments, '**']))
    ? { why: "has '**' so often that the upload passes over files", hint: 'Write fewer of them, or several patterns.' }
    : undefined;
}

/**
 * Of three or more `**` the upload looks too short for what stands between the first, where that is longer than what stands
 * between the last.
 *
 * @see https://github.com/isaacs/minimatch/blob/v3.1.5/minimatch.js
 */
function passesOver(segments: readonly string[]): boolean {
  const between = `/${segments.join('/')}/`.split(/(?<=\/)\*\*(?=\/)/).slice(1, -1).map((part) => part.split('/').filter(Boolean).length);
  const sum = (lengths: readonly number[]) => lengths.reduce((all, one) => all + one, 0);
  return between.some((_, index) => sum(between.slice(0, between.length - 1 - index)) > sum(between.slice(index + 1)) + (segments.at(-1) === '**' ? 1 : 0));
}

function reachProblem(path: string): Complaint | undefined {
  const names = path.split('/').map(nameOf);
  if (names.includes('..')) {
    return { why: "leads out of the working directory by '..'", hint: 'Let the build put its files below the working directory.' };
  }
  if (names.slice(path.startsWith('./') || path === '.' ? 1 : 0).includes('.')) {
    return { why: "has '.' as a part of its path, which the upload refuses", hint: 'Leave it out.' };
  }
  return EVERYTHING.test(path)
    ? { why: 'matches everything there is, sources included', hint: "Name what the build makes, for instance 'dist/*'." }
    : undefined;
}

/**
 * The directory that all files of an artifact have in common, as far as the patterns tell: what
 * paths in the artifact are relative to. A single pattern without wildcards may also name a file.
 *
 * @see https://github.com/actions/upload-artifact#upload-using-multiple-paths-and-exclusions
 */
export function artifactRoot(patterns: readonly string[]): string {
  const paths = patterns.map(withoutSigns).filter(({ excludes }) => !excludes).map(({ path }) => searchPath(path));
  const [first = [], ...others] = outermostOf(paths);
  const length = first.findIndex((segment, index) => others.some((other) => other[index] !== segment));
  return first.slice(0, length < 0 ? first.length : length).join('/');
}

/** The segments before the first one with a wildcard: where the upload begins to look. */
export function searchPath(pattern: string): string[] {
  const names = pattern.split('/').filter((segment) => segment !== '' && segment !== '.').map(nameOf);
  const wildcard = names.indexOf(undefined);
  return (wildcard < 0 ? names : names.slice(0, wildcard)) as string[];
}

/** The only name that a segment matches; undefined where it has wildcards. A set of one character is that character. */
function nameOf(segment: string): string | undefined {
  const pieces = segment.match(/\[[^\]]+\]|./gs) ?? [];
  return pieces.some((piece) => piece === '*' || piece === '?' || piece.length > 3) ? undefined : pieces.map((piece) => piece.length === 3 ? piece[1] : piece).join('');
}

/** The upload looks in the paths that lie in no other. */
export function outermostOf(paths: readonly (readonly string[])[]): (readonly string[])[] {
  return paths.filter((path) => !paths.some((other) => other.length < path.length && isPrefix(other, path)));
}

/** Why a pattern can match nothing beside the others: what is hidden is left out from the directory on where the search begins. */
export function hiddenProblem(pattern: string, patterns: readonly string[]): Complaint | undefined {
  const { excludes, path } = withoutSigns(pattern);
  const own = searchPath(path);
  const above = patterns.map(withoutSigns).filter((other) => !other.excludes && isPrefix(searchPath(other.path), own))
    .sort((one, other) => searchPath(one.path).length - searchPath(other.path).length)[0];
  const names = path.split('/').filter((segment) => segment !== '.');
  const hidden = excludes || !above ? undefined : names.slice(Math.max(0, searchPath(above.path).length - 1)).find((name) => /^(?:\.|\[\.\])./.test(name));
  return hidden === undefined ? undefined : {
    why: `can match nothing: the upload leaves out '${hidden}', which is hidden${above.path === path ? '' : `, where it looks from further above, for '${above.path}'`}`,
    hint: 'Let the build put its files where no name begins with a dot.',
  };
}

function isPrefix(outer: readonly string[], inner: readonly string[]): boolean {
  return outer.every((segment, index) => inner[index] === segment);
}

/** Whether a pattern can match a file whose name ends so, by what stands behind its last wildcard. One without an extension may be a directory. */
export function mayEndIn(pattern: string, ending: string): boolean {
  const [end] = /[^*?[\]/]*$/.exec(pattern)!;
  const isName = end.length === pattern.split('/').pop()!.length;
  return !pattern.startsWith('!') && (end.endsWith(ending) || (isName ? !end.includes('.') : ending.endsWith(end)));
}
