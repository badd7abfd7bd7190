import { lstat, readFile, realpath } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { sectionOf } from './changelog';
import { linesOf } from './markdown-lines';
import type { SetFile } from '../proven-set';
import { isPrerelease, releasesOf, type Target } from './target';
import { verificationOf } from './verification';
import { filled } from '../../text/placeholders';
import { andList, distinct } from '../../text/words';
import type { ReleaseSet } from '../contract';
import { refused } from '../github/refusals';
import { textOf } from '../github/shapes';
import { fail, markdown } from '../report';

/** What a new draft says of itself, as GitHub's API takes it. */
export type Notes = () => Promise<{ readonly name: string; readonly body: string; readonly prerelease: boolean }>;

type Built = Pick<Target, 'plan' | 'run' | 'set'>;

/** Around what was built, which another run of the tag writes anew. Nobody sees them. */
const FACTS = { from: '<!-- what was built -->', to: '<!-- end of what was built -->' } as const;
/** Characters of a release's notes. @see https://docs.github.com/en/rest/releases/releases#create-a-release */
const LONGEST = 125_000;
/** Of these at least the words keep as many. */
const ROOM_FOR_WORDS = 25_000;
/** Bytes of a file that is read for them. */
const LONGEST_FILE = 10 * 1024 * 1024;

/** Reads what the notes are made of. A section that is missing ends the command before anything is made. */
export async function prepareNotes(target: Target): Promise<Notes> {
  const { plan, run: { tag, version } } = target;
  const words = await wordsOf(target);
  const names = { tag, version };
  return async () => ({
    name: filled(plan.title, names),
    body: compose(words ?? await generated(target), target),
    prerelease: isPrerelease(target),
  });
}

/** Undefined where GitHub writes them, for which the tag must be there. */
async function wordsOf({ plan: { notes }, run: { tag, version } }: Target): Promise<string | undefined> {
  switch (notes.kind) {
    case 'generated':
      return undefined;
    case 'changelog':
      return sectionOf(await readNotesFile(notes.path), version) || fail('the-changelog-says-nothing-of-the-version', `${notes.path} has no heading of ${version} with text below it, such as "## [${version}] - 2026-11-25". Nothing was published. Write it, and push a tag of another version; or move this tag to the commit that has it.`);
    case 'file':
      return readNotesFile(notes.path);
    case 'text':
      return filled(notes.text, { tag, version });
    case 'none':
      return '';
  }
}

/** Only what really lies in the checkout, since a link could lead to what nobody should read. */
async function readNotesFile(path: string): Promise<string> {
  const workspace = await realpath('.');
  const file = await realpath(resolve(workspace, path)).catch(() => fail('the-notes-could-not-be-read', `${path} is not in the commit of the tag. Nothing was published. Commit it, and push a tag of another version.`));
  const stat = await lstat(file);
  if (relative(workspace, file) !== join(path) || !stat.isFile() || stat.size > LONGEST_FILE) {
    fail('the-notes-could-not-be-read', `${path} is no file of at most ${LONGEST_FILE} bytes; links are not followed. Nothing was published. Commit the file itself, and push a tag of another version.`);
  }
  return readFile(file, 'utf8');
}

/** GitHub writes them, and saves nothing. */
async function generated(target: Target): Promise<string> {
  const { github, plan: { notes }, repository, run: { tag } } = target;
  for (let nth = 0; ; nth++) {
    try {
      const answer = await github.ask('POST', `${releasesOf(target)}/generate-notes`, {
        tag_name: tag,
        ...notes.previousTag !== '' && { previous_tag_name: notes.previousTag },
        ...notes.configurationFile !== '' && { configuration_file_path: notes.configurationFile },
      });
      if (answer.status !== 200) {
        throw refused(answer, `write notes for ${tag} in ${repository}`);
      }
      return textOf(answer.data, 'body', 'generated notes');
    } catch (error) {
      await github.afterTrouble(error, nth);
    }
  }
}

/** The words, and below them what must not be missing; where that is too much, the words are cut. */
export function compose(words: string, target: Built): string {
  const facts = factsOf(target);
  return joined([cut(words.trim(), LONGEST - facts.length - 2), facts]);
}

/**
 * The notes of a draft that was there, with what was built as it is now; undefined where they say
 * that already. A person may have edited the words, and they stay.
 */
export function renewed(body: string, target: Built): string | undefined {
  const there = partsOf(body);
  return there.facts === factsOf(target) ? undefined : compose(there.words, target);
}

/** The words of notes are a person's to edit, and stay; what stands between the marks is the run's. */
export function partsOf(body: string): { readonly words: string; readonly facts: string } {
  const text = body.replaceAll('\r\n', '\n');
  const from = text.indexOf(FACTS.from);
  const to = text.indexOf(FACTS.to, from);
  if (from < 0 || to < 0) {
    return { words: text, facts: '' };
  }
  const end = to + FACTS.to.length;
  return { words: joined([text.slice(0, from).trim(), text.slice(end).trim()]), facts: text.slice(from, end) };
}

function factsOf({ plan: { notes }, run, set: { record, files } }: Built): string {
  const facts = [
    ...absentOf(record), ...unsignedOf(record), ...notes.commits ? [commitsOf(record, run.serverUrl)] : [], ...verificationOf(record, files),
  ];
  const sums = notes.checksums ? [sumsOf(files)] : [];
  const fits = joined([...facts, ...sums]).length <= LONGEST - ROOM_FOR_WORDS;
  const all = fits ? [...facts, ...sums] : [...facts, 'The SHA-256 sums are too many for these notes; they lie beside the files.'];
  return all.length === 0 ? '' : joined([FACTS.from, ...all, FACTS.to]);
}

function joined(paragraphs: readonly string[]): string {
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

function cut(words: string, room: number): string {
  if (words.length <= room) {
    return words;
  }
  const end = '\n\nThe rest is too long for these notes.';
  const most = words.slice(0, room - end.length - 80);
  const whole = most.slice(0, Math.max(most.lastIndexOf('\n'), 0)) || most.replace(/[\ud800-\udbff]$/, '');
  const { open } = linesOf(whole).at(-1)!;
  return `${whole}${open && `\n${open.slice(0, 78)}`}${end}`;
}

function absentOf({ absent }: ReleaseSet): string[] {
  return absent.map(({ platform, why }) => `**Not in this release: ${markdown(platform)}.** ${markdown(why)}`);
}

/** A paragraph for each way of signing that some platforms do without. */
function unsignedOf({ signatures }: ReleaseSet): string[] {
  const platforms = new Map<string, string[]>();
  for (const { signing, without, platform } of signatures.filter(({ state }) => state === 'absent')) {
    const key = `(${markdown(signing)}).** ${markdown(without)}`;
    platforms.set(key, [...platforms.get(key) ?? [], markdown(platform)]);
  }
  return [...platforms].map(([how, names]) => `**Not signed: ${andList(distinct(names))} ${how}`);
}

function commitsOf({ repositories }: ReleaseSet, serverUrl: string): string {
  return table(['Repository', 'Ref', 'Commit'], repositories.map(({ name, ref, commit }) => [
    markdown(name), markdown(ref), `[${markdown(commit.slice(0, 7))}](${serverUrl}/${encodeURI(name)}/commit/${encodeURIComponent(commit)})`,
  ]));
}

function sumsOf(files: readonly SetFile[]): string {
  return table(['File', 'SHA-256'], files.map(({ name, sha256 }) => [markdown(name), `\`${sha256}\``]));
}

export function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
