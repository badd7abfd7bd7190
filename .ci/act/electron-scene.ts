import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Scene, WORKFLOW_TOKEN } from './world';
import { PUBLISH_SCRIPT } from '../../src/model/publish';
import type { Files } from '../../test/cases/case';
import * as electronUpdatesCase from '../../test/cases/electron-updates/declaration';
import { filesOf } from '../../test/cases/harness';

export const RELEASE_TOKEN = 'github_pat_of_the_releases';

/** Leaves what the real one wrote, for the system and the processor that it is told. */
const ELECTRON_BUILDER = `\
#!/usr/bin/env node
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const [system, arch] = process.argv.slice(2);
const leg = { '--mac': 'macos', '--win': 'windows', '--linux': 'linux' }[system] + arch.slice(1);
mkdirSync('dist/unpacked/resources', { recursive: true });
writeFileSync('dist/unpacked/resources/app-update.yml', 'provider: github\\nowner: acme\\nrepo: studio-releases\\n');
writeFileSync('dist/builder-debug.yml', '');
for (const [name, text] of Object.entries(JSON.parse(readFileSync('written.json', 'utf8'))[leg])) {
  writeFileSync('dist/' + name, ...text.startsWith('base64:') ? [text.slice('base64:'.length), 'base64'] : [text]);
}
`;

/** By leg, then by name. */
export const written: Readonly<Record<string, Files>> = JSON.parse(readFileSync(join(__dirname, '../../test/publish/updaters/electron-builder/written/1.2.3.json'), 'utf8'));

const builder = { 'electron-builder': 'file:electron-builder' };

const APP: Files = {
  'package.json': JSON.stringify({ name: 'studio', devDependencies: builder }),
  'package-lock.json': JSON.stringify({
    name: 'studio',
    lockfileVersion: 3,
    packages: {
      '': { name: 'studio', devDependencies: builder },
      'electron-builder': { bin: 'cli.js' },
      'node_modules/electron-builder': { resolved: 'electron-builder', link: true },
    },
  }),
  '.npmrc': 'offline=true\n',
  'electron-builder/package.json': JSON.stringify({ name: 'electron-builder', version: '1.0.0', bin: 'cli.js' }),
  'electron-builder/cli.js': ELECTRON_BUILDER,
  'written.json': JSON.stringify(written),
};

const files = filesOf(electronUpdatesCase);

/** An Electron app whose releases lie in another repository, where installed apps look for updates. */
export const electronUpdates: Scene = {
  app: 'acme/studio',
  workflow: files['.github/workflows/studio.yml'],
  secrets: { RELEASE_TOKEN },
  publishes: true,
  fill: (world) => {
    const { git, releases } = world;
    git.create('acme/studio', [WORKFLOW_TOKEN]);
    git.commit('acme/studio', 'refs/heads/main', { ...APP, [PUBLISH_SCRIPT]: files[PUBLISH_SCRIPT] });
    releases.addRepository('acme/studio');
    releases.addToken(WORKFLOW_TOKEN, { kind: 'workflow', repositories: { 'acme/studio': ['contents:read'] } });
    releases.addRepository('acme/studio-releases');
    releases.addToken(RELEASE_TOKEN, { kind: 'fine-grained', repositories: { 'acme/studio-releases': ['contents:write'] } });
    world.tag('v1.2.3');
  },
};
