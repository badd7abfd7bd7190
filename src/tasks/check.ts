import { createTwoFilesPatch } from 'diff';
import type { BuildEntry, ModelFile } from '../model/model-file';
import { fromRoot } from '../model/paths';
import { PUBLISH_SCRIPT, publishes } from '../model/publish';
import { loadPublishScript } from '../outside/scripts';
import { buildFiles } from '../render/build-files';
import { renderPublishScript } from '../render/publish-script';
import { withSections } from '../render/readme-file';
import { isAsGenerated } from '../text/line-endings';
import type { Scripts } from '../text/scripts';

/** The text of a file, by its path from the repository's root; undefined where there is none. */
export type ReadFile = (path: string) => string | undefined;

/** A generated file as it should be, or what keeps it from being generated. */
export type Expected = { readonly path: string } & ({ readonly text: string } | { readonly problem: string });

/** A generated file that is not what it should be. */
export interface Difference {
  /** From the repository's root. */
  readonly path: string;
  /** From what is on disk to what should be, as a unified diff; '' where that cannot be told. */
  readonly diff: string;
  /** Why it cannot, a sentence; '' where it can. */
  readonly problem: string;
}

/** Compares what the committed models render with what is on disk. */
export function check(modelFile: ModelFile, scripts: Scripts, read: ReadFile): Difference[] {
  return outOfSync(modelFile, scripts, read).map((expected) => {
    const { path } = expected;
    if ('problem' in expected) {
      return { path, diff: '', problem: expected.problem };
    }
    const onDisk = read(path);
    const diff = createTwoFilesPatch(path, path, onDisk ?? '', expected.text, onDisk === undefined ? 'missing' : 'on disk', 'as the model says', { stripTrailingCr: true });
    return { path, diff, problem: '' };
  });
}

/** The files that differ, as they should be. */
export function outOfSync({ builds }: ModelFile, scripts: Scripts, read: ReadFile): Expected[] {
  return [...builds.flatMap((entry) => buildFiles(entry, scripts)), ...publishScript(builds), ...readmes(builds, read)]
    .filter((expected) => 'problem' in expected || !isAsGenerated(read(expected.path), expected.text));
}

/** One for all builds that publish. */
function publishScript(builds: readonly BuildEntry[]): Expected[] {
  const publishing = builds.find(({ model }) => publishes(model));
  return publishing ? [{ path: PUBLISH_SCRIPT, text: renderPublishScript(publishing.model.marker, loadPublishScript()) }] : [];
}

/** A README is compared as a whole: with the sections put in, it must be what it was. */
function readmes(builds: readonly BuildEntry[], read: ReadFile): Expected[] {
  const paths = new Set(builds.map(({ model }) => fromRoot(model, model.readme.path)));
  return [...paths].map((path) => {
    const models = builds.map(({ model }) => model).filter((model) => fromRoot(model, model.readme.path) === path);
    return { path, ...withSections(read(path), models) };
  });
}
