import * as path from 'node:path/posix';
import type { RequirementKind } from './requirement';
import { nameOf, namesInSource, readSource } from './source-files';
import { missing, ok, unknown, type Verdict } from './verdict';
import type { World } from './world';
import { see } from '../apps/app-check';
import { APP_CHECKS } from '../apps/app-check-list';
import { appChecksOf, filesOfChecks, furtherFilesOf } from '../apps/app-checks';
import { legName, ofJobs } from '../model/jobs';
import type { BuildJobModel, Model } from '../model/model';
import { type SourceDirectory, sourceOf } from '../model/paths';
import { distinct } from '../text/words';

/** Of an app in another repository: what rules look at where it lies here. */
export const appConfigurations: RequirementKind = {
  id: 'app-configurations',
  title: "The app's own files",
  guard: [],
  of: ({ model }) => model.jobs.flatMap((job) => {
    const source = sourceOf(model, job, job.workingDirectory);
    return !source || source.repository.self ? [] : [{
      subject: `${source.repository.name}${ofJobs(model, [job])}`,
      lookUp: (world) => lookUp(world, model, job, source),
    }];
  }),
};

async function lookUp(world: World, model: Model, job: BuildJobModel, source: SourceDirectory): Promise<Verdict> {
  const first = await read(world, source, filesOfChecks(model, job));
  const more = furtherFilesOf(see(model, job, first));
  const seen = see(model, job, new Map([...first, ...more.length ? await read(world, source, more) : []]));
  const found = appChecksOf(model).flatMap((check) => check.check(seen).map(({ at, what, fix }) =>
    ({ level: APP_CHECKS[check.id], what: `${typeof at === 'string' ? at : legName(model, { job, platform: at })}: ${what} (${check.id})`, fix })));
  if (found.length) {
    const verdict = found.some(({ level }) => level === 'error') ? missing : unknown;
    return verdict(found.map(({ what }) => what).join('; '), distinct(found.map(({ fix }) => fix)).join(' '));
  }
  return ok(seen.files.size ? `nothing in ${nameOf(world, source)} speaks against the build` : `none that is looked at lies in ${nameOf(world, source)}`);
}

/** Only what the directories list is asked for: an app has few of the files that there may be. */
async function read(world: World, source: SourceDirectory, files: readonly string[]): Promise<Map<string, string>> {
  const listed = new Map<string, Promise<readonly string[]>>();
  const isThere = async (file: string): Promise<boolean> => {
    const directory = path.dirname(file);
    if (file.startsWith('..') || directory !== '.' && !await isThere(directory)) {
      return false;
    }
    const names = listed.get(directory) ?? namesInSource(world, { ...source, path: directory === '.' ? '' : directory });
    listed.set(directory, names);
    return (await names).includes(path.basename(file));
  };
  const texts = await Promise.all(files.map(async (file): Promise<[string, string][]> => {
    const text = await isThere(path.join(source.path, file)) ? await readSource(world, source, file) : undefined;
    return text === undefined ? [] : [[file, text]];
  }));
  return new Map(texts.flat());
}
