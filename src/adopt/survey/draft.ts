import * as path from 'node:path/posix';
import type { App, Build, Note } from './app';
import { PLATFORMS, type PlatformName } from './platforms';
import type { Readme } from './readme';
import type { Repositories } from './repositories';
import { oneLine } from '../../text/markdown';
import { call, type Code, constant, type Draft, type Entry, type Item, list, object, type ObjectCode } from '../code';

/** Everything that a declaration says. */
export interface Decided {
  readonly id: string;
  readonly tags: readonly string[];
  /** Where the app lies, from the root. */
  readonly home: string;
  readonly repositories: Repositories;
  readonly setup: readonly Code[];
  /** Each with the directory that it runs in, from the root, where that is not the app's. */
  readonly prepare: readonly { readonly name: string; readonly run: string; readonly directory: string }[];
  readonly platforms: readonly { readonly name: PlatformName; readonly build: Build }[];
  readonly versions: { readonly files: readonly string[]; readonly areUnkept: boolean };
  readonly publish: readonly Code[];
  readonly readme: Pick<Readme, 'path' | 'heading'>;
  readonly notes: App['notes'];
}

/** No line of a comment is longer, unless a word is. */
const WIDTH = 100;

export function draftOf(decided: Decided): Draft {
  const { id, tags, home, repositories, setup, publish, readme } = decided;
  const all: Readonly<Record<string, Code | undefined>> = {
    tags: list(tags),
    repositories: repositories.code,
    workingDirectory: home === '' ? undefined : path.join(repositories.path, home),
    setup: setup.length ? list(setup) : undefined,
    prepare: decided.prepare.length ? list(decided.prepare.map((step) => prepareCode(step, decided))) : undefined,
    platforms: { kind: 'list', items: decided.platforms.map(platformItem) },
    version: versionCode(decided),
    publish: publish.length ? list(publish) : undefined,
    readme: readme.path === undefined && readme.heading === undefined ? undefined : object({ path: readme.path, heading: readme.heading }),
  };
  const { entries } = object(all);
  const isThere = ({ option }: Note) => entries.some(({ key }) => key === option);
  return {
    id,
    options: { kind: 'object', entries: entries.map((entry) => commented(entry, decided.notes.filter(({ option }) => option === entry.key))) },
    constants: repositories.constants,
    comments: decided.notes.filter((note) => !isThere(note)).flatMap(({ text }) => commentLines(text)),
    jobs: [],
  };
}

function commented<T extends Entry | Item>(item: T, notes: readonly Pick<Note, 'text'>[]): T {
  return notes.length ? { ...item, comments: notes.flatMap(({ text }) => commentLines(text)) } : item;
}

/** Something that a person must decide, in lines that an editor shows whole. */
function commentLines(text: string): string[] {
  const lines = [''];
  for (const word of `decide: ${oneLine(text)}`.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`.trimStart();
    lines.splice(-1, 1, ...longer.length > WIDTH && lines.at(-1) !== '' ? [lines.at(-1)!, word] : [longer]);
  }
  return lines;
}

function prepareCode({ name, run, directory }: Decided['prepare'][number], { home, repositories }: Decided): ObjectCode {
  return object({ name, workingDirectory: directory === home ? undefined : path.join(repositories.path, directory), run });
}

function platformItem({ name, build: { script, run, artifacts, options, notes = [] } }: Decided['platforms'][number]): Item {
  const value = call(PLATFORMS[name].factory, object({ script, run: run && list(run), artifacts: list(artifacts), ...options }));
  return commented({ value }, notes.map((text) => ({ text })));
}

function versionCode({ versions: { files, areUnkept } }: Decided): ObjectCode | undefined {
  return files.length ? object({ files: list(files), mode: areUnkept ? constant('VersionMode.STAMP') : undefined }) : undefined;
}
