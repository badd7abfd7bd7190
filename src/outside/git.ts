import { run, type Where } from './program';
import { withoutSecrets } from '../text/tokens';

/** What git prints. @throws Error with its own words, where it fails or cannot be started */
export type Git = (...args: string[]) => Promise<string>;

/** The installed git, in a directory. */
export function gitIn({ root, env }: Where): Git {
  // no locks, no questions, and English where a message is passed on
  const where = { root, env: { ...env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' } };
  return async (...args) => {
    const { code, stdout, stderr } = await run('git', args, where);
    if (code !== 0) {
      throw new Error(withoutSecrets(stderr.trim().split('\n')).join('\n') || `git ${args[0]} failed with exit code ${code}`);
    }
    return stdout;
  };
}
