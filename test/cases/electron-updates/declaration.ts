import { javascript, type Project } from 'projen';
import { Credential, Platform, PublishTarget, TagBuild, Updater } from '../../../src';

export function project(outdir: string): Project {
  const studio = new javascript.NodeProject({ outdir, name: 'studio', defaultReleaseBranch: 'main', packageManager: javascript.NodePackageManager.NPM });
  studio.package.addField('build', { publish: { provider: 'github', owner: 'acme', repo: 'studio-releases' } });
  return studio;
}

/** An Electron app whose metadata collides on two systems, and whose releases lie elsewhere. */
export function declare(studio: Project): TagBuild {
  const electron = (system: string) => ['npm ci', `npx electron-builder --${system} --publish never`];
  const mac = { run: electron('mac'), artifacts: ['dist/*.dmg', 'dist/*.zip'] };
  const windows = { run: electron('win'), artifacts: ['dist/*.exe'] };
  return new TagBuild(studio, 'studio', {
    platforms: [
      Platform.macosArm64(mac),
      Platform.macosX64(mac),
      Platform.windowsX64(windows),
      Platform.windowsArm64(windows),
      Platform.linuxX64({ run: electron('linux'), artifacts: ['dist/*.AppImage'] }),
    ],
    publish: [
      PublishTarget.githubRelease({
        repository: 'acme/studio-releases',
        credential: Credential.token({ secret: 'RELEASE_TOKEN' }),
        updater: Updater.electronBuilder(),
      }),
    ],
  });
}
