import { runNpm } from './run-npm';
import { fnmatch } from '../../github/fnmatch';
import { withoutBuild } from '../../text/versions';
import { type NpmPlan, SET } from '../contract';
import { proveSet, type SetFile } from '../proven-set';
import { fail } from '../report';
import { needed, type Run } from '../run';

/** A package, packed. */
export interface Tarball {
  /** From the workspace. */
  readonly path: string;
  readonly version: string;
  /** As npm says it: the sum of the file with the name of its algorithm. */
  readonly integrity: string;
}

/** The one tarball of the release that the target means: the declared package, of the tag's version. */
export async function tarballOf({ package: wanted, tarball: pattern }: NpmPlan, run: Run): Promise<Tarball> {
  const { files } = await proveSet(SET, run.tag, needed('RECORD_SHA256'));
  const file = theOne(files, pattern);
  // npm takes it for a path, whatever it is called
  const path = `./${file.path}`;
  const { json, error } = await runNpm('pack', path, '--dry-run');
  const [packed] = Object.values(json ?? {}) as { name?: string; version?: string; integrity?: string }[];
  if (!packed?.integrity) {
    fail('the-tarball-is-another-package', `npm takes ${file.name} for no package: ${error.code} ${error.summary}. Let the build make it by npm pack.`);
  }
  const { name = '', version: written = '', integrity } = packed;
  const version = withoutBuild(written);
  if (name !== wanted || version !== withoutBuild(run.version)) {
    fail('the-tarball-is-another-package', `${file.name} is ${name} ${version}; wanted is ${wanted} ${run.version}, the declared package in the version of the tag. Correct its package.json, or the package of the target.`);
  }
  return { path, version, integrity };
}

function theOne(files: readonly SetFile[], pattern: string): SetFile {
  const found = files.filter(({ name }) => fnmatch(pattern, name));
  return found.length === 1 ? found[0] : fail(
    'there-is-not-one-tarball',
    `'${pattern}' matches ${found.length ? found.map(({ name }) => name).join(', ') : 'no file'} of the release, and one is needed. Let a platform build it by npm pack, or correct the tarball of the target.`,
  );
}
