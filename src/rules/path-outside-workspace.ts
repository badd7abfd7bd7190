import { pathComplaint } from './paths';
import { optionOf } from './places';
import type { DeclarationRule } from './rule';
import { placedTools } from './tools';

export const pathOutsideWorkspace: DeclarationRule = {
  id: 'path-outside-workspace',
  level: 'error',
  about: 'declaration',
  cause: "A repository, the working directory or a file with the version of a tool would lie outside the workspace or in git's own directory, "
    + 'or its path has a backslash or a name that Linux, macOS or Windows does not take.',
  cure: 'Write a path relative to the workspace, with forward slashes and names that every system takes.',
  check: ({ repositories, jobs }) => [
    ...repositories.flatMap(({ name, path }, index) => pathComplaint(`repositories[${index}]${name && ` ${name}`}`, path, 'workspace')),
    // where it follows from the repository's path, that is the one to speak of
    ...jobs.filter(({ workingDirectory }) => workingDirectory !== repositories[0]?.path)
      .flatMap((job) => pathComplaint(optionOf(job, 'workingDirectory'), job.workingDirectory, 'workspace')),
    ...placedTools({ jobs }).flatMap(({ where, setup }) => setup.filter(({ versionFile }) => versionFile !== '')
      .flatMap(({ versionFile }) => pathComplaint(where, versionFile, 'workspace'))),
  ],
};
