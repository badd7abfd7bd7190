import type { Packages, Toolchain } from './toolchain';
import type { Scripts } from '../text/scripts';

interface Manager extends Pick<Toolchain, 'system' | 'missing'> {
  readonly id: string;
  readonly packages: Packages;
  readonly env?: Readonly<Record<string, string>>;
  /** The parts behind those that all managers share. */
  parts(scripts: Scripts): readonly string[];
}

/** What installs packages of a system: by a script of ours, which is told their names. */
export function manager({ id, system, packages, missing, env, parts }: Manager): Toolchain {
  return {
    system,
    packages,
    missing,
    steps: (tool, scripts) => [{
      name: `Install packages by ${packages.manager}`,
      id: `setup-${id}`,
      env: { PACKAGES: tool.packages.join('\n'), ...env },
      run: [scripts.say, scripts.packages, ...parts(scripts)].join('\n'),
    }],
  };
}
