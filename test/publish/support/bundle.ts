import { join } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(__dirname, '..', '..', '..');

/** Bundles the sources of the script as they are now, so that what is tested is what they say. */
export async function bundleScript(outfile: string): Promise<void> {
  await build({ entryPoints: [join(ROOT, 'src', 'publish', 'main.ts')], bundle: true, platform: 'node', format: 'esm', target: 'node20', logLevel: 'warning', outfile });
}
