import { readBundle } from './attest/bundle';
import { filesIn, type SetFile } from './proven-set';
import { fail } from './report';

/** Proves that the bundles are those that the job `attest` laid out, byte for byte, and those alone. */
export async function proveBundles(directory: string, sums: string): Promise<SetFile[]> {
  const files = await filesIn(directory);
  if (files.map(({ name, sha256 }) => `${sha256} ${name}`).join(',') !== sums) {
    fail('the-files-are-not-those-that-were-assembled', `What lies in ${directory} is not what the job "attest" laid out there: it has expired, or something else in this run has put another artifact in its place. Nothing was sent. See what its jobs upload, and choose "Re-run all jobs".`);
  }
  return Promise.all(files.map(async (file) => ({ ...file, predicateType: (await readBundle(file.path)).predicateType })));
}
