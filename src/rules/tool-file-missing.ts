import * as path from 'node:path/posix';
import type { Finding, ProjectFacts, ProjectRule } from './rule';
import { type PlacedTools, placedTools } from './tools';
import { leavesOut } from '../github/sparse-checkout';
import { inOwnRepository, sourceOf } from '../model/paths';

export const toolFileMissing: ProjectRule = {
  id: 'tool-file-missing',
  level: 'error',
  about: 'project',
  cause: 'The version of a tool is to be read from a file that the repository does not have, or that its `sparse` leaves out, so no platform could be built.',
  cure: 'Correct the path, which is one from the working directory, or write the file; or add its directory to `sparse`.',
  check: (facts) => placedTools(facts.model).flatMap((tools) => [...missing(facts, tools), ...leftOut(facts, tools)]),
};

function missing({ model, toolFiles }: ProjectFacts, { where, setup }: PlacedTools): Finding[] {
  return setup.flatMap(({ kind, versionFile }) => {
    const file = versionFile && inOwnRepository(model, versionFile);
    return file && !toolFiles.has(file) ? [{
      where,
      what: `there is no file '${file}' in this repository`,
      fix: `Correct the path of Setup.${kind}From, which is one from the working directory, or write the file.`,
    }] : [];
  });
}

/** What other jobs hand on may have it. */
function leftOut({ model }: ProjectFacts, { where, job, setup }: PlacedTools): Finding[] {
  return setup.filter(({ versionFile }) => versionFile !== '' && !job.needs.length).flatMap(({ versionFile }) => {
    const directory = path.dirname(versionFile);
    const at = sourceOf(model, job, directory === '.' ? '' : directory);
    return at && leavesOut(at.repository.sparse, at.path) ? [{
      where,
      what: `'${versionFile}' is none of what is checked out of ${at.repository.name || 'this repository'}: ${at.repository.sparse.join(', ')}`,
      fix: `Add '${at.path}' to its sparse.`,
    }] : [];
  });
}
