import type { Toolchain } from './toolchain';

/** A program that lies in a package of PyPI. */
interface PypiTool {
  readonly title: string;
  /** What the id of its step ends in, and its variable begins with. */
  readonly name: string;
  readonly package: string;
  /** Where the programs lie in what is installed. */
  readonly programs: string;
}

/** A tool without an action that could be trusted: the wheel of exactly one version, in a directory of its own. */
export function fromPypi({ title, name, package: wheel, programs }: PypiTool): Toolchain {
  const variable = `${name.toUpperCase()}_VERSION`;
  return {
    title,
    installedBy: [`pip, from PyPI's package \`${wheel}\``],
    exactVersion: true,
    steps: ({ version }) => [{
      name: `Set up ${title} ${version}`,
      id: `setup-${name}`,
      env: { [variable]: version },
      run: [
        `"$(command -v python || command -v python3)" -m pip install --no-deps --only-binary :all: --no-cache-dir --target "$RUNNER_TEMP/${name}" "${wheel}==$${variable}"`,
        `echo "$RUNNER_TEMP/${name}/${programs}" >>"$GITHUB_PATH"`,
      ].join('\n'),
    }],
  };
}
