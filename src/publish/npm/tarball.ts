import { readFileSync } from 'node:fs';
import { runNpm } from './run-npm';
import { fnmatch } from '../../github/fnmatch';
import { sha256Of } from '../assemble/write-set';
import { FILES, type NpmPlan, RECORD, type ReleaseFile, type ReleaseSet, SET } from '../contract';
import { input } from '../inputs';
import { fail } from '../report';

/** A package, packed. */
export interface Tarball {
  /** From the workspace. */
  readonly path: string;
  readonly version: string;
  /** As npm says it: the sum of the file with the name of its algorithm. */
  readonly integrity: string;
}

/** The one tarball of the release that the target means: the declared package, of the tag's version. */
export async function tarballOf({ package: wanted, tarball: pattern }: NpmPlan): Promise<Tarball> {
  const { name: file, sha256 } = theOne(pattern);
  const path = `./${SET}/${FILES}/${file}`;
  if (await sha256Of(path) !== sha256) {
    fail('the-files-are-not-those-that-were-assembled', `${file} has another sum than when it was assembled. Choose "Re-run all jobs".`);
  }
  const { json, error } = await runNpm('pack', path, '--dry-run');
  const [packed] = Object.values(json ?? {}) as { name?: string; version?: string; integrity?: string }[];
  if (!packed?.integrity) {
    fail('the-tarball-is-another-package', `npm takes ${file} for no package: ${error.code} ${error.summary}. Let the build make it by npm pack.`);
  }
  const { name = '', version: written = '', integrity } = packed;
  const version = withoutBuild(written);
  if (name !== wanted || version !== withoutBuild(input('VERSION'))) {
    fail('the-tarball-is-another-package', `${file} is ${name} ${version}; wanted is ${wanted} ${input('VERSION')}, the declared package in the version of the tag. Correct its package.json, or the package of the target.`);
  }
  return { path, version, integrity };
}

/** npm publishes a version without what stands behind a plus. */
function withoutBuild(version: string): string {
  return version.split('+')[0];
}

function theOne(pattern: string): ReleaseFile {
  const { files }: ReleaseSet = JSON.parse(readFileSync(`${SET}/${RECORD}`, 'utf8'));
  const found = files.filter(({ name }) => fnmatch(pattern, name));
  return found.length === 1 ? found[0] : fail(
    'there-is-not-one-tarball',
    `'${pattern}' matches ${found.length ? found.map(({ name }) => name).join(', ') : 'no file'} of the release, and one is needed. Let a platform build it by npm pack, or correct the tarball of the target.`,
  );
}
