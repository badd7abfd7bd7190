import type { SetupModel } from '../model/model';
import type { Setup } from '../setup';
import { toolchains } from '../toolchains/toolchains';

/** In the order of the list of toolchains. */
export function normaliseSetup(setup: Setup[]): SetupModel[] {
  const order = Object.keys(toolchains);
  return setup
    .map(({ _spec: spec }) => ({ kind: spec.kind, version: spec.version, steps: toolchains[spec.kind].steps(spec) }))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** The command in front of a package script's name, if a package manager is among the tools. */
export function scriptRunner(setup: readonly SetupModel[]): string | undefined {
  return setup.map(({ kind }) => toolchains[kind].runScript).find((runner) => runner !== undefined);
}
