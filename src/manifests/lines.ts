import { type Line, linesOf, type ManifestKind, type PlacedText, type PlacedVersion, placedVersions } from './manifest-kind';
import { bySemver, SEMVER } from './semver';

/** What stands in a declared line for the version. */
export const VERSION_MARK = '{version}';

/** Any file with one line that is as declared, the version apart. */
export function declaredLine(line: string): ManifestKind {
  const [before, ...behind] = line.split(VERSION_MARK);
  const after = behind.join(VERSION_MARK);
  return {
    files: /./,
    part: 'manifestLines',
    place: `exactly one line ${line}`,
    read: (text) => onlyOne(shortLines(text).map(({ line: whole, at }) => {
      const one = whole.replace(/^[ \t]*/, '');
      return { one: one.replace(/[ \t]+$/, ''), at: at + whole.length - one.length + before.length };
    })
      .filter(({ one }) => one.length > before.length + after.length && one.startsWith(before) && one.endsWith(after))
      .map(({ one, at }) => placed(one.slice(before.length, one.length - after.length), at))
      .filter((version) => /^[0-9A-Za-z.+_-]+$/.test(version.text))),
  };
}

export const pubspec: ManifestKind = {
  files: /^pubspec\.yaml$/,
  part: 'manifestLines',
  place: 'version on one line at the top',
  read: (text) => onlyOne(shortLines(text).filter(({ line }) => /^version[ \t]*:/.test(line)).map(({ line, at }) => {
    const [, before, ...forms] = /^(version[ \t]*:[ \t]+)(?:"([^"'\\ \t]+)"|'([^"' \t]+)'|([0-9A-Za-z][^ \t"']*))(?:[ \t]+#[^]*|[ \t]*)$/.exec(line) ?? [];
    const form = forms.find((one) => one !== undefined) ?? '';
    return placed(form, at + line.indexOf(form, before?.length));
  })),
  // the number of the build stays, unless the tag has one
  write: (version, { version: old }) => bySemver(version) && (version.includes('+') || !old.includes('+') ? version : `${version}${old.slice(old.indexOf('+'))}`),
  takes: SEMVER,
};

/** The last one of a name counts; `versionName` where there is no `version`. */
export const properties: ManifestKind = {
  files: /\.properties$/,
  part: 'manifestLines',
  place: 'version or versionName',
  read: (text) => {
    const lines = shortLines(text).filter((_, index, all) => !all[index - 1]?.line.endsWith('\\'));
    const values = new Map(lines.flatMap(({ line, at }): [string, PlacedText][] => {
      const [, name, rest] = /^[ \t]*(version|versionName)[ \t]*[=:][ \t]*([^]*)$/.exec(line) ?? [];
      return name ? [[name, placed(/^([!-[\]-~]+)[ \t]*$/.exec(rest)?.[1] ?? '', at + line.length - rest.length)]] : [];
    }));
    return ['version', 'versionName'].flatMap((name) => placedVersions([values.get(name)])).slice(0, 1);
  },
};

/** No line of a version is long, and a pattern would try each place of it. */
function shortLines(text: string): Line[] {
  return linesOf(text).map(({ line, at }) => ({ line: line.length > 4096 ? '' : line, at }));
}

function placed(text: string, at: number): PlacedText {
  return { text, at, length: text.length };
}

function onlyOne(versions: readonly PlacedText[]): PlacedVersion[] {
  return versions.length === 1 ? placedVersions(versions) : [];
}
