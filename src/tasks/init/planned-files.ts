import type { Project } from 'projen';
import type { Draft } from '../../adopt/code';
import type { Synthesized } from '../../adopt/compare/compare';
import { madeOf } from '../../adopt/compare/made';
import { addJobs, evaluate, type EvaluatedJob } from '../../adopt/evaluate';
import type { TagBuild } from '../../index';
import type { Model } from '../../model/model';
import { type Output, outputs } from '../../model/outputs';

/** A file that a synthesis writes, from the repository's root. */
export interface PlannedFile {
  readonly path: string;
  /** What asks for it; undefined where projen and the commands do. */
  readonly option: Output['option'] | undefined;
}

interface Declared {
  readonly project: Project;
  readonly build: TagBuild;
  readonly added: readonly EvaluatedJob[];
}

/**
 * Every file that the synthesis of a draft will write.
 *
 * @param isNew whether the project is one that `init` makes; otherwise its own files are another's
 * @throws Error that says what is wrong with the draft itself
 */
export function plannedFiles(draft: Draft, name: string, root: string, isNew: boolean): PlannedFile[] {
  const { project, build } = declared(draft, name, root, isNew);
  const written = outputs(build._model as Model);
  const others = project.files.map(({ path }) => path).filter((path) => isNew && !written.some((one) => one.path === path));
  return [...written, ...others.sort().map((path) => ({ path, option: undefined }))];
}

/**
 * Everything that the synthesis of a new project looks at before it writes.
 *
 * @throws Error that says why it would not
 */
export function mustSynthesize(draft: Draft, name: string, root: string): void {
  declared(draft, name, root, true).build._mustSynthesize();
}

/** The workflows that come out. */
export function madeBy(draft: Draft, name: string, root: string, isNew: boolean): Synthesized {
  const { build, added } = declared(draft, name, root, isNew);
  return madeOf(build._model as Model, added);
}

function declared(draft: Draft, name: string, root: string, isNew: boolean): Declared {
  const { library, projen } = loadLibrary();
  // what it warns of, the synthesis says
  const options = { name, outdir: root, logging: { level: projen.LogLevel.OFF } };
  const project = isNew ? new library.TagBuildProject(options) : new projen.Project(options);
  const evaluated = evaluate(draft, { ...library, github: projen.github });
  const build = new library.TagBuild(project, evaluated.id, evaluated.options);
  addJobs(build, evaluated);
  return { project, build, added: evaluated.jobs };
}

/* eslint-disable @typescript-eslint/no-require-imports -- no other command pays for it, and the bundle of the library is a file of its own */
function loadLibrary() {
  try {
    return { projen: require('projen') as typeof import('projen'), library: require('../../index') as typeof import('../../index') };
  } catch (error) {
    throw new Error(`projen and constructs must lie beside this package, where npx and most package managers put them: ${(error as Error).message}`);
  }
}
