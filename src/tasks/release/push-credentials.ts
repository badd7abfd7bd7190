import type { Where } from '../../outside/program';

/** The variable that hands the token over, so that it is no argument of a program: git sees it, and what git runs to push. */
const TOKEN = 'TAG_BUILD_PUSH_TOKEN';

const HELPER = `!f() { test "$1" = get && echo username=x-access-token && echo "password=$${TOKEN}"; }; f`;

/**
 * What git is given besides its own settings, so that it can push wherever the doctor can look: the
 * credentials of GitHub's command line or of the environment, for a remote over HTTPS, after all that
 * git itself is set up to ask.
 *
 * @param token '' for none
 * @see https://git-scm.com/docs/gitcredentials
 */
export function pushCredentials(token: string, serverUrl: string, env: Where['env']): Record<string, string> {
  const settings = Number(env.GIT_CONFIG_COUNT ?? '0');
  return token && Number.isSafeInteger(settings) ? {
    GIT_CONFIG_COUNT: String(settings + 1),
    [`GIT_CONFIG_KEY_${settings}`]: `credential.${serverUrl}.helper`,
    [`GIT_CONFIG_VALUE_${settings}`]: HELPER,
    [TOKEN]: token,
  } : {};
}
