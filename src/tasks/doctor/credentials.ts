import { type Env, runProgram } from './run-program';

export interface Credentials {
  /** '' for none. */
  readonly token: string;
  /** Where they come from, for a person. */
  readonly from: string;
}

/** The user's own, in the order of GitHub's command line. */
export async function findCredentials(env: Env, cwd: string): Promise<Credentials> {
  for (const name of ['GH_TOKEN', 'GITHUB_TOKEN']) {
    const token = env[name]?.trim();
    if (token) {
      return { token, from: `the token in ${name}` };
    }
  }
  const token = await runProgram('gh', ['auth', 'token'], cwd, env) ?? '';
  return token ? { token, from: 'the login of gh' } : { token, from: 'no credentials' };
}
