import type { github } from 'projen';
import { joinPath } from './repositories';
import type { SetupKind, SetupModel } from '../model/model';
import { toStepModel } from '../model/steps';
import type { Setup, SetupSpec } from '../setup';
import type { PackageManager } from '../toolchains/package-manager';
import { toolchains } from '../toolchains/toolchains';

/** What a kind does not have. */
const NOTHING = { version: '', versionFile: '', with: {}, targets: [], components: [], packages: [], hosts: [], steps: [] };

/** Where the tools of a job are at home. */
export interface SetupHome {
  readonly workingDirectory: string;
  /** What the package.json there says; undefined where it is not known here, or names none in a full version. */
  packageManager(): PackageManager | undefined;
}

/** In the order of the list of toolchains. Files lie in the working directory. */
export function normaliseSetup(setup: readonly Setup[], home: SetupHome): SetupModel[] {
  const order = Object.keys(toolchains);
  return setup
    .map(({ _spec }) => toolOf(_spec, home))
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

/** What any word was given; it is called as in the model. */
interface Given extends Partial<Pick<SetupModel, 'version' | 'versionFile' | 'packages' | 'hosts'>> {
  readonly kind: SetupKind | 'fromFile';
  readonly tool?: SetupKind;
  readonly options?: Partial<Pick<SetupModel, 'with' | 'targets' | 'components'>> & { readonly distribution?: string };
  readonly steps?: readonly github.workflows.JobStep[];
}

function toolOf(spec: SetupSpec, home: SetupHome): SetupModel {
  const { options: { distribution, with: inputs, ...options } = {}, steps, versionFile, tool, ...given }: Given = spec;
  const kind = spec.kind === 'fromFile' ? spec.tool : spec.kind;
  const { defaultVersion = '', defaultWith } = toolchains[kind];
  return {
    ...NOTHING,
    version: versionFile ? '' : defaultVersion,
    ...versionFile || given.version ? {} : asPackageJsonSays(kind, home),
    ...defined({ ...given, ...options }),
    kind,
    with: { ...defaultWith, ...distribution && { distribution }, ...inputs },
    ...versionFile && { versionFile: joinPath(home.workingDirectory, versionFile) },
    ...steps && { steps: steps.map(toStepModel) },
  };
}

/** Its action reads the file again, at the commit that is built. */
function asPackageJsonSays(kind: SetupKind, { workingDirectory, packageManager }: SetupHome): Partial<SetupModel> {
  const said = toolchains[kind].packageManager && packageManager();
  return said && said.name === toolchains[kind].packageManager
    ? { version: said.version, ...said.readByActions && { versionFile: joinPath(workingDirectory, 'package.json') } }
    : {};
}

function defined<T extends object>(given: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}

/** The command in front of a package script's name: of the platform's own tools, then of its job's, but a package manager first. */
export function scriptRunner(own: readonly SetupModel[], ofJob: readonly SetupModel[]): string {
  const runners = [...own, ...ofJob].map(({ kind }) => toolchains[kind]).filter(({ runScript }) => runScript !== undefined);
  return (runners.find(({ runsPrograms }) => !runsPrograms) ?? runners[0])?.runScript ?? 'npm run';
}
