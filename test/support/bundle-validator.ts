import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';

const ROOT = join(__dirname, '..', '..');
const ENTRY = join(__dirname, 'validator-entry.mts');
const OPTIONS: BuildOptions = { entryPoints: [ENTRY], bundle: true, platform: 'node', format: 'cjs', logLevel: 'warning' };

/**
 * Where the bundle of GitHub's engine lies. The name holds a digest of all that goes into it (the
 * lock file has every version), so a bundle that exists is never out of date.
 */
export function validatorBundle(): string {
  const digest = createHash('sha256');
  for (const file of [ENTRY, __filename, join(ROOT, 'package-lock.json')]) {
    digest.update(readFileSync(file));
  }
  const name = `github-validator-${digest.digest('hex').slice(0, 16)}.cjs`;
  return join(ROOT, 'node_modules', '.cache', 'projen-tag-build', name);
}

/** Makes the bundle, unless an earlier run has. */
export async function bundleValidator(): Promise<void> {
  const bundle = validatorBundle();
  if (existsSync(bundle)) { return; }
  mkdirSync(dirname(bundle), { recursive: true });
  // Two test runs may start at once: nobody must load a file that is half written.
  const unfinished = `${bundle}.${process.pid}`;
  await build({ ...OPTIONS, outfile: unfinished });
  renameSync(unfinished, bundle);
}
