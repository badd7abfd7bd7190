import type { github } from 'projen';
import { joinPath } from './repositories';
import type { SetupModel } from '../model/model';
import { toStepModel } from '../model/steps';
import type { Setup, SetupSpec } from '../setup';
import { toolchains } from '../toolchains/toolchains';

/** What a kind does not have. */
const NOTHING = { version: '', versionFile: '', with: {}, targets: [], components: [], packages: [], steps: [] };

/** In the order of the list of toolchains. Files lie in the working directory. */
export function normaliseSetup(setup: readonly Setup[], workingDirectory: string): SetupModel[] {
  const order = Object.keys(toolchains);
  return setup
    .map(({ _spec }) => toolOf(_spec, workingDirectory))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** What any word was given; it is called as in the model. */
interface Given extends Partial<Pick<SetupModel, 'version' | 'versionFile' | 'packages'>> {
  readonly kind: SetupModel['kind'];
  readonly options?: Partial<Pick<SetupModel, 'with' | 'targets' | 'components'>>;
  readonly steps?: readonly github.workflows.JobStep[];
}

function toolOf(spec: SetupSpec, workingDirectory: string): SetupModel {
  const { options, steps, versionFile, ...given }: Given = spec;
  return {
    ...NOTHING,
    version: versionFile ? '' : toolchains[spec.kind].defaultVersion ?? '',
    ...defined({ ...given, ...options }),
    kind: spec.kind,
    ...versionFile && { versionFile: joinPath(workingDirectory, versionFile) },
    ...steps && { steps: steps.map(toStepModel) },
  };
}

function defined<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}

/** The command in front of a package script's name, if a package manager is among the tools. */
export function scriptRunner(setup: readonly SetupModel[]): string | undefined {
  return setup.map(({ kind }) => toolchains[kind].runScript).find((runner) => runner !== undefined);
}
