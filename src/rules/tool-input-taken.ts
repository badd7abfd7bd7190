import type { DeclarationRule, Finding } from './rule';
import { placedTools } from './tools';
import type { SetupModel } from '../model/model';
import type { Scripts } from '../text/scripts';
import { toolchains } from '../toolchains/toolchains';

/** What has inputs is set up by an action, of which no script is a part. */
const NO_SCRIPTS = {} as Scripts;

export const toolInputTaken: DeclarationRule = {
  id: 'tool-input-taken',
  level: 'error',
  about: 'declaration',
  cause: 'The `with` of a tool sets an input of its action that the rest of the declaration decides, or turns a cache on. '
    + 'Nothing is cached in a tag build, because it must not run what another run left behind.',
  cure: 'Leave the input out. The version stands in the word itself, and what a step of the action would run besides stands in `prepare`.',
  check: (model) => placedTools(model).flatMap(({ where, setup }) => setup.flatMap((tool) => taken(where, tool))),
};

function taken(where: string, tool: SetupModel): Finding[] {
  const { caches = [], steps } = toolchains[tool.kind];
  const own = Object.keys(tool.with).length ? steps({ ...tool, with: {} }, NO_SCRIPTS)[0]?.with ?? {} : {};
  const set = new Map(Object.entries(own).map(([input, value]) => [input.toLowerCase(), String(value)]));
  return Object.entries(tool.with).flatMap(([input, value]) => {
    const ours = set.get(input.toLowerCase());
    const isCache = caches.includes(input.toLowerCase()) && !['', 'false'].includes(String(value));
    return isCache || ours !== undefined && ours !== String(value) ? [{
      where: `${where} with of Setup.${tool.kind}`,
      what: `sets '${input}'${isCache ? ', and nothing is cached here: a tag build must not run what another run left behind' : `, which the declaration sets to '${ours}'`}`,
      fix: 'Leave it out.',
    }] : [];
  });
}
