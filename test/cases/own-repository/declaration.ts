import { javascript, type Project } from 'projen';
import { Platform, Setup, TagBuild } from '../../../src';

/** The README was written on Windows. */
export const before = { 'README.md': '\uFEFF# Notes\r\n\r\nNotes for the desktop.\r\n\r\n## Licence\r\n\r\nMIT' };

export function project(outdir: string): Project {
  const app = new javascript.NodeProject({
    outdir,
    name: '@acme/notes',
    defaultReleaseBranch: 'main',
    release: false,
    packageManager: javascript.NodePackageManager.NPM,
  });
  app.addScripts({ make: 'electron-forge make' });
  return app;
}

/** Everything lies in one repository, and only a tag starts the build. */
export function declare(app: Project): void {
  new TagBuild(app, 'installers', {
    rehearsal: false,
    setup: [Setup.node('24'), Setup.npm()],
    prepare: [{ name: 'Install dependencies', run: 'npm ci' }],
    platforms: [
      Platform.linuxX64({ script: 'make', artifacts: ['out/make/**/*.deb'] }),
      Platform.macosArm64({ script: 'make', artifacts: ['out/make/*.dmg'] }),
    ],
  });
}
