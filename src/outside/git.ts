import { run, type Where } from './program';

/** What git prints. @throws Error with its own words, where it fails or cannot be started */
export type Git = (...args: string[]) => Promise<string>;

/** The installed git, in a directory. */
export function gitIn({ root, env }: Where): Git {
  // no locks, no questions, and English where a message is passed on
  const where = { root, env: { ...env, GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' } };
  return async (...args) => {
    const { code, stdout, stderr } = await run('git', args, where);
    if (code !== 0) {
      throw new Error(withoutUser(stderr.trim()) || `git ${args[0]} failed with exit code ${code}`);
    }
    return stdout;
  };
}

/** What git says, without the name and the password in an address, which may be a token. */
export function withoutUser(text: string): string {
  return text.replace(/(:\/\/)[^@/\s]*@/g, '$1***@');
}
