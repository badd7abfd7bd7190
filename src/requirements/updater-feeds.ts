import type { RequirementKind } from './requirement';
import { nameOf, readSource } from './source-files';
import { missing, ok, unknown, type Verdict } from './verdict';
import type { World } from './world';
import { ofJobs } from '../model/jobs';
import type { Model, UpdaterModel } from '../model/model';
import { type SourceDirectory, sourceOf } from '../model/paths';
import { updatersOf } from '../model/publish';
import { readConfiguration } from '../outside/configuration';
import { type Configuration, type ConfigurationPlace, wantedNames } from '../updaters/app-configuration';
import { kindOfUpdater, wantedBy } from '../updaters/kind-of-updater';

/** What is built into an app before anybody can look at a release. */
export const updaterFeeds: RequirementKind = {
  id: 'updater-feeds',
  title: 'Where apps look for updates',
  guard: [],
  of: ({ model }) => updatersOf(model).flatMap(({ updater }) => kindOfUpdater(updater).configured(updater as never, model).map((place) => ({
    subject: `${updater.kind}${ofJobs(model, [place.job])}`,
    lookUp: (world) => lookUp(world, model, updater, place),
  }))),
};

async function lookUp(world: World, model: Model, updater: UpdaterModel, place: ConfigurationPlace): Promise<Verdict> {
  const source = sourceOf(model, place.job, place.job.workingDirectory);
  if (!source) {
    return unknown(`the working directory '${place.job.workingDirectory}' lies in no repository`, 'See that the app looks for updates where the release lies.');
  }
  const configuration = await read(world, source, place);
  const wanted = wantedBy(updater, model, world.repository);
  const misled = kindOfUpdater(updater).misled(updater as never, configuration, wanted, place, model);
  if (misled.length) {
    return missing(misled.map(({ what }) => what).join('; '), misled.map(({ fix }) => fix).join(' '));
  }
  return [...configuration.values()].some((content) => content !== undefined)
    ? ok(`nothing in ${nameOf(world, source)} leads away from ${wantedNames(wanted)}`)
    : unknown(`no configuration of the app that can be read lies in ${nameOf(world, source)}`, `See that the app looks for updates in ${wantedNames(wanted)}.`);
}

async function read(world: World, source: SourceDirectory, { files }: ConfigurationPlace): Promise<Configuration> {
  const texts = await Promise.all(files.map((file) => readSource(world, source, file)));
  return new Map(files.flatMap((file, index): [string, unknown][] => {
    const content = texts[index];
    return content === undefined ? [] : [[file, readConfiguration(file, content)]];
  }));
}
