import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { fileIn } from '../../outside/checkout';
import { run } from '../../outside/program';
import type { Context } from '../command';

/** Where secrets are looked for, if no other file is named. */
export const SECRET_FILE = '.env.tag-build';

/** The file that holds the secrets; undefined where there is none. @throws Error where a named one is missing */
export function secretFile({ root }: Context, named: string | undefined): string | undefined {
  // the one that nobody named may have come with the clone, as a link to another file
  const file = named === undefined ? fileIn(root, SECRET_FILE) : path.resolve(root, named);
  if (existsSync(file)) return file;
  if (named === undefined) return undefined;
  throw new Error(`there is no file '${named}' to read secrets from; it holds a line NAME=value for each`);
}

/** Whether git would take the file into a commit. */
export async function wouldBeCommitted(file: string, context: Context): Promise<boolean> {
  const { code } = await run('git', ['check-ignore', '--quiet', '--', file], context);
  return code === 1;
}

/** The secrets for act, with the user's token as the workflow's, in a file that only the user can read. */
export function writeSecrets(to: string, from: string | undefined, token: string): void {
  const own = from === undefined ? '' : readFileSync(from, 'utf8');
  writeFileSync(to, `${own}\n${token && `GITHUB_TOKEN=${token}\n`}`, { mode: 0o600 });
}
