import type { Finding, ProjectRule } from './rule';
import { placedTools } from './tools';
import type { SetupModel } from '../model/model';
import { inOwnRepository } from '../model/paths';
import { orList } from '../text/words';
import { versionPattern } from '../toolchains/tool-files';
import { toolchains } from '../toolchains/toolchains';

export const toolFileUnfit: ProjectRule = {
  id: 'tool-file-unfit',
  level: 'error',
  about: 'project',
  cause: 'The version of a tool is to be read from a file whose name its action does not know, or that says no version of it: '
    + 'the build would fail, or get whatever version is the newest.',
  cure: 'Write the version into a file that the tool understands, or declare it. docs/tools.md lists the files.',
  check: ({ model, toolFiles }) => placedTools(model).flatMap(({ where, setup }) => setup.filter(({ versionFile }) => versionFile !== '')
    .flatMap((tool) => unfit(where, tool, toolFiles.get(inOwnRepository(model, tool.versionFile) ?? '')))),
};

function unfit(where: string, tool: SetupModel, text: string | undefined): Finding[] {
  const { kind, versionFile } = tool;
  const version = versionPattern(tool);
  if (!version) {
    return [{
      where,
      what: `Setup.${kind}From does not understand '${versionFile}'`,
      fix: `Name ${orList(Object.keys(toolchains[kind].versionFiles!))}, or declare the version: Setup.${kind}('...').`,
    }];
  }
  return text === undefined || version.test(text) ? [] : [{
    where,
    what: `'${versionFile}' says no version of ${toolchains[kind].title}`,
    fix: `Write one there, or declare it: Setup.${kind}('...').`,
  }];
}
