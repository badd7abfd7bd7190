import type { Project } from 'projen';
import { isOutOfSight } from './submodules';
import { writerOf } from './writers';
import { legsOf } from '../model/jobs';
import type { Model } from '../model/model';
import { fromWorkspace, inOwnRepository } from '../model/paths';
import { fileIn } from '../outside/checkout';
import { readIfThere } from '../outside/files';
import { distinct } from '../text/words';
import { toolchains } from '../toolchains/toolchains';

/** Files of the repository that tools are set up by; of what another component is about to write, or a submodule may have, the text is not known. */
export function toolFilesOf(root: Project, model: Model): Map<string, string | undefined> {
  return new Map(asked(model).flatMap((file): [string, string | undefined][] => {
    if (writerOf(root, file)) {
      return [[file, undefined]];
    }
    const text = readIfThere(fileIn(root.outdir, file));
    return text === undefined && !isOutOfSight(root.outdir, file) ? [] : [[file, text]];
  }));
}

function asked(model: Model): string[] {
  const tools = [
    ...model.jobs.flatMap((job) => job.setup.map((tool) => ({ job, tool }))),
    ...legsOf(model).flatMap(({ job, platform }) => platform.setup.map((tool) => ({ job, tool }))),
  ];
  const files = tools.flatMap(({ job, tool: { kind, versionFile } }) =>
    [versionFile, ...[toolchains[kind].looksAt ?? [], toolchains[kind].overriddenBy ?? []].flat().map((file) => fromWorkspace(job, file))]);
  return distinct(files).filter(Boolean).flatMap((file) => inOwnRepository(model, file) ?? []);
}
