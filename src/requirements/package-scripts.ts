import type { RequirementKind } from './requirement';
import { nameOf, readJson } from './source-files';
import { missing, ok, unknown, type Verdict } from './verdict';
import type { World } from './world';
import { legName, ofJobs } from '../model/jobs';
import type { BuildJobModel, Model } from '../model/model';
import { sourceOf } from '../model/paths';
import { fields } from '../outside/data';
import { suggestion } from '../text/suggestion';
import { andList, distinct } from '../text/words';

export const packageScripts: RequirementKind = {
  id: 'package-scripts',
  title: 'Package scripts',
  guard: [],
  of: ({ model }) => model.jobs.flatMap((job) => distinct(job.platforms.map(({ script }) => script)).filter(Boolean).map((script) => ({
    subject: `${script}${ofJobs(model, [job])}`,
    lookUp: (world) => lookUp(world, model, job, script),
  }))),
};

async function lookUp(world: World, model: Model, job: BuildJobModel, script: string): Promise<Verdict> {
  const { workingDirectory, platforms } = job;
  const source = sourceOf(model, job, workingDirectory);
  if (!source) {
    return unknown(`the working directory '${workingDirectory}' lies in no repository`, 'See that a step of "prepare" makes a package.json there.');
  }
  const manifest = await readJson(world, source, 'package.json');
  const where = `package.json of ${nameOf(world, source)}`;
  const users = platforms.filter((platform) => platform.script === script).map((platform) => legName(model, { job, platform }));
  if (manifest === undefined) {
    return missing(`${where} does not exist; ${andList(users)} cannot build`, 'Push it, or declare another workingDirectory.');
  }
  const scripts = Object.keys(fields(fields(manifest).scripts));
  return scripts.includes(script) ? ok(`in ${where}`) : missing(`not in ${where}; ${andList(users)} cannot build`, suggestion(script, scripts));
}
