import { Project } from 'projen';
import { Platform, PublishTarget, Repository, Setup, TagBuild, VersionMode } from '../../../src';

const json = (content: object) => `${JSON.stringify(content, undefined, 2)}\n`;

const DEPENDENCIES = { '@tauri-apps/cli': '^2.8.0' };

export const before = {
  'package.json': json({ name: 'notes', version: '0.0.0', scripts: { tauri: 'tauri' }, devDependencies: DEPENDENCIES }),
  'package-lock.json': json({
    name: 'notes',
    version: '0.0.0',
    lockfileVersion: 3,
    packages: {
      '': { name: 'notes', version: '0.0.0', devDependencies: DEPENDENCIES },
      'node_modules/@tauri-apps/cli': { version: '2.8.4', dev: true, bin: { tauri: 'tauri.js' } },
    },
  }),
  'src-tauri/Cargo.toml': '[package]\nname = "notes"\nversion = "0.1.0"\nedition = "2021"\n',
  'src-tauri/tauri.conf.json': json({ identifier: 'example.notes', version: '0.0.0', bundle: { active: true } }),
  'src/version.ts': "export const VERSION = '0.0.0-dev';\n",
};

export function project(outdir: string): Project {
  return new Project({ outdir, name: 'notes' });
}

/** A Tauri app whose version stands in five files, and comes from the tag. Its own steps are told what is built. */
export function declare(notes: Project): TagBuild {
  const bundle = 'src-tauri/target/release/bundle';
  return new TagBuild(notes, 'notes', {
    repositories: [Repository.self({ path: 'notes' }), Repository.github('acme/spell-check')],
    version: {
      files: ['package.json', 'package-lock.json', 'src-tauri/Cargo.toml', 'src-tauri/tauri.conf.json'],
      texts: [{ path: 'src/version.ts', line: "export const VERSION = '{version}';" }],
      mode: VersionMode.STAMP,
      env: true,
    },
    setup: [Setup.node('22'), Setup.rust('1.91.0')],
    prepare: [{ name: 'Install dependencies', run: 'npm ci' }],
    platforms: [
      Platform.linuxX64({ run: ['npm run tauri build'], artifacts: [`${bundle}/appimage/*.AppImage`] }),
      Platform.windowsX64({
        run: ['npm run tauri build'],
        artifacts: [`${bundle}/nsis/*-setup.exe`],
        postBuildSteps: [{ name: 'Look at the installer', run: './look.sh "$VERSION" "$COMMIT_SPELL_CHECK"' }],
      }),
    ],
    publish: [PublishTarget.steps('announce', { steps: [{ name: 'Tell', run: './announce.sh "$TAG"' }] })],
  });
}
