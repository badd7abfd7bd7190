/**
 * Finds the markers of tag builds in Markdown, its headings, and the code fences that hide both.
 *
 * It reads only as much of CommonMark as that takes, in one pass: a marker counts alone on its line,
 * not indented as code and outside fences. Block quotes are not looked into, so a fence inside one
 * hides nothing outside of it. A fence may begin behind list markers.
 *
 * @see https://spec.commonmark.org/0.31.2/#fenced-code-blocks
 */

/** A line that begins or ends a section. */
export interface Marker {
  readonly id: string;
  readonly kind: 'begin' | 'end';
  /** Where its line begins. */
  readonly from: number;
  /** Where its line ends, without the line ending. */
  readonly to: number;
}

export interface MarkdownLandmarks {
  /** In the order they stand. */
  readonly markers: readonly Marker[];
  /** Those below that of the document, as they are written. */
  readonly headings: readonly string[];
  /** Where a fence begins that is never closed; none where all are. */
  readonly openFence: number | undefined;
}

interface Fence {
  readonly from: number;
  /** The run of backticks or tildes that opens it. */
  readonly run: string;
  /** By how many spaces the closing run may be indented at most. */
  readonly indent: number;
}

/** Lines that may be a marker, a fence, or a heading or what underlines it; all others are passed over without being cut out. */
const CANDIDATE = /(?<![^\r\n])(?: *(?:`{3}|~{3})| {0,3}(?:(?:[-*+]|\d{1,9}[.)]) {1,4})+(?:`{3}|~{3})| {0,3}<!-- tag-build:| {0,3}#{2,6}[ \t]| {0,3}-+[ \t]*(?![^\r\n]))[^\r\n]*/g;
const MARKER = /^ {0,3}<!-- tag-build:(\S+) (begin|end)(?:: (?:(?!-->).)*)? -->[ \t]*$/;
const HEADING = /^ {0,3}#{2,6}[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/;
const UNDERLINE = /^ {0,3}-+[ \t]*$/;
const FENCE_BEGIN = /^( {0,3}(?:(?:[-*+]|\d{1,9}[.)]) {1,4})*)(`{3,}(?=[^`]*$)|~{3,})/;
/** In characters; nobody looks for a longer one. */
const LONGEST_HEADING = 1000;
const FENCE_END = /^( *)(`{3,}|~{3,})[ \t]*$/;

/** Finds them in a text that begins without a byte order mark. */
export function markdownLandmarks(text: string): MarkdownLandmarks {
  const markers: Marker[] = [];
  const headings: string[] = [];
  let fence: Fence | undefined;
  for (const { 0: line, index: from } of text.matchAll(CANDIDATE)) {
    if (fence) {
      fence = closes(line, fence) ? undefined : fence;
    } else {
      fence = openedFence(line, from);
      markers.push(...markerOf(line, from));
      headings.push(...headingOf(line, from, text));
    }
  }
  return { markers, headings, openFence: fence?.from };
}

/** The number of the line, counted from 1, that an offset lies in. */
export function lineNumber(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|\n|\r/).length;
}

function markerOf(line: string, from: number): Marker[] {
  const match = MARKER.exec(line);
  return match ? [{ id: match[1], kind: match[2] as Marker['kind'], from, to: from + line.length }] : [];
}

function headingOf(line: string, from: number, text: string): string[] {
  const match = HEADING.exec(line);
  if (match) {
    return [match[1]];
  }
  const above = UNDERLINE.test(line) ? /[^\r\n]*(?=(?:\r\n|\n|\r)$)/.exec(text.slice(Math.max(0, from - LONGEST_HEADING), from)) : null;
  return above?.[0].trim() ? [above[0]] : [];
}

function openedFence(line: string, from: number): Fence | undefined {
  const match = FENCE_BEGIN.exec(line);
  if (!match) {
    return undefined;
  }
  const [, prefix, run] = match;
  const inList = prefix.trim() !== '';
  return { from, run, indent: inList ? prefix.length + 3 : 3 };
}

/** A fence is closed by at least as many of the same character, with nothing behind them. */
function closes(line: string, { run, indent }: Fence): boolean {
  const match = FENCE_END.exec(line);
  return match !== null && match[1].length <= indent && match[2].startsWith(run);
}
