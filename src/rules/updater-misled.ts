import { targetPlace } from './places';
import type { ProjectRule } from './rule';
import { updatersOf } from '../model/publish';
import { kindOfUpdater, wantedBy } from '../updaters/kind-of-updater';

export const updaterMisled: ProjectRule = {
  id: 'updater-misled',
  level: 'error',
  about: 'project',
  cause: "The app's own configuration, which is built into it, sends it to another place for updates than where the release lies, has no key or no address, or keeps what updates are made of from being written. "
    + 'JSON, JSON5 and YAML are read; what is a program is not.',
  cure: 'Correct the configuration as the message says. A command with `--config` or `-c` is taken at its word; where another way brings what is missing, switch the rule off.',
  check: ({ model, apps }) => updatersOf(model).flatMap(({ release, updater }) => {
    const kind = kindOfUpdater(updater);
    return kind.configured(updater as never, model).flatMap((place) => apps.filter(({ job }) => job === place.job).flatMap((app) => {
      const configuration = new Map(place.files.filter((file) => app.files.has(file)).map((file) => [file, app.content(file)]));
      return kind.misled(updater as never, configuration, wantedBy(updater, model, undefined), place, model)
        .map(({ what, fix }) => ({ where: targetPlace(release, 'updater'), what, fix }));
    }));
  }),
};
