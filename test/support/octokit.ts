import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const ENTRY = join(__dirname, 'octokit-entry.mts');

/** Bundles a file as the package's own command is bundled. esbuild refuses to work inside Jest's sandbox, but runs beside it. */
export function bundle(entry: string, outfile: string): void {
  const options = ['--bundle', '--platform=node', '--target=node20', '--format=cjs', '--main-fields=module,main', '--log-level=warning'];
  execFileSync(join(ROOT, 'node_modules', '.bin', 'esbuild'), [entry, ...options, `--outfile=${outfile}`]);
}

/** As `loadOctokit`, where modules cannot be imported. */
export async function loadBundledOctokit() {
  const digest = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json'))).update(readFileSync(ENTRY)).digest('hex').slice(0, 16);
  const file = join(ROOT, 'node_modules', '.cache', 'projen-tag-build', `octokit-${digest}.cjs`);
  if (!existsSync(file)) {
    // two tests may begin at once: nobody must load a file that is half written
    bundle(ENTRY, `${file}.${process.pid}`);
    renameSync(`${file}.${process.pid}`, file);
  }
  const { Octokit, retry, throttling } = await jest.requireActual(file);
  return Octokit.plugin(retry, throttling);
}
