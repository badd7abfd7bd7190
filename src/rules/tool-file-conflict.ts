import type { ProjectRule } from './rule';
import { complaintsOf, inVersionOfFile, placedTools } from './tools';

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
