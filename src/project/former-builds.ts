import { rmSync } from 'node:fs';
import * as path from 'node:path';
import { Project } from 'projen';
import { writerOf } from './writers';
import type { Model } from '../model/model';
import { type BuildEntry, MODEL_FILE, MODEL_VERSION, type ModelFile } from '../model/model-file';
import { outputs } from '../model/outputs';
import { fromRoot } from '../model/paths';
import { PUBLISH_SCRIPT } from '../model/publish';
import { fileIn, placeOf, unwritable } from '../outside/checkout';
import { fields, texts } from '../outside/data';
import { readIfThere, readUtf8 } from '../outside/files';
import { packageVersion } from '../outside/package-version';
import { replaceFile } from '../outside/replace-file';
import { loadPublishScript, loadScripts } from '../outside/scripts';
import { buildFiles } from '../render/build-files';
import { renderPublishScript } from '../render/publish-script';
import { withSections } from '../render/readme-file';
import { isAsGenerated } from '../text/line-endings';
import { renameSection, withoutSection } from '../text/markers';
import { distinct } from '../text/words';

/** What the last synthesis has made of builds that are declared no longer; paths are from the repository's root. */
export interface FormerBuilds {
  /** Generated files, as they were generated. */
  readonly files: readonly string[];
  /** Files that were generated and are the user's own by now. */
  readonly kept: readonly string[];
  readonly sections: readonly FormerSection[];
}

interface FormerSection {
  readonly readme: string;
  readonly id: string;
  /** The build that has come in its place, if it is one for one. */
  readonly successor: string | undefined;
}

/** Reads what the file of the models says, which may be anything: of what it is wrong about, nothing is removed. */
export function formerBuilds(root: Project, models: readonly Model[]): FormerBuilds {
  const { builds, isOurs } = lastSynthesis(root);
  const [before, now] = [builds.map(({ model }) => model), models].map((all) => distinct(all.flatMap(filesOf)));
  const left = before.filter((file) => !now.includes(file) && writerOf(root, file) === undefined);
  // they are made anew only where something is left to compare
  const generated = new Map(isOurs && left.length ? builds.flatMap((entry) => attempt(() => textsOf(entry))) : []);
  const there = left.flatMap((file) => attempt(() => {
    const text = readIfThere(fileIn(root.outdir, file));
    return text === undefined ? [] : [{ file, isKept: !isGenerated(root, text) || !isAsGenerated(text, generated.get(file) ?? text) }];
  }));
  return {
    files: there.flatMap(({ file, isKept }) => isKept ? [] : [file]),
    kept: there.flatMap(({ file, isKept }) => isKept ? [file] : []),
    sections: builds.flatMap(({ model }) => sectionsOf(model, builds, models).filter(({ readme }) => attempt(() => {
      const text = readUtf8(fileIn(root.outdir, readme));
      return [text !== undefined && (!isOurs || hasSection(text, model))];
    }).includes(true))),
  };
}

/** The README without the sections of former builds. */
export function withoutFormer(text: string, readme: string, { sections }: FormerBuilds): string {
  return sections.filter((section) => section.readme === readme).reduce((rest, { id, successor }) =>
    withoutSection(successor === undefined ? rest : renameSection(rest, id, successor), id), text);
}

/** Removes what is left of them, before projen removes what its own list says. @throws before anything is changed */
export function retire(root: Project, former: FormerBuilds): void {
  const readmes = distinct(former.sections.map((section) => section.readme)).map((readme) => changeOf(root, readme, former));
  disown(root, former.kept);
  for (const file of former.kept) {
    root.logger.warn(`'${file}' was changed since it was generated, and stays, though no build makes it any more. It is yours now.`);
  }
  former.files.forEach((file) => rmSync(fileIn(root.outdir, file)));
  readmes.forEach(({ file, text }) => text === '' ? rmSync(file) : replaceFile(file, text));
}

function changeOf({ outdir }: Project, readme: string, former: FormerBuilds): { readonly file: string; readonly text: string } {
  const file = fileIn(outdir, readme);
  const hindrance = unwritable(placeOf(outdir, readme), false);
  if (hindrance) {
    throw new Error(`'${readme}' has the section of a build that is no longer declared, and ${hindrance.is}. Make it writable, so that the section can go.`);
  }
  return { file, text: withoutFormer(readUtf8(file)!, readme, former) };
}

/** What cannot be read has left nothing behind that we know of. */
function attempt<T>(look: () => T[]): T[] {
  try {
    return look();
  } catch {
    return [];
  }
}

function lastSynthesis({ outdir }: Project): { readonly builds: readonly BuildEntry[]; readonly isOurs: boolean } {
  const [file] = attempt(() => [fields(JSON.parse(readIfThere(fileIn(outdir, MODEL_FILE)) ?? '{}'))]) as Partial<ModelFile>[];
  const builds = Array.isArray(file?.builds) ? (file.builds as BuildEntry[]).filter((entry) => attempt(() => outputs(entry.model)).length) : [];
  // what another version has made of a model, this one does not know
  return { builds, isOurs: file?.version === MODEL_VERSION && file.writtenBy === packageVersion() };
}

function filesOf(model: Model): string[] {
  return outputs(model).filter(({ option }) => option !== 'readme.path').map((output) => output.path);
}

function textsOf(entry: BuildEntry): [file: string, text: string][] {
  return [
    ...buildFiles(entry, loadScripts()).map((file): [string, string] => [file.path, file.text]),
    [PUBLISH_SCRIPT, renderPublishScript(entry.model.marker, loadPublishScript())],
  ];
}

function isGenerated({ gitattributes }: Project, text: string): boolean {
  // the rest of the line names the projenrc file, which may have been another one; one that is ejected has no marker
  const generated = gitattributes.marker?.split('.')[0];
  return generated !== undefined && text.includes(generated);
}

function sectionsOf({ id, ...model }: Model, before: readonly BuildEntry[], models: readonly Model[]): FormerSection[] {
  const readme = readmeOf(model);
  const idsBefore = before.map((entry) => entry.model).filter((one) => readmeOf(one) === readme).map((one) => one.id);
  const ids = models.filter((one) => readmeOf(one) === readme).map((one) => one.id);
  const [added, gone] = [ids.filter((one) => !idsBefore.includes(one)), idsBefore.filter((one) => !ids.includes(one))];
  return ids.includes(id) ? [] : [{ readme, id, successor: added.length === 1 && gone.length === 1 ? added[0] : undefined }];
}

function readmeOf(model: Pick<Model, 'directory' | 'readme'>): string {
  return fromRoot(model, model.readme.path);
}

function hasSection(text: string, model: Model): boolean {
  const result = withSections(text, [model]);
  return 'text' in result && result.text === text;
}

/** Takes files from projen's lists of those that it has generated, by which it would remove them. */
function disown(root: Project, files: readonly string[]): void {
  const kept = files.map((file) => path.resolve(root.outdir, file));
  for (const { outdir } of kept.length ? root.node.findAll().filter(Project.isProject) : []) {
    const manifest = path.join(outdir, '.projen', 'files.json');
    const { files: listed, ...rest } = attempt(() => [fields(JSON.parse(readIfThere(manifest) ?? '{}'))])[0] ?? {};
    const left = texts(listed).filter((file) => !kept.includes(path.resolve(outdir, file)));
    if (left.length < texts(listed).length) {
      replaceFile(manifest, `${JSON.stringify({ files: left, ...rest }, undefined, 2)}\n`);
    }
  }
}
