import { Project } from 'projen';
import { Platform, PublishTarget, TagBuild, Updater } from '../../../src';

const manifest = {
  scripts: {
    'build': 'vite build',
    'predist:linux': 'npm run build',
    'dist:linux': 'electron-builder --linux --publish never',
    'dist:mac': 'npm run build && electron-builder --mac --publish never',
  },
  devDependencies: { 'electron-builder': '^26.17.0', 'vite': '^8.0.0' },
};

const electronBuilder = `\
appId: com.acme.notes
directories:
  output: release
artifactName: notes-\${version}-\${arch}.\${ext}
linux:
  target: [AppImage, deb, rpm]
mac:
  target: [dmg, zip]
publish:
  provider: github
  owner: acme
  repo: notes
`;

export const before = { 'package.json': `${JSON.stringify(manifest, undefined, 2)}\n`, 'electron-builder.yml': electronBuilder };

export function project(outdir: string): Project {
  return new Project({ outdir, name: 'notes' });
}

/** An app whose own configuration is looked at: one of its targets is for nobody else, and that is said. */
export function declare(notes: Project, ignore: Readonly<Record<string, string>> = { 'electron-builder-artifact-missing': 'The rpm is for ourselves.' }): TagBuild {
  return new TagBuild(notes, 'notes', {
    prepare: [{ name: 'Install the dependencies', run: 'npm install' }],
    platforms: [
      Platform.linuxX64({ script: 'dist:linux', artifacts: ['release/*.AppImage', 'release/notes-*.deb'] }),
      Platform.macosArm64({ script: 'dist:mac', artifacts: ['release/*.dmg', 'release/*.zip'] }),
    ],
    publish: [PublishTarget.githubRelease({ updater: Updater.electronBuilder() })],
    ignore,
  });
}
