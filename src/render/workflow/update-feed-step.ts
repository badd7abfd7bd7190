import { docUrl } from './guard-job';
import { forPlatforms } from './step-lists';
import type { BuildJobModel, Model, StepModel } from '../../model/model';
import { updatersOf } from '../../model/publish';
import type { Scripts } from '../../text/scripts';
import { kindOfUpdater, wantedBy } from '../../updaters/kind-of-updater';
import { updates } from '../../updaters/updater-kind';

/** Where apps that update themselves look for updates is known only when they are built. */
export function updateFeedSteps(model: Model, job: BuildJobModel, scripts: Scripts): StepModel[] {
  return forPlatforms(job.platforms, (platform) => updatersOf(model)
    .filter(({ updater }) => kindOfUpdater(updater).showsFeed && updates(updater, { job, platform }))
    .map(({ updater }) => updateFeedStep(wantedBy(updater, model, undefined).repositories, model, scripts)));
}

function updateFeedStep(repositories: readonly string[], model: Model, scripts: Scripts): StepModel {
  return {
    name: 'Check where the apps look for updates',
    id: 'update-feed',
    env: {
      PLATFORM: '${{ matrix.platform }}',
      ARTIFACTS: '${{ matrix.artifacts }}',
      FEEDS: repositories.map((name) => name || '${{ github.repository }}').join('\n'),
      DOC_URL: docUrl(model),
    },
    run: [scripts.say, scripts.artifacts, scripts.updateFeed].join('\n'),
  };
}
