import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import { unusedParts } from '../../projenrc/unused-parts';

/** Bundles what reads a workflow for a browser, from the sources that the command is made of. */
const SITE = dirname(dirname(fileURLToPath(import.meta.url)));

/** Of projen only what a declaration names. */
const withoutProjen: Plugin = {
  name: 'without-projen',
  setup: ({ onLoad, onResolve }) => {
    onResolve({ filter: /^projen$/ }, () => ({ path: join(SITE, 'paste/projen.ts') }));
    onLoad({ filter: /[\\/]src[\\/]tag-build(?:-project)?\.ts$/ }, () => ({ contents: '', loader: 'ts' }));
  },
};

await build({
  entryPoints: [join(SITE, 'paste/paste.ts')],
  outfile: join(SITE, '.vitepress/made/paste.js'),
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'browser',
  target: 'es2022',
  mainFields: ['module', 'main'],
  alias: { 'node:path': 'path-browserify', 'node:path/posix': 'path-browserify' },
  inject: [join(SITE, 'paste/buffer.ts')],
  nodePaths: [join(SITE, 'node_modules')],
  plugins: [unusedParts, withoutProjen],
  logLevel: 'warning',
});

