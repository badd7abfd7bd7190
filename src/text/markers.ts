import { lineNumber, markdownLandmarks, type MarkdownLandmarks, type Marker } from './markdown-landmarks';
import { distinct } from './words';

/**
 * Puts a section between two HTML comments of a Markdown file and leaves every other byte alone.
 *
 * The file is the user's: it is never parsed and written anew, only cut at the two markers. They
 * do not hold projen's own marker, since projen deletes the files that do.
 */

/** Why a file's markers cannot be trusted. */
export type MarkerProblem =
  | 'begin-missing'
  | 'end-missing'
  | 'wrong-order'
  | 'duplicate'
  /** Another build's marker stands between the two: replacing the section would delete it. */
  | 'overlap'
  /** There are no markers, and a code fence that is never closed would swallow appended ones. */
  | 'fence-unclosed';

/** The new text, or why there is none. */
export type SpliceResult =
  | { readonly text: string }
  | {
    readonly problem: MarkerProblem;
    /** Where to look, counted from 1, in ascending order. */
    readonly lines: readonly number[];
  };

interface Place {
  /** Where the begin marker's line begins. */
  readonly from: number;
  /** Where the end marker's line ends, without its line ending. */
  readonly to: number;
}

const BYTE_ORDER_MARK = '\ufeff';

/**
 * The text with the section of a build in it: replaced where its markers stand, appended where there
 * are none, alone where there is no text.
 *
 * @param text the file as it stands; undefined where there is none
 * @param id the build's id
 * @param section Markdown with `\n` line endings, without markers
 */
export function spliceSection(text: string | undefined, id: string, section: string): SpliceResult {
  const [mark, body] = withoutMark(text ?? '');
  const place = findPlace(body, id);
  if (place === undefined) {
    return { text: mark + append(body, block(id, section)) };
  }
  if ('problem' in place) {
    return place;
  }
  const [before, after] = [body.slice(0, place.from), body.slice(place.to)];
  // the space keeps a lone CR before the section and the LF behind it from counting as one line ending
  const ending = lineEnding(`${before} ${after}`);
  return { text: mark + before + withLineEnding(block(id, section), ending) + after };
}

/**
 * The text without the section of a build, and as it was before the section was appended. As it is
 * where there is no section, or its markers cannot be trusted.
 */
export function withoutSection(text: string, id: string): string {
  const [mark, body] = withoutMark(text);
  const place = findPlace(body, id);
  if (place === undefined || 'problem' in place) {
    return text;
  }
  const [before, after] = [body.slice(0, place.from), body.slice(place.to)];
  if (/^(?:\r?\n){2}$/.test(after)) {
    // the empty line before the section was the text's own, and came behind it, too
    return mark + before;
  }
  return mark + (after === '' ? before.replace(/(?:\n\n|\r\n\r\n)$/, '') : closed(before, after.replace(/^\r?\n/, '')));
}

/** What stands around a section, without the empty line that has come before or behind it. */
function closed(before: string, after: string): string {
  if (after === '') {
    return before.replace(/(?<=[^\s][^\S\n]*\n)\r?\n$/, '');
  }
  return before + (before === '' || endsWithEmptyLine(before) ? after.replace(/^\r?\n/, '') : after);
}

/** The text with the section of one build as that of another, at the same place. As it is where there is none, or the other has one. */
export function renameSection(text: string, from: string, to: string): string {
  const [mark, body] = withoutMark(text);
  const place = findPlace(body, from);
  if (place === undefined || 'problem' in place || staleSections(text, []).includes(to)) {
    return text;
  }
  return mark + body.slice(0, place.from) + withLineEnding(block(to, ''), lineEnding(body)) + body.slice(place.to);
}

/** A text without the sections of builds. */
export function withoutSections(text = '', builds: readonly { readonly id: string }[]): string {
  return builds.reduce((rest, { id }) => withoutSection(rest, id), text);
}

/** The heading of a section: as declared, or another one where the text around it has such a heading already. */
export function sectionHeading(around: string, heading: string): string {
  return hasHeading(around, heading) ? `${heading} (tag build)` : heading;
}

/** Whether a heading below that of the document reads like a given one. */
export function hasHeading(text: string, heading: string): boolean {
  return markdownLandmarks(withoutMark(text)[1]).headings.some((one) => plain(one) === plain(heading));
}

/** Without what Markdown makes of it. */
function plain(heading: string): string {
  return heading.replace(/[\\`*_]/g, '').replace(/\s+/g, ' ').trim().toLowerCase();
}

function withoutMark(text: string): [mark: string, body: string] {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  return [mark, text.slice(mark.length)];
}

/** The ids of builds whose markers stand in a text and that are not among the given ones. */
export function staleSections(text: string, ids: readonly string[]): string[] {
  const found = markdownLandmarks(withoutMark(text)[1]).markers.map(({ id }) => id);
  return distinct(found).filter((id) => !ids.includes(id));
}

function block(id: string, section: string): string {
  return [
    `<!-- tag-build:${id} begin: generated, edit the projenrc file instead -->`,
    '',
    trimLines(section),
    '',
    `<!-- tag-build:${id} end -->`,
  ].join('\n');
}

/** Without the empty lines around it, which stand between section and markers. */
function trimLines(section: string): string {
  return section.replace(/^\n+/, '').replace(/(?<!\n)\n+$/, '');
}

function findPlace(body: string, id: string): Place | { problem: MarkerProblem; lines: number[] } | undefined {
  const landmarks = markdownLandmarks(body);
  const own = landmarks.markers.filter((marker) => marker.id === id);
  const problem = markerProblem(landmarks, own);
  if (problem) {
    return { problem: problem.problem, lines: problem.offsets.map((offset) => lineNumber(body, offset)) };
  }
  if (own.length === 0) {
    return undefined;
  }
  const [begin, end] = own;
  return { from: begin.from, to: end.to };
}

interface Located {
  readonly problem: MarkerProblem;
  readonly offsets: readonly number[];
}

function markerProblem({ markers, openFence }: MarkdownLandmarks, own: readonly Marker[]): Located | undefined {
  const begins = own.filter((marker) => marker.kind === 'begin');
  const ends = own.filter((marker) => marker.kind === 'end');
  const offsets = own.map((marker) => marker.from);
  if (own.length === 0) {
    return openFence === undefined ? undefined : { problem: 'fence-unclosed', offsets: [openFence] };
  }
  if (begins.length > 1 || ends.length > 1) {
    return { problem: 'duplicate', offsets };
  }
  if (begins.length === 0 || ends.length === 0) {
    return { problem: begins.length === 0 ? 'begin-missing' : 'end-missing', offsets };
  }
  if (ends[0].from < begins[0].from) {
    return { problem: 'wrong-order', offsets };
  }
  const between = markers.filter((marker) => marker.from > begins[0].from && marker.from < ends[0].from);
  return between.length === 0 ? undefined : { problem: 'overlap', offsets: between.map((marker) => marker.from) };
}

/** One empty line stands before the section, and the text ends with a line ending, or an empty line, if it did before. */
function append(body: string, section: string): string {
  if (body === '') {
    return `${section}\n`;
  }
  const ending = lineEnding(body);
  const endsLine = body.endsWith('\n');
  const empty = endsWithEmptyLine(body) ? ending : '';
  const gap = (endsLine ? '' : ending) + (empty ? '' : ending);
  return body + gap + withLineEnding(section, ending) + (endsLine ? ending : '') + empty;
}

function endsWithEmptyLine(body: string): boolean {
  const visibleEnd = body.trimEnd().length;
  const lineEndings = body.slice(visibleEnd).split('\n').length - 1;
  return body.endsWith('\n') && lineEndings > (visibleEnd === 0 ? 0 : 1);
}

/** The line ending that most lines have. */
function lineEnding(text: string): string {
  let [unix, windows] = [0, 0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) {
    if (text[at - 1] === '\r') {
      windows += 1;
    } else {
      unix += 1;
    }
  }
  return windows > unix ? '\r\n' : '\n';
}

function withLineEnding(text: string, ending: string): string {
  return text.replace(/\r?\n/g, ending);
}
