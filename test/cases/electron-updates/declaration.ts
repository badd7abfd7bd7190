import { javascript, type Project } from 'projen';
import { Credential, Platform, PublishTarget, TagBuild, Updater } from '../../../src';

export function project(outdir: string): Project {
  const studio = new javascript.NodeProject({ outdir, name: 'studio', defaultReleaseBranch: 'main', release: false, packageManager: javascript.NodePackageManager.NPM });
  studio.package.addField('build', { publish: { provider: 'github', owner: 'acme', repo: 'studio-releases' } });
  return studio;
}

/** An Electron app whose metadata collides on two systems, and whose releases lie elsewhere. */
export function declare(studio: Project): TagBuild {
  const electron = (target: string) => ['npm ci', `npx electron-builder ${target} --publish never`];
  const mac = (arch: string) => ({ run: electron(`--mac --${arch}`), artifacts: ['dist/*.dmg', 'dist/*.zip'] });
  const windows = (arch: string) => ({ run: electron(`--win --${arch}`), artifacts: ['dist/*.exe'] });
  return new TagBuild(studio, 'studio', {
    platforms: [
      Platform.macosArm64(mac('arm64')),
      Platform.macosX64(mac('x64')),
      Platform.windowsX64(windows('x64')),
      Platform.windowsArm64(windows('arm64')),
      Platform.linuxX64({ run: electron('--linux --x64'), artifacts: ['dist/*.AppImage', 'dist/*.deb'] }),
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
