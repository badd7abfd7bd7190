import { outputIfAny, type Where } from '../../outside/program';

/** Seconds; a program that asks for something would wait forever. */
const PATIENCE = 5;

export interface Credentials {
  /** '' for none. */
  readonly token: string;
  /** Where they come from, for a person. */
  readonly from: string;
}

/** The user's own, in the order of GitHub's command line. */
export async function findCredentials({ root, env }: Where): Promise<Credentials> {
  for (const name of ['GH_TOKEN', 'GITHUB_TOKEN']) {
    const token = env[name]?.trim();
    if (token) {
      return { token, from: `the token in ${name}` };
    }
  }
  const token = await outputIfAny('gh', ['auth', 'token'], { root, env }, PATIENCE) ?? '';
  return token ? { token, from: 'the login of gh' } : { token, from: 'no credentials' };
}
