import type { Toolchain } from './toolchain';
import { pinned, type PinnedAction } from '../github/pins';
import type { SetupModel, StepModel } from '../model/model';

/** An action that installs a tool. */
interface ToolAction {
  readonly title: string;
  /** What the id of its step ends in. */
  readonly name: string;
  readonly action: PinnedAction;
  /** Its input for the version. */
  readonly version: string;
  /** The same for a file that says it; what it is told, where one input is not enough. */
  readonly versionFile?: string | ((file: string) => Readonly<Record<string, string>>);
  /** What it is told besides: above all to cache nothing. */
  readonly told?: Readonly<Record<string, boolean>>;
}

/** A tool that one action installs. */
export function byAction(how: ToolAction, more: Partial<Toolchain> = {}): Toolchain {
  const { title, name, action, told } = how;
  return {
    title,
    installedBy: [action],
    steps: (tool): StepModel[] => [{
      name: `Set up ${title} ${versionWords(tool)}`,
      id: `setup-${name}`,
      uses: pinned(action),
      with: { ...versionInputs(how, tool), ...told, ...tool.with },
    }],
    ...more,
  };
}

function versionInputs({ version, versionFile = '' }: ToolAction, tool: SetupModel): Readonly<Record<string, string>> {
  if (tool.versionFile === '') {
    return { [version]: tool.version };
  }
  return typeof versionFile === 'string' ? { [versionFile]: tool.versionFile } : versionFile(tool.versionFile);
}

/** The version behind a tool's name. */
export function versionWords({ version, versionFile }: SetupModel): string {
  return versionFile ? `from ${versionFile}` : version;
}
