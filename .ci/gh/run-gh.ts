import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { FakeReleaseGitHub } from '../../test/support/fake-github/fake-release-github';

/** The versions of gh that .ci/install-tools.sh installs. */
export const VERSIONS = ['oldest', 'newest'] as const;
export type Version = (typeof VERSIONS)[number];

export interface GhRun {
  readonly github: FakeReleaseGitHub;
  /** `owner/name`. */
  readonly repository: string;
  readonly token: string;
  /** Where it runs, and has its settings. */
  readonly dir: string;
}

/**
 * What gh prints. It takes github.localhost for a GitHub without TLS, and reaches the fake as its proxy.
 *
 * @throws where gh fails; the error has what it printed as `stderr`
 */
export async function runGh(version: Version, { github, repository, token, dir }: GhRun, ...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)(`gh-${version}`, args, {
    cwd: dir,
    timeout: 60_000,
    env: {
      PATH: process.env.PATH,
      HOME: dir,
      GH_HOST: 'github.localhost',
      GH_REPO: `github.localhost/${repository}`,
      GH_TOKEN: token,
      GH_NO_UPDATE_NOTIFIER: '1',
      HTTP_PROXY: github.url,
      http_proxy: github.url,
    },
  });
  return stdout;
}
