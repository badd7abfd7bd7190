import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CHECKSUMS, FILES, MANIFEST, RECORD, type ReleaseSet } from './contract';
import { fail } from './report';
import { sha256Of } from './sha256';
import { ASSET_NAME, MAX_ASSETS, MAX_ASSET_BYTES } from '../github/limits';
import { beginning } from '../text/words';

/** A file that is to be in the release. */
export interface SetFile {
  readonly name: string;
  readonly path: string;
  readonly size: number;
  /** In hexadecimal digits. */
  readonly sha256: string;
  /** Of a bundle of signatures: what kind of statement was signed. */
  readonly predicateType?: string;
}

/** The files of a release, and what is known of them. */
export interface ProvenSet {
  readonly record: ReleaseSet;
  readonly files: readonly SetFile[];
}

/** More are no help. */
const MOST_PROBLEMS = 10;

/** Proves that the files are those that were assembled, byte for byte, and those alone. */
export async function proveSet(directory: string, tag: string, recordSum: string): Promise<ProvenSet> {
  const record = await readRecord(directory, recordSum);
  const files = await filesIn(join(directory, FILES));
  const manifest = files.find(({ name }) => name === MANIFEST);
  const problems = [
    ...record.tag === tag ? [] : [`it was assembled for tag '${record.tag}', and this run is for '${tag}'`],
    ...files.length > 0 && files.length <= MAX_ASSETS ? [] : [`it has ${files.length} files, and a release has 1 to ${MAX_ASSETS}`],
    ...files.flatMap(({ name, size }) => [
      ...ASSET_NAME.test(name) ? [] : [`'${name}' is no name that GitHub keeps`],
      ...size > 0 && size <= MAX_ASSET_BYTES ? [] : [`${name} has ${size} bytes, and GitHub takes 1 to ${MAX_ASSET_BYTES}`],
    ]),
    ...differences(files, record),
    ...!manifest || manifest.sha256 === await sha256Of(join(directory, RECORD)) ? [] : [`${MANIFEST} is not the record`],
    ...await sumsProblems(files),
  ];
  return problems.length === 0 ? { record, files } : fail(
    'the-files-are-not-those-that-were-assembled',
    `What was downloaded differs from its record: ${beginning(problems, MOST_PROBLEMS)}. Nothing was sent. Choose "Re-run all jobs", which builds and assembles anew.`,
  );
}

/** The record, if it is the one of that sum: any job of a run can upload another set in place of the one that was assembled. */
async function readRecord(directory: string, sum: string): Promise<ReleaseSet> {
  const path = join(directory, RECORD);
  const text = await readFile(path, 'utf8').catch(() => fail('the-files-are-not-those-that-were-assembled', `${path} is not there: the artifact of the job "assemble" was not downloaded, or it has expired. Choose "Re-run all jobs".`));
  if (await sha256Of(path) !== sum) {
    fail('the-files-are-not-those-that-were-assembled', `${path} is not the one that the job "assemble" wrote: something else in this run has put another artifact in its place. Nothing was sent. See what its jobs upload, and choose "Re-run all jobs".`);
  }
  try {
    const record = JSON.parse(text) as ReleaseSet;
    const { version, files, repositories, absent, signatures } = record;
    if (version === 1 && [files, repositories, absent, signatures].every(Array.isArray)) {
      return record;
    }
  } catch {
    // said below
  }
  return fail('the-files-are-not-those-that-were-assembled', `${path} is no record that this version wrote. Run "npx projen", commit what it changes and push the next tag.`);
}

/** The files of a directory, with their sums. Nothing else may lie there. */
export async function filesIn(directory: string): Promise<SetFile[]> {
  const files: SetFile[] = [];
  for (const name of (await readdir(directory).catch(() => [])).sort()) {
    const path = join(directory, name);
    const stat = await lstat(path);
    if (!stat.isFile()) {
      fail('the-files-are-not-those-that-were-assembled', `${path} is no file. Choose "Re-run all jobs", which builds and assembles anew.`);
    }
    files.push({ name, path, size: stat.size, sha256: await sha256Of(path) });
  }
  return files;
}

function differences(files: readonly SetFile[], record: ReleaseSet): string[] {
  const found = new Map(files.map((file) => [file.name, file]));
  const recorded = new Set([CHECKSUMS, MANIFEST, ...record.files.map(({ name }) => name)]);
  return [
    ...record.files.flatMap(({ name, size, sha256 }) => {
      const file = found.get(name);
      return !file ? [`${name} is missing`] : file.size === size && file.sha256 === sha256 ? [] : [`${name} has other bytes`];
    }),
    ...files.filter(({ name }) => !recorded.has(name)).map(({ name }) => `${name} is not in the record`),
  ];
}

/** The sums, where they are made, say what the files are. They also hold that of the manifest. */
async function sumsProblems(files: readonly SetFile[]): Promise<string[]> {
  const sums = files.find(({ name }) => name === CHECKSUMS);
  if (!sums) {
    return [];
  }
  const lines = (await readFile(sums.path, 'utf8')).split('\n').filter((line) => line !== '').sort();
  const expected = files.filter((file) => file !== sums).map(({ name, sha256 }) => `${sha256}  ${name}`).sort();
  return lines.join('\n') === expected.join('\n') ? [] : [`${CHECKSUMS} does not hold the sums of the files`];
}
