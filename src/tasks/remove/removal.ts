import { holdsBuildsOnly, linesOfBuilds, linesOfPackage } from './declaration';
import { packagesCommand } from './packages';
import { PROJENRCS } from '../../adopt/projenrc';
import { MODEL_FILE, type ModelFile } from '../../model/model-file';
import { type Output, outputs } from '../../model/outputs';
import { type Fields, fields, texts } from '../../outside/data';
import { withoutMarkedLines } from '../../text/marked-lines';
import { brokenMarkers } from '../../text/marker-problem';
import { spliceSection, staleSections, withoutSection } from '../../text/markers';
import { isGenerated } from '../../text/projen-marker';
import { quoted } from '../../text/tokens';
import { andList, distinct } from '../../text/words';
import { outOfSync } from '../check';
import type { BareContext } from '../command';

/** What is here of tag builds, and what becomes of it. All paths are from the root. */
export interface Removal {
  /** The declaration that holds more than tag builds, and its lines that go; undefined where it goes as a whole, or is not there. */
  readonly byHand: { readonly projenrc: string; readonly lines: readonly string[] } | undefined;
  /** Lines of a declaration that stays, in which the package is one of those that its project installs. */
  readonly naming: readonly string[];
  /** In an order that can be begun again wherever it ends: what says which files there are goes last. */
  readonly deleted: readonly string[];
  /** That of `deleted` which is the declaration. */
  readonly projenrc: string | undefined;
  readonly edited: readonly Edit[];
  /** What was generated, and is the user's own by now. */
  readonly kept: readonly string[];
  /** What goes and is not what was generated. */
  readonly changed: readonly string[];
  /** What takes the packages back; undefined where none are listed. */
  readonly packages: string | undefined;
}

/** A file that is the user's, without what was put into it; it goes where nothing else is in it. */
export interface Edit {
  readonly path: string;
  readonly text: string;
  readonly what: string;
}

interface Here extends Pick<BareContext, 'read' | 'list' | 'scripts'> {
  /** The package.json before this package was listed there; undefined where git does not know it. */
  readonly packageJsonBefore: string | undefined;
}

/** projen's own, from what it needs last to what it needs first. */
const LISTS = ['.projen/deps.json', '.projen/tasks.json', '.projen/files.json'];

/**
 * @param models undefined where there are none any more, or none yet
 * @throws where it cannot be told what was made
 */
export function removalOf(here: Here, models: ModelFile | undefined): Removal {
  const { read, list } = here;
  const projenrc = PROJENRCS.find((name) => list('').includes(name));
  const code = (projenrc !== undefined && read(projenrc)) || '';
  const made = filesOf(models, (output) => !isReadme(output));
  const isOurs = holdsBuildsOnly(code);
  const isAlone = isNothingElseMade(here, made);
  if (isOurs && !isAlone && !models) {
    throw new Error(`${MODEL_FILE} is missing, which says what was made here. Nothing was removed. "npx projen" writes it anew.`);
  }
  if (!isAlone || projenrc !== undefined && !isOurs) {
    return { ...nothing, naming: linesOfPackage(code), ...byHandOrLeft(here, projenrc, linesOfBuilds(code), models) };
  }
  const generated = [...made, ...LISTS, MODEL_FILE].filter((file) => read(file) !== undefined);
  const kept = generated.filter((file) => !isGenerated(read(file)));
  const goes = (files: readonly string[]) => files.filter((file) => generated.includes(file) && !kept.includes(file));
  const deleted = [...goes(made), ...projenrc === undefined ? [] : [projenrc], ...goes([...LISTS, MODEL_FILE])];
  const edited = editedIn(here, models);
  return {
    ...nothing,
    deleted,
    projenrc,
    edited,
    kept,
    changed: models ? changedIn(here, models, deleted, edited) : [],
    packages: packagesCommand(here, here.packageJsonBefore),
  };
}

const nothing: Removal = { byHand: undefined, naming: [], deleted: [], projenrc: undefined, edited: [], kept: [], changed: [], packages: undefined };

/** In a project of another kind: first the declaration goes, by hand; projen then leaves sections and packages. */
function byHandOrLeft(here: Here, projenrc: string | undefined, lines: readonly string[], models: ModelFile | undefined): Partial<Removal> {
  if (lines.length || models?.builds.length) {
    return { byHand: { projenrc: projenrc ?? 'the projenrc file', lines } };
  }
  return { edited: editedIn(here, models), packages: isGenerated(here.read('package.json')) ? undefined : packagesCommand(here, here.packageJsonBefore) };
}

/** Whether projen's own lists name nothing but what a build has made, and the tasks that make it. */
function isNothingElseMade({ read }: Here, made: readonly string[]): boolean {
  const [, tasks, files] = LISTS.map((file) => listIn(file, read(file)));
  return texts(files.files).every((file) => [...made, MODEL_FILE, ...LISTS].includes(file) || read(file) === undefined)
    && Object.keys(fields(tasks.tasks)).every((task) => /^(?:default|eject|tag-build:.*)$/.test(task));
}

function listIn(file: string, content: string | undefined): Fields {
  try {
    return fields(JSON.parse(content ?? '{}'));
  } catch (error) {
    throw new Error(`${file} cannot be read: ${(error as Error).message}\nNothing was removed. "npx projen" writes it anew.`);
  }
}

function filesOf(models: ModelFile | undefined, which: (output: Output) => boolean): string[] {
  return distinct((models?.builds ?? []).flatMap(({ model }) => outputs(model)).filter(which).map(({ path }) => path));
}

function isReadme({ option }: Output): boolean {
  return option === 'readme.path';
}

function editedIn(here: Here, models: ModelFile | undefined): Edit[] {
  return [...readmesOf(here, models), ...['.gitignore', '.gitattributes'].flatMap((file) => blockOf(here, file))];
}

function readmesOf({ read, list }: Here, models: ModelFile | undefined): Edit[] {
  const readmes = list('').filter((name) => /^readme\.(?:md|markdown)$/i.test(name));
  return distinct([...filesOf(models, isReadme), ...readmes]).flatMap((path) => {
    const text = read(path) ?? '';
    const ids = staleSections(text, []);
    const after = ids.reduce((rest, id) => withoutWhole(path, rest, id), text);
    return after === text ? [] : [{ path, text: after, what: sectionsOf(ids) }];
  });
}

function sectionsOf(ids: readonly string[]): string {
  const [sections, their] = ids.length === 1 ? ['section', 'its two'] : ['sections', 'their'];
  return `the ${sections} of ${andList(ids.map(quoted))}, between ${their} comments`;
}

/** @throws where it cannot be told where the section begins or ends */
function withoutWhole(path: string, text: string, id: string): string {
  const result = spliceSection(text, id, '');
  if ('problem' in result) {
    const { where, what } = brokenMarkers(path, result);
    throw new Error(`${where}: ${what}. Nothing was removed. Mend the pair by hand, or delete both comments with what lies between them.`);
  }
  return withoutSection(text, id);
}

function blockOf({ read }: Here, path: string): Edit[] {
  const before = read(path) ?? '';
  const text = withoutMarkedLines(before);
  return text === before ? [] : [{ path, text, what: 'the block between the comments "tag-build begin" and "tag-build end"' }];
}

/** What is gone already was not changed, and what stays may be. Of a section that no build has, nobody knows whether it was. */
function changedIn({ read, scripts }: Here, models: ModelFile, deleted: readonly string[], edited: readonly Edit[]): string[] {
  const ids = models.builds.map(({ model }) => model.id);
  const differing = outOfSync(models, scripts, read).map(({ path }) => path);
  const isTouched = (file: string) => [...deleted, ...edited.map(({ path }) => path)].includes(file) && read(file) !== undefined;
  return distinct([...differing.filter(isTouched), ...edited.map(({ path }) => path).filter((file) => staleSections(read(file)!, ids).length)]);
}
