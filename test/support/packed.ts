import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';

const ROOT = join(__dirname, '..', '..');

/**
 * Lays this package down as npm would, with what it needs beside it, and nothing else.
 *
 * @returns the command
 */
export function layDown(directory: string, beside: readonly string[] = ['projen', 'constructs', 'tsx']): string {
  const modules = join(directory, 'node_modules');
  const home = join(modules, 'projen-tag-build');
  mkdirSync(home, { recursive: true });
  beside.forEach((name) => symlinkSync(join(ROOT, 'node_modules', name), join(modules, name)));
  ['assets', 'schema'].forEach((name) => cpSync(join(ROOT, name), join(home, name), { recursive: true }));
  writeFileSync(join(home, 'package.json'), JSON.stringify({ name: 'projen-tag-build', version: '1.2.3', main: 'lib/index.js' }));
  buildSync({
    absWorkingDir: ROOT,
    entryPoints: { 'lib/index': 'src/index.ts', 'bin/projen-tag-build': 'src/cli.ts' },
    outdir: home,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['projen', 'constructs'],
    mainFields: ['module', 'main'],
  });
  return join(home, 'bin', 'projen-tag-build.js');
}
