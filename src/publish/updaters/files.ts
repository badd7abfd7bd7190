import { readFile } from 'node:fs/promises';
import type { UpdaterPart } from './updater-part';
import { fnmatch } from '../../github/fnmatch';
import { beginning } from '../../text/words';
import { type FoundFile, locationOf, shownFile } from '../assemble/legs';
import { tagVersion } from '../assemble/record';
import type { UpdaterFilesPlan } from '../contract';
import { error, type Message } from '../report';

/** What is read of a file in search of the version. Appcasts and their like are small. */
const MOST_BYTES = 16 * 1024 * 1024;

const SHOWN = 10;

/** Files that the build makes for its updater: they are there, and under the names that it gave them. */
export const files: UpdaterPart<UpdaterFilesPlan> = {
  before: async (plan, found) => {
    const matches = plan.files.map((pattern) => ({ pattern, hits: found.filter(({ path }) => fnmatch(pattern, path.split('/').at(-1)!)) }));
    const kept = [...new Set(matches.filter(({ hits }) => hits.length === 1).flatMap(({ hits }) => hits))];
    const stale: Message[] = [];
    for (const file of plan.holdVersion && tagVersion() ? kept : []) {
      stale.push(...await versionProblem(file, tagVersion()));
    }
    return {
      taken: [],
      names: new Map(),
      kept,
      problems: [...matches.filter(({ hits }) => hits.length !== 1).map(({ pattern, hits }) => notOne(pattern, hits)), ...stale],
    };
  },
  after: async () => ({ files: [], problems: [] }),
};

function notOne(pattern: string, hits: readonly FoundFile[]): Message {
  const got = hits.length ? beginning(hits.map(shownFile), SHOWN) : 'no file';
  return error('an-updater-file-is-not-there-once', `'${pattern}' of the updater matches ${got}, and one file is needed, for it keeps its name. ${hits.length ? 'Let one platform alone build it, or name it more closely.' : 'Let a platform build it and declare it among its artifacts.'}`);
}

async function versionProblem(file: FoundFile, version: string): Promise<Message[]> {
  const what = shownFile(file);
  if (!file.isFile || file.size > MOST_BYTES) {
    return file.isFile ? [error('an-updater-file-is-of-another-version', `${what} has ${file.size} bytes, and at most ${MOST_BYTES} are searched for the version ${version}. Set holdVersion: false.`)] : [];
  }
  return holds(await readFile(locationOf(file), 'utf8'), version) ? [] : [
    error('an-updater-file-is-of-another-version', `${what} does not hold ${version}, the version of the tag. Let the build write it, or set holdVersion: false where it names no version.`),
  ];
}

/** Whether the version stands there, and not as a part of another one. */
function holds(text: string, version: string): boolean {
  for (let at = text.indexOf(version); at >= 0; at = text.indexOf(version, at + 1)) {
    const end = at + version.length;
    if (!/\d\.?$/.test(text.slice(Math.max(0, at - 2), at)) && !/^(?:\.?\d|-[a-z]+\.\d+(?!\w))/i.test(text.slice(end, end + 30))) {
      return true;
    }
  }
  return false;
}
