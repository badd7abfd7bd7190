import { type Line, linesOf } from './markdown-lines';

interface Heading {
  readonly level: number;
  readonly text: string;
  /** Index of its first line, and of the first behind it. */
  readonly from: number;
  readonly to: number;
}

/** Nobody reads further. */
const LONGEST_HEADING = 500;

/**
 * The text below the heading of a version, up to the next heading that is as high: `## [1.2.3] -
 * 2026-11-25`, `# v1.2.3`, underlined ones too. Undefined where no heading names the version.
 */
export function sectionOf(changelog: string, version: string): string | undefined {
  const lines = linesOf(changelog);
  const headings = headingsIn(lines);
  const named = headings.filter(({ text }) => names(text, version));
  // one that speaks of another version may mention this one: "1.2.4 (replaces 1.2.3)"
  const heading = named.find(({ text }) => text.slice(0, text.indexOf(version)).search(/\d\.\d/) < 0) ?? named[0];
  if (!heading) {
    return undefined;
  }
  const next = headings.find(({ from, level }) => from > heading.from && level <= heading.level);
  return lines.slice(heading.to, next?.from).map(({ text }) => text).join('\n').trim();
}

/** Whether a version stands in a text, and is no part of another: 1.2.3 does not stand in 1.2.3-rc.1 nor in 11.2.3. */
function names(text: string, version: string): boolean {
  const escaped = version.replace(/[.+*?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(String.raw`(?:(?<![0-9A-Za-z])[vV]|(?<![0-9A-Za-z.+]))${escaped}(?![0-9A-Za-z+-]|\.[0-9A-Za-z])`).test(text);
}

function headingsIn(lines: readonly Line[]): Heading[] {
  return lines.flatMap(({ text, inCode }, index): Heading[] => {
    const [, marks, title = ''] = inCode ? [] : /^ {0,3}(#{1,6})([ \t].*)?$/.exec(text) ?? [];
    if (marks) {
      return [{ level: marks.length, text: plain(title), from: index, to: index + 1 }];
    }
    const underline = lines[index + 1];
    const isUnderlined = !inCode && /^ {0,3}[^\s#>*+-]/.test(text) && underline && !underline.inCode && /^ {0,3}(?:=+|-+)[ \t]*$/.test(underline.text);
    return isUnderlined ? [{ level: underline.text.includes('=') ? 1 : 2, text: plain(text), from: index, to: index + 2 }] : [];
  });
}

/** Addresses hold versions of their own: `[1.2.4](…/compare/v1.2.3...v1.2.4)`. */
function plain(heading: string): string {
  return heading.slice(0, LONGEST_HEADING).replace(/\]\([^()]*\)/g, ']').replace(/<[^<>]*>/g, '').replace(/[[\]*_`]/g, '');
}
