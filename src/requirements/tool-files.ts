import * as path from 'node:path/posix';
import type { RequirementKind } from './requirement';
import { nameOf, readSource, sourceOf } from './source-files';
import { missing, ok, unknown, type Verdict } from './verdict';
import type { World } from './world';
import { ofJobs } from '../model/jobs';
import type { BuildJobModel, Model, SetupModel } from '../model/model';
import { versionPattern } from '../toolchains/tool-files';
import { toolchains } from '../toolchains/toolchains';

/** Files that say the version of a tool: those of other repositories nobody can read before. */
export const toolFiles: RequirementKind = {
  id: 'tool-files',
  title: 'Versions of tools',
  guard: [],
  of: ({ model }) => model.jobs.flatMap((job) => [...job.setup, ...job.platforms.flatMap(({ setup }) => setup)]
    .filter(({ versionFile }, index, all) => versionFile !== '' && all.findIndex((other) => other.versionFile === versionFile && other.kind === all[index].kind) === index)
    .map((tool) => ({
      subject: `${toolchains[tool.kind].title} from ${tool.versionFile}${ofJobs(model, [job])}`,
      lookUp: (world) => lookUp(world, model, job, tool),
    }))),
};

async function lookUp(world: World, model: Model, job: BuildJobModel, tool: SetupModel): Promise<Verdict> {
  const source = sourceOf(model, job, path.dirname(tool.versionFile).replace(/^\.$/, ''));
  if (!source) {
    return unknown(`'${tool.versionFile}' lies in no repository that the job has`, 'See that a step before the tools makes it, or declare the version.');
  }
  const name = path.basename(tool.versionFile);
  const where = `${name} of ${nameOf(world, source)}`;
  const text = await readSource(world, source, name);
  if (text === undefined) {
    return missing(`${where} does not exist`, 'Push it, or declare the version.');
  }
  return versionPattern(tool)?.test(text) ? ok(`in ${where}`) : missing(`${where} says no version of ${toolchains[tool.kind].title}`, 'Write one there, or declare it.');
}
