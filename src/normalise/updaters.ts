import { findRunner } from '../github/runners';
import { resultsOf } from '../model/jobs';
import type { Model, UpdaterModel } from '../model/model';
import { buildDirectory } from '../model/paths';
import type { PublishTarget } from '../publish-target';
import { distinct } from '../text/words';
import type { Updater } from '../updater';
import { kindOfUpdater } from '../updaters/kind-of-updater';
import type { UpdatedLeg, UpdatedPlatform } from '../updaters/updater-kind';

/** The patterns of a platform whose artifacts are results: those declared, and what the updaters want besides. */
export function withUpdaterFiles(targets: readonly PublishTarget[], platform: UpdatedPlatform): string[] {
  const wanted = updatersOf(targets).flatMap(({ _spec }) => kindOfUpdater(_spec).collected(_spec as never, platform));
  return platform.artifacts.length ? distinct([...platform.artifacts, ...wanted]) : [];
}

function updatersOf(targets: readonly PublishTarget[]): Updater[] {
  return targets.flatMap(({ _spec }) => _spec.kind === 'github-release' ? _spec.options?.updater ?? [] : []);
}

export function normaliseUpdater({ _spec }: Updater, model: Pick<Model, 'jobs' | 'repositories'>): UpdaterModel {
  return kindOfUpdater(_spec).model(_spec as never, resultsOf(model).map(({ job, platform }): UpdatedLeg => ({
    job: job.id,
    platform: platform.name,
    system: platform.system,
    architecture: platform.runsOn.map(findRunner).find((runner) => runner !== undefined)?.arch,
    directory: buildDirectory(model, job),
  })));
}
