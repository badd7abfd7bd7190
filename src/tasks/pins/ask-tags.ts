import { execFile } from 'node:child_process';
import { readTags, type Tags } from './tags';
import type { Context } from '../command';

/** Seconds for one repository. */
const PATIENCE = 30;
const MOST_BYTES = 64 * 1024 * 1024;

export type Answer = { readonly tags: Tags } | { readonly silence: string };

/** The tags of a repository on GitHub, asked by the user's git, which must not ask back. */
export async function askTags(repository: string, { root, env }: Pick<Context, 'root' | 'env'>): Promise<Answer> {
  const options = {
    cwd: root,
    env: { ...env, GIT_TERMINAL_PROMPT: '0', GIT_ASKPASS: '', LC_ALL: 'C' },
    timeout: PATIENCE * 1000,
    maxBuffer: MOST_BYTES,
    encoding: 'utf8',
  } as const;
  return new Promise((resolve) => {
    execFile('git', ['ls-remote', '--tags', `https://github.com/${repository}`], options, (error, stdout, stderr) => {
      resolve(error ? { silence: reasonOf(error, stderr) } : { tags: readTags(stdout) });
    });
  });
}

function reasonOf({ code, killed, message }: Error & { code?: unknown; killed?: boolean }, stderr: string): string {
  if (code === 'ENOENT') return 'git is not installed';
  return killed ? `no answer within ${PATIENCE} seconds` : stderr.trim().split('\n')[0] || message;
}
