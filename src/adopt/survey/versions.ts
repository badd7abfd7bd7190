import type { App, Note } from './app';
import type { Sight } from './sight';
import { areOneVersion, pointsElsewhere, versionsIn } from '../../manifests/manifest-kinds';
import { andList } from '../../text/words';

/** The files that hold the version of an app. */
export interface Versions {
  /** From the root. */
  readonly files: readonly string[];
  /** Whether nobody keeps them: the build writes them. */
  readonly areUnkept: boolean;
  readonly found: readonly { readonly what: string }[];
  readonly notes: readonly Note[];
}

export function versionsOf(sight: Sight, { manifests }: App): Versions {
  const read = manifests.filter((file) => sight.has(file)).flatMap((file) => {
    const named = { path: sight.path(file), line: '' };
    const versions = versionsIn(named, sight.text(file) ?? '');
    return pointsElsewhere(named, versions) === undefined ? versions.map((found) => ({ file: named, found })) : [];
  });
  const kept = read.filter(({ found }) => !isUnkept(found.version));
  // what nobody keeps beside what somebody does is no version of the app
  const all = kept.length ? kept : read;
  const said = andList(all.map(({ file, found }) => `${file.path} has ${found.version}`));
  const areUnkept = all.length > 0 && kept.length === 0;
  return {
    files: [...new Set(all.map(({ file }) => file.path))],
    areUnkept,
    found: all.length ? [{ what: `the version: ${said}` }] : [],
    notes: areOneVersion(all) || areUnkept ? []
      : [{ option: 'version', text: `the files differ (${said}), and a tag is refused until they agree: set them to one version, or let it be written with mode: VersionMode.STAMP` }],
  };
}

function isUnkept(version: string): boolean {
  return /^0\.0\.0(?:-|$)/.test(version);
}
