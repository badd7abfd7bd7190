import type { ProjectRule } from './rule';
import { placedTools } from './tools';
import { inOwnRepository } from '../model/paths';

export const toolFileMissing: ProjectRule = {
  id: 'tool-file-missing',
  level: 'error',
  about: 'project',
  cause: 'The version of a tool is to be read from a file that the repository does not have, so no platform could be built.',
  cure: 'Correct the path, which is one from the working directory, or write the file.',
  check: ({ model, toolFiles }) => placedTools(model).flatMap(({ where, setup }) => setup.flatMap(({ kind, versionFile }) => {
    const file = versionFile && inOwnRepository(model, versionFile);
    return file && !toolFiles.has(file) ? [{
      where,
      what: `there is no file '${file}' in this repository`,
      fix: `Correct the path of Setup.${kind}From, which is one from the working directory, or write the file.`,
    }] : [];
  })),
};
