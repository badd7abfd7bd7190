import type { ProjectFacts, ProjectRule } from './rule';
import { complaintsOf, placedTools } from './tools';
import type { SetupModel } from '../model/model';
import { inOwnRepository } from '../model/paths';
import { versionPattern } from '../toolchains/version-files';

export const toolFileConflict: ProjectRule = {
  id: 'tool-file-conflict',
  level: 'error',
  about: 'project',
  cause: 'Two of the declared tools cannot go together in the version that a file says, such as Yarn and a Node.js of .nvmrc that has no Corepack.',
  cure: 'Write another version into the file, or declare one. Yarn needs Node.js 24 or older.',
  check: (facts) => placedTools(facts.model).flatMap(({ where, before, setup }) => {
    const [earlier, here] = [before, setup].map((tools) => tools.map((tool) => inVersionOfFile(facts, tool)));
    return complaintsOf(earlier, here).map(({ why, hint }) => ({ where, what: why, fix: hint }));
  }),
};

function inVersionOfFile({ model, toolFiles }: ProjectFacts, tool: SetupModel): SetupModel {
  const text = tool.versionFile && toolFiles.get(inOwnRepository(model, tool.versionFile) ?? '');
  const version = text ? versionPattern(tool)?.exec(text)?.[1] : undefined;
  return version ? { ...tool, version } : tool;
}
