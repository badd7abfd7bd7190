import { type FoundVersion, isVersion, linesOf, type ManifestKind } from './manifest-kind';
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
    read: (text) => onlyOne(linesOf(text).map((one) => one.replace(/^[ \t]*|[ \t]+$/g, ''))
      .filter((one) => one.length > before.length + after.length && one.startsWith(before) && one.endsWith(after))
      .map((one) => one.slice(before.length, one.length - after.length))
      .filter((version) => /^[0-9A-Za-z.+_-]+$/.test(version))),
  };
}

export const pubspec: ManifestKind = {
  files: /^pubspec\.yaml$/,
  part: 'manifestLines',
  place: 'version on one line at the top',
  read: (text) => onlyOne(linesOf(text).filter((line) => /^version[ \t]*:/.test(line)).map((line) => {
    const [, ...forms] = /^version[ \t]*:[ \t]+(?:"([^"\\ \t]+)"|'([^' \t]+)'|([0-9A-Za-z][^ \t"']*))(?:[ \t]+#[^]*|[ \t]*)$/.exec(line) ?? [];
    return forms.find((form) => form !== undefined) ?? '';
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
    const lines = linesOf(text).filter((_, index, all) => !all[index - 1]?.endsWith('\\'));
    const values = new Map(lines.flatMap((line): [string, string][] => {
      const [, name, rest] = /^[ \t]*(version|versionName)[ \t]*[=:][ \t]*([^]*)$/.exec(line) ?? [];
      return name ? [[name, /^([!-[\]-~]+)[ \t]*$/.exec(rest)?.[1] ?? '']] : [];
    }));
    return onlyOne([values.get('version') || values.get('versionName') || '']);
  },
};

function onlyOne(versions: readonly string[]): FoundVersion[] {
  return versions.length === 1 && isVersion(versions[0]) ? [{ version: versions[0] }] : [];
}
