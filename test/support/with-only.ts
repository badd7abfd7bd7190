import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Where a program of this machine lies. */
export function onPath(name: string): string {
  return (process.env.PATH ?? '').split(delimiter).map((place) => join(place, name)).find((file) => existsSync(file))!;
}

/** Runs something with a PATH that has bash and these programs of this machine alone. */
export async function withOnly<T>(programs: readonly string[], run: (path: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'programs-'));
  for (const name of ['bash', ...programs]) symlinkSync(onPath(name), join(directory, name));
  try {
    return await run(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}
