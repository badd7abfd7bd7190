import { readTags, type Tags } from './tags';
import { run, type Where } from '../../outside/program';
import { count } from '../../text/words';

export type Answer = { readonly tags: Tags } | { readonly silence: string };

/** The tags of a repository on GitHub, asked by the user's git, which must not ask back. */
export async function askTags(repository: string, { root, env }: Where, seconds: number): Promise<Answer> {
  const where = { root, env: { ...env, GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: '', LC_ALL: 'C' } };
  try {
    const { code, stdout, stderr, late } = await run('git', ['ls-remote', '--tags', `https://github.com/${repository}`], where, seconds);
    if (code === 0) return { tags: readTags(stdout) };
    return { silence: late ? `no answer within ${count(seconds, 'second', 'seconds')}` : stderr.trim().split('\n')[0] || `git failed with exit code ${code}` };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return { silence: code === 'ENOENT' ? 'git is not installed' : message };
  }
}
