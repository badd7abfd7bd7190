import { patterns } from './files';
import type { Placed, Release } from './leg';
import type { Data } from './workflow-text';

/** A step of which only a run knows more: its inputs and variables are texts with their expressions worked out. */
export interface ReadStep extends Placed {
  readonly action: string;
  readonly with: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
}

/** The tag that both workflows are read for. */
export interface Tag {
  readonly name: string;
  readonly version: string;
  /** `owner/name`, to which it is pushed, where that is known. */
  readonly repository?: string;
}

type Reader = (step: ReadStep, tag: Tag) => Partial<Release> & { readonly token?: string };

const commas = /[,\n]/;

/** Actions that make a release, or put files into one. */
const readers: Readonly<Record<string, Reader>> = {
  'softprops/action-gh-release': ({ with: input, env }) => ({
    files: patterns(input.files ?? ''),
    draft: input.draft === 'true',
    prerelease: input.prerelease === 'true',
    title: input.name,
    notes: notes({ generated: input.generate_release_notes, text: input.body, file: input.body_path }),
    repository: input.repository,
    token: input.token ?? env.GITHUB_TOKEN,
  }),
  'ncipollo/release-action': ({ with: input }) => ({
    files: patterns(input.artifacts ?? input.artifact ?? '', commas),
    draft: input.draft === 'true',
    prerelease: input.prerelease === 'true',
    title: input.name,
    notes: notes({ generated: input.generateReleaseNotes, text: input.body, file: input.bodyFile }),
    repository: input.repo && `${input.owner ?? ''}/${input.repo}`,
    token: input.token,
  }),
  'actions/create-release': ({ with: input, env }) => ({
    draft: input.draft === 'true',
    prerelease: input.prerelease === 'true',
    title: input.release_name,
    notes: notes({ text: input.body, file: input.body_path }),
    token: env.GITHUB_TOKEN,
  }),
  'tauri-apps/tauri-action': ({ with: input, env }) => ({
    draft: input.releaseDraft === 'true',
    prerelease: input.prerelease === 'true',
    title: input.releaseName,
    notes: notes({ generated: input.generateReleaseNotes, text: input.releaseBody }),
    token: env.GITHUB_TOKEN,
  }),
};

/** Actions that put a file into a release that is made elsewhere. */
const additions: Readonly<Record<string, (input: Data) => string>> = {
  'actions/upload-release-asset': ({ asset_path: path }) => path,
  'svenstaro/upload-release-action': ({ file }) => file,
};

export function releaseOf(step: ReadStep, tag: Tag): Release | undefined {
  const read = readers[step.action]?.(step, tag);
  return read && release(step, tag, read);
}

/** Files that a step adds to a release. */
export function addedFiles(step: ReadStep): readonly string[] | undefined {
  const file = additions[step.action]?.(step.with);
  return file === undefined ? undefined : patterns(file);
}

/** Releases that a script makes by `gh`. */
export function scriptRelease(line: string, step: ReadStep, tag: Tag): Release | undefined {
  const command = /^\s*gh release (create|upload)\s+(.*)$/.exec(line);
  if (!command) {
    return undefined;
  }
  const words = [...command[2].matchAll(/"\$\([^)]*\)"|"[^"]*"|'[^']*'|\S+/g)].map(([word]) => word.replace(/^["']|["']$/g, ''));
  const option = (name: string) => words.includes(name) ? words[words.indexOf(name) + 1] ?? '' : undefined;
  const values = ['--title', '--notes', '--notes-file', '--repo', '-R', '-t', '-n', '-F', '--target'].map((name) => words.indexOf(name) + 1).filter(Boolean);
  return release(step, tag, {
    files: words.slice(1).filter((word, index) => !word.startsWith('-') && !values.includes(index + 1)).map((word) => patterns(word)[0]),
    draft: words.includes('--draft'),
    prerelease: words.includes('--prerelease'),
    title: option('--title') ?? option('-t'),
    notes: notes({ generated: String(words.includes('--generate-notes')), text: option('--notes'), file: option('--notes-file') ?? option('-F') }),
    repository: option('--repo')?.replace(/^\$GITHUB_REPOSITORY$/, '') ?? option('-R')?.replace(/^\$GITHUB_REPOSITORY$/, ''),
    token: step.env.GH_TOKEN ?? step.env.GITHUB_TOKEN,
  });
}

/** A release of the generated workflow, which says all of it in one variable. */
export function generatedRelease(step: ReadStep, tag: Tag, isPrerelease: boolean, credential: string): Release {
  const target = JSON.parse(step.env.TARGET);
  return {
    ...step,
    repository: target.repository,
    title: titled(target.title, tag),
    draft: target.draftOnly,
    prerelease: target.prerelease === 'auto' ? isPrerelease : target.prerelease === 'always',
    notes: target.notes.kind === 'file' || target.notes.kind === 'changelog' ? `file ${target.notes.path}` : target.notes.kind,
    credential,
    files: [],
  };
}

function release(step: ReadStep, tag: Tag, read: ReturnType<Reader>): Release {
  return {
    place: step.place,
    names: step.names,
    repository: otherThan(tag, read.repository ?? ''),
    title: titled(read.title ?? '{tag}', tag),
    draft: read.draft ?? false,
    prerelease: read.prerelease ?? false,
    notes: read.notes ?? 'none',
    credential: credentialOf(read.token ?? ''),
    files: read.files ?? [],
  };
}

/** The name of a repository that is not the workflow's own. */
export function otherThan({ repository }: Tag, name: string): string {
  return name.toLowerCase() === repository?.toLowerCase() ? '' : name;
}

/** Whose right it is: a secret's, an app's; empty for the workflow's own. */
export function credentialOf(token: string): string {
  const name = /^⟦(?:secrets|steps)\.(.*)⟧$/.exec(token)?.[1] ?? token;
  return name === 'GITHUB_TOKEN' ? '' : name;
}

function notes({ generated, text, file }: { generated?: string; text?: string; file?: string }): string {
  return file ? `file ${file}` : generated === 'true' ? 'generated' : text ? 'text' : 'none';
}

function titled(title: string, { name, version }: Tag): string {
  return title.replaceAll('{tag}', name).replaceAll('{version}', version).replaceAll('__VERSION__', version).replaceAll('$GITHUB_REF_NAME', name).replaceAll('$TAG', name);
}
