import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Runs something with a PATH that has all programs of this machine but one. */
export async function withoutTool<T>(tool: string, run: (path: string) => Promise<T>): Promise<T> {
  const directory = mkdtempSync(join(tmpdir(), 'tools-'));
  const linked = new Set([tool]);
  for (const place of (process.env.PATH ?? '').split(delimiter)) {
    for (const name of programsIn(place)) {
      if (!linked.has(name)) symlinkSync(join(place, name), join(directory, name));
      linked.add(name);
    }
  }
  try {
    return await run(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

function programsIn(place: string): string[] {
  try {
    return readdirSync(place);
  } catch {
    return []; // a PATH may name what is not there
  }
}
