import { rmdirSync, rmSync } from 'node:fs';
import * as path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { announcement, isEmpty } from './announcement';
import { OUTCOMES, outputOf, type RemoveOutcome } from './output';
import { type Removal, removalOf } from './removal';
import { manifestIn } from '../../adopt/survey/manager';
import { MODEL_FILE, type ModelFile } from '../../model/model-file';
import { fileIn, placeOf, unwritable } from '../../outside/checkout';
import { gitIn } from '../../outside/git';
import { showCommand } from '../../outside/program';
import { replaceFile } from '../../outside/replace-file';
import { Interrupted, type Terminal, terminalHere } from '../../outside/terminal';
import { SIGNS } from '../../text/signs';
import { beginning, distinct } from '../../text/words';
import type { BareCommand, BareContext } from '../command';
import { type CommandLine, parse, type Parsed, UsageError } from '../command-line';
import { EXIT } from '../exit-codes';
import { besideJson, JSON_OPTION, jsonText } from '../json';
import { tellPassages } from '../passages';
import { otherWriter, readModels } from '../read-models';

const LINE = {
  usage: ['[--yes] [--dry-run] [--force] [--run] [--json]'],
  options: {
    'yes': { value: '', about: 'do not ask' },
    'dry-run': { value: '', about: 'say what would be done, and do nothing' },
    'force': { value: '', about: 'remove also what was changed by hand since it was generated' },
    'run': { value: '', about: 'take the packages back, too, by the package manager of the repository' },
    'json': { ...JSON_OPTION, about: `with --yes or --dry-run: ${JSON_OPTION.about}` },
  },
  examples: [['remove --dry-run', 'what is there of tag builds, and would go'], ['remove --yes --run', 'remove all of it, without a question']],
  exits: { ok: 'all is removed, there was nothing, or it was not wanted', found: 'the declaration holds more than tag builds: what goes there is said; or, with --run, the command failed that takes the packages back', interrupted: 'it was interrupted; run it again for what is left' },
  page: 'docs/project.md#taking-it-all-back',
} as const satisfies CommandLine;

const PACKAGE_JSON = 'package.json';

type Options = Parsed<typeof LINE>['options'];

/** Whom the command asks, and by what it runs another one. */
export interface Edges {
  /** Undefined where nobody can be asked. */
  readonly terminal: () => Terminal | undefined;
  readonly run: (command: string, context: BareContext, aside: boolean) => Promise<number | null>;
  /** Files that a merge has left with conflicts. */
  readonly unmerged: (context: BareContext) => Promise<readonly string[]>;
}

const EDGES: Edges = {
  terminal: terminalHere,
  run: showCommand,
  unmerged: async (context) => gitIn(context)('ls-files', '--unmerged', '-z').then(namesIn, () => []),
};

/** Each stands once for each side, behind a tab. */
function namesIn(records: string): string[] {
  return distinct(records.split('\0').filter(Boolean).map((record) => record.slice(record.indexOf('\t') + 1)));
}

export const removeCommand: BareCommand = {
  line: LINE,
  withoutModels: true,
  prepare: (args) => {
    const { options } = parse(LINE, args);
    if (options.json && !options.yes && !options['dry-run']) {
      throw new UsageError('--json asks nothing: it takes --yes or --dry-run beside it');
    }
    return async (context) => remove(options, context, EDGES);
  },
};

/** Looks, says what it will do, asks, and does it. @throws Error before anything is changed */
export async function remove(options: Options, outer: BareContext, edges: Edges): Promise<number> {
  const context = options.json ? besideJson(outer, () => {}) : outer;
  mustBeMerged(await edges.unmerged(context));
  const models = context.read(MODEL_FILE) === undefined ? undefined : readModels(context.read);
  const before = await packageJsonBefore(context);
  const removal = removalOf({ ...context, packageJsonBefore: before }, models);
  tellPassages(announcement(removal, options.run ?? false), context);
  const ended = (outcome: RemoveOutcome) => {
    if (options.json) outer.print(jsonText(outputOf(removal, outcome, options.run ?? false)));
    return OUTCOMES[outcome];
  };
  if (removal.byHand) {
    return ended('by-hand');
  }
  if (options['dry-run'] || isEmpty(removal)) {
    return ended(isEmpty(removal) ? 'nothing' : 'dry-run');
  }
  mustBeAsGenerated(removal, models, options);
  mustBeWritable(removal, context.root);
  const refusal = options.yes ? undefined : await refusalOf(edges.terminal());
  if (refusal !== undefined) {
    context.tell('Nothing was removed.\n');
    return refusal;
  }
  take(removal, context.root);
  return ended(await packagesTaken(removal, options, context, edges, before));
}

/** What git knows: the commit before the first that lists this package, or the last where none does yet. */
async function packageJsonBefore(context: BareContext): Promise<string | undefined> {
  const git = gitIn(context);
  try {
    const commits = (await git('log', '--format=%H', '-S"projen-tag-build"', '--', PACKAGE_JSON)).trim();
    return await git('show', `${commits === '' ? 'HEAD' : `${commits.split('\n').at(-1)!}^`}:./${PACKAGE_JSON}`);
  } catch {
    return undefined;
  }
}

function mustBeMerged(files: readonly string[]): void {
  if (files.length) {
    throw new Error(`a merge is not finished here, and has left conflicts in ${beginning(files.map((file) => `'${file}'`), 3)}. Nothing was removed. Finish it or take it back first.`);
  }
}

function mustBeAsGenerated({ changed }: Removal, models: ModelFile | undefined, { force }: Options): void {
  if (changed.length && !force) {
    const other = models && otherWriter(models);
    throw new Error(`${changed.map((file) => `'${file}'`).join(', ')}: not what was generated. ${other ? `${other}, which may be the reason: "npx projen" makes them anew. ` : ''}`
      + 'Nothing was removed. Keep what you want of it and remove the rest by --force; "npx projen-tag-build check" shows what is different.');
  }
}

function mustBeWritable({ deleted, edited }: Removal, root: string): void {
  const hindered = [
    ...deleted.map((file) => ({ file, hindrance: unwritable(placeOf(root, path.dirname(file)), false) })),
    ...edited.map((edit) => ({ file: edit.path, hindrance: unwritable(placeOf(root, edit.path), false) })),
  ].flatMap(({ file, hindrance }) => hindrance ? [`'${file}' ${hindrance.is}`] : []);
  if (hindered.length) {
    throw new Error(`${hindered.join('\n')}\nNothing was removed.`);
  }
}

/** The exit code where somebody does not want it; undefined where it is wanted. */
async function refusalOf(terminal: Terminal | undefined): Promise<number | undefined> {
  if (!terminal) {
    throw new Error('there is nobody to ask. Nothing was removed. With --yes it is done without a question.');
  }
  try {
    return /^y(?:es)?$/i.test(await terminal.ask('Remove this? [no] ')) ? undefined : EXIT.ok;
  } catch (error) {
    if (error instanceof Interrupted) {
      return EXIT.interrupted;
    }
    throw new Error('\nstandard input ended before the question was answered. Nothing was removed. With --yes it is done without a question.');
  } finally {
    terminal.close();
  }
}

function take({ deleted, edited }: Removal, root: string): void {
  for (const { path: file, text } of edited) {
    text === '' ? rmSync(fileIn(root, file)) : replaceFile(fileIn(root, file), text);
  }
  for (const file of deleted) {
    rmSync(fileIn(root, file));
    removeEmpty(root, path.dirname(file));
  }
}

/** git keeps no directories, so that an empty one was made for what lay in it. */
function removeEmpty(root: string, directory: string): void {
  try {
    if (directory !== '.') {
      rmdirSync(path.join(root, directory));
      removeEmpty(root, path.dirname(directory));
    }
  } catch {
    // something else lies there
  }
}

async function packagesTaken(
  { packages }: Removal,
  { run, json }: Options,
  context: BareContext,
  edges: Edges,
  before?: string,
): Promise<RemoveOutcome> {
  context.tell(`${SIGNS.good} Removed.\n`);
  if (packages === undefined || !run) {
    return 'removed';
  }
  const code = await edges.run(packages, context, Boolean(json));
  if (code !== 0) {
    context.print(`This command failed (${code === null ? 'it was ended' : `exit code ${code}`}). The packages stay; run it again: ${packages}\n`);
    return 'packages-failed';
  }
  restoreOrder(before, context);
  return 'removed';
}

/** Package managers sort what they list, and the first Yarn leaves an empty list behind. */
function restoreOrder(before: string | undefined, { read, root }: BareContext): void {
  const after = read(PACKAGE_JSON);
  if (before !== undefined && after !== before && isDeepStrictEqual(withLists(after), withLists(before))) {
    replaceFile(fileIn(root, PACKAGE_JSON), before);
  }
}

function withLists(packageJson: string | undefined): object {
  return { devDependencies: {}, ...manifestIn(packageJson) };
}
