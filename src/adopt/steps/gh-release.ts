import { type Release, releaseMeaning } from './release-target';
import { short } from './report-lines';
import { type Chunk, type Command, chunksOf, dialectOf } from './script';
import { isWorkflowToken } from './used-action';
import type { StepReader } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

/** Options that a value follows, by what they say. */
const VALUES: Readonly<Record<string, keyof Release | 'target' | 'notesStart'>> = {
  '--title': 'title',
  '-t': 'title',
  '--notes': 'body',
  '-n': 'body',
  '--notes-file': 'bodyFile',
  '-F': 'bodyFile',
  '--repo': 'repository',
  '-R': 'repository',
  '--discussion-category': 'discussion',
  '--target': 'target',
  '--notes-start-tag': 'notesStart',
  '--tag': 'tag',
};
const FLAGS: Readonly<Record<string, keyof Release>> = {
  '--draft': 'draft', '-d': 'draft', '--prerelease': 'prerelease', '-p': 'prerelease', '--latest': 'latest', '--generate-notes': 'generated',
};
/** What a run of ours does or needs not. */
const NEEDLESS = ['--clobber', '--verify-tag', '--fail-on-no-commits'];
/** What may stand around the commands of a release without meaning more. */
const AROUND = /^(?:|echo\b.*|true|:|set -\w+|(?:cd|pushd) .*|ls\b.*|popd|gh release (?:view|delete) .*|gh auth .*|\[{1,2} .* \]{1,2})$/;
const TOKENS = ['GH_TOKEN', 'GITHUB_TOKEN', 'GH_REPO'];
const KEYWORDS = /^(?:(?:if|elif|then|else|do|done|fi|!|\{|\})(?:\s+|$))+/;

/** `gh release create`, `upload` and `edit`, also where a script asks first whether the release is there. */
export const ghRelease: StepReader = {
  read: (step, leg) => {
    if (!/\bgh release (?:create|upload|edit)\b/.test(step.run ?? '')) {
      return undefined;
    }
    const chunks = chunksOf(step.run!, dialectOf(step, leg));
    const own = chunks.filter((chunk) => commandsIn(chunk)?.some(isRelease));
    const releases = own.flatMap((chunk) => commandsIn(chunk)!.filter(isRelease).map((command) => saidBy(command, directoryBefore(chunks, chunk))));
    if (!releases.length || releases.includes(undefined)) {
      return undefined;
    }
    const others = chunks.filter((chunk) => !own.includes(chunk));
    const rest = others.some((chunk) => !isAround(chunk)) ? { ...step, env: withoutTokens(step.env), run: others.map(({ text }) => text).join('\n').trim() } : undefined;
    const what = short(own[0].text);
    const isPart = releases.every((release) => release!.isEdit) || undefined;
    const said = { ...together(releases as Release[], step), isPart, what, others: ignored(releases as Release[], step, rest !== undefined) };
    return releaseMeaning(step, leg, said, rest);
  },
};

function withoutTokens(env: StepSource['env']): StepSource['env'] {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !TOKENS.includes(name)));
}

/** The commands of a chunk, also those in its blocks; undefined where anything in it is none of a release. */
function commandsIn({ text, pipelines: plainly }: Chunk): Command[] | undefined {
  if (plainly) {
    const commands = plainly.filter((pipeline) => !AROUND.test(pipeline.text)).flatMap((pipeline) => pipeline.commands);
    return commands.every(isRelease) ? commands : undefined;
  }
  const [, variable, items] = /\bfor (\w+) in ([^;\n]+)(?:;|\n)/.exec(text) ?? [];
  const plain = text.replaceAll(/\\\n\s*/g, ' ').replace(/\bfor \w+ in [^;\n]+/, '').replaceAll(/(?:>|2>|&>)+ ?(?:&1|\/dev\/null)/g, ' ');
  const parts = (plain.match(/(?:"[^"]*"|'[^']*'|[^"'\n;&|]|(?<!&)&(?!&)|(?<!\|)\|(?!\|))+/g) ?? []).map((part) => part.trim().replace(KEYWORDS, '').trim()).filter((part) => !part.startsWith('#'));
  const others = parts.filter((part) => !AROUND.test(part));
  const commands = others.flatMap((part) => chunksOf(variable ? part.replaceAll(new RegExp(`"?\\$\\{?${variable}\\}?"?`, 'g'), () => items.trim()) : part, 'posix'))
    .flatMap(({ pipelines = [] }) => pipelines.flatMap((pipeline) => pipeline.commands));
  return commands.length === others.length && commands.every(isRelease) ? commands : undefined;
}

function isRelease({ words }: Command): boolean {
  return words[0] === 'gh' && words[1] === 'release' && ['create', 'upload', 'edit'].includes(words[2]);
}

function isAround(chunk: Chunk): boolean {
  return chunk.text.trim().split('\n').every((line) => AROUND.test(line.trim()) || line.trim().startsWith('#'));
}

/** Where `cd` has led by then; undefined where that is not known. */
function directoryBefore(chunks: readonly Chunk[], chunk: Chunk): string {
  const before = chunks.slice(0, chunks.indexOf(chunk) + 1).flatMap(({ pipelines = [] }) => pipelines.flatMap(({ commands }) => commands));
  return before.filter(({ words }) => words[0] === 'cd').map(({ words }) => words[1] ?? '').join('/');
}

type Said = Release & { readonly target?: string; readonly notesStart?: string };

function saidBy({ words }: Command, directory: string): Said | undefined {
  const said: Record<string, string> = {};
  const [, , command, ...args] = words;
  const positional: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const [, name, value] = /^(--?[\w-]+)(?:=([\s\S]*))?$/.exec(args[at]) ?? [];
    if (name === undefined) {
      positional.push(args[at]);
    } else if (Object.hasOwn(FLAGS, name)) {
      said[FLAGS[name]] = value ?? 'true';
    } else if (Object.hasOwn(VALUES, name)) {
      said[VALUES[name]] = value ?? args[++at] ?? '';
    } else if (!NEEDLESS.includes(name) && name !== '--notes-from-tag') {
      return undefined;
    }
  }
  const [tag, ...files] = positional;
  return { ...said, tag: said.tag ?? tag, files: files.flatMap((file) => expanded(file.split('#')[0])).map((file) => inside(directory, file)), ...command === 'edit' && { isEdit: true } };
}

/** `{a,b}` is two words to a shell, and no pattern of ours. */
function expanded(word: string): string[] {
  const [all, choices] = /(?<!\$)\{([^{},]*(?:,[^{},]*)+)\}/.exec(word) ?? [];
  return all === undefined ? [word] : choices.split(',').flatMap((choice) => expanded(word.replace(all, () => choice)));
}

function inside(directory: string, file: string): string {
  return directory === '' || /^(?:[/~$]|[A-Za-z]:)/.test(file) ? file : `${directory}/${file}`;
}

/** What all commands of a step say of the one release. */
function together(releases: readonly Release[], step: StepSource): Release {
  const token = step.env.GH_TOKEN ?? step.env.GITHUB_TOKEN ?? step.env.GITHUB_PAT;
  const files = releases.flatMap((release) => release.files).map((file) => step.workingDirectory ? inside(step.workingDirectory, file) : file);
  const repository = releases.map((release) => release.repository).find(Boolean) ?? step.env.GH_REPO;
  return { ...Object.assign({}, ...releases) as Release, repository, token, files, inShell: true };
}

function ignored(releases: readonly Said[], { env }: StepSource, isKept: boolean): readonly (readonly [string, string])[] {
  const isRead = (name: string, value: string) => TOKENS.includes(name) || isWorkflowToken(value) || /github\.(?:ref|ref_name)\b/.test(value);
  const variables = isKept ? [] : Object.entries(env).filter(([name, value]) => !isRead(name, value));
  return [
    ...releases.flatMap(({ target }) => target ? [[`--target ${target}`, 'the tag is there already'] as const] : []),
    ...releases.flatMap(({ notesStart }) => notesStart ? [[`--notes-start-tag ${notesStart}`, 'GitHub chooses the release before; see ReleaseNotes.generated'] as const] : []),
    ...variables.map(([name]) => [`env: ${name}`, 'nothing reads it any more'] as const),
  ];
}
