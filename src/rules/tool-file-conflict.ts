import type { ProjectFacts, ProjectRule } from './rule';
import { placedTools } from './tools';
import type { SetupModel } from '../model/model';
import { inOwnRepository } from '../model/paths';
import { toolchains } from '../toolchains/toolchains';
import { versionPattern } from '../toolchains/version-files';

export const toolFileConflict: ProjectRule = {
  id: 'tool-file-conflict',
  level: 'error',
  about: 'project',
  cause: 'Two of the declared tools cannot go together in the version that a file says, such as Yarn and a Node.js of .nvmrc that has no Corepack.',
  cure: 'Write another version into the file, or declare one. Yarn needs Node.js 24 or older.',
  check: (facts) => placedTools(facts.model).flatMap(({ where, job, setup, platforms }) => {
    const together = (platforms[0]?.setup === setup ? [...job.setup, ...setup] : setup).map((tool) => inVersionOfFile(facts, tool));
    return setup.flatMap(({ kind }) => toolchains[kind].complaint?.(together) ?? []).map(({ why, hint }) => ({ where, what: why, fix: hint }));
  }),
};

function inVersionOfFile({ model, toolFiles }: ProjectFacts, tool: SetupModel): SetupModel {
  const text = tool.versionFile && toolFiles.get(inOwnRepository(model, tool.versionFile) ?? '');
  const version = text ? versionPattern(tool)?.exec(text)?.[1] : undefined;
  return version ? { ...tool, version } : tool;
}
