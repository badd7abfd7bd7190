import type { SetupModel } from '../model/model';
import type { Setup, SetupSpec } from '../setup';
import type { Tool } from '../toolchains/toolchain';
import { toolchains } from '../toolchains/toolchains';

/** In the order of the list of toolchains. */
export function normaliseSetup(setup: Setup[]): SetupModel[] {
  const order = Object.keys(toolchains);
  return setup
    .map(({ _spec: spec }) => ({ kind: spec.kind, tool: toolOf(spec) }))
    .map(({ kind, tool }) => ({ kind, version: tool.version, steps: toolchains[kind].steps(tool) }))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function toolOf(spec: SetupSpec): Tool {
  const none = { version: '', with: {}, targets: [], components: [], steps: [] };
  switch (spec.kind) {
    case 'npm':
      return none;
    case 'yarn':
      return { ...none, version: spec.version ?? '' };
    case 'rust':
      return { ...none, version: spec.version ?? 'stable', targets: spec.options?.targets ?? [], components: spec.options?.components ?? [] };
    case 'other':
      return { ...none, steps: spec.steps };
    default:
      return { ...none, version: spec.version, with: spec.options?.with ?? {} };
  }
}

/** The command in front of a package script's name, if a package manager is among the tools. */
export function scriptRunner(setup: readonly SetupModel[]): string | undefined {
  return setup.map(({ kind }) => toolchains[kind].runScript).find((runner) => runner !== undefined);
}
