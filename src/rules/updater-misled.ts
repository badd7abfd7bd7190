import * as path from 'node:path/posix';
import { targetPlace } from './places';
import type { ProjectRule } from './rule';
import { buildDirectory } from '../model/paths';
import { updatersOf } from '../model/publish';
import { kindOfUpdater, wantedBy } from '../updaters/updater-kinds';

export const updaterMisled: ProjectRule = {
  id: 'updater-misled',
  level: 'error',
  about: 'project',
  cause: "The app's own configuration, which is built into it, sends it to another place for updates than where the release lies, has no key or no address, or keeps what updates are made of from being written. "
    + 'JSON is read, in package.json, electron-builder.json and the configuration of Tauri; YAML is looked at by `doctor`.',
  cure: 'Correct the configuration as the message says. A command with `--config` or `-c` is taken at its word; where another way brings what is missing, switch the rule off.',
  check: ({ model, appFiles }) => updatersOf(model).flatMap(({ release, updater }) => {
    const kind = kindOfUpdater(updater);
    return kind.configured(updater as never, model).flatMap((place) => {
      const directory = buildDirectory(model, place.job);
      if (directory === undefined) {
        return [];
      }
      const configuration = new Map(place.files.flatMap((file): [string, unknown][] => {
        const location = path.join(directory, file);
        return appFiles.has(location) ? [[file, appFiles.get(location)]] : [];
      }));
      return kind.misled(updater as never, configuration, wantedBy(updater, model, undefined), place, model)
        .map(({ what, fix }) => ({ where: targetPlace(release, 'updater'), what, fix }));
    });
  }),
};
