import { javascript, type Project } from 'projen';
import { Platform, PublishTarget, TagBuild } from '../../../src';

export function project(outdir: string): Project {
  return new javascript.NodeProject({ outdir, name: 'viewer', defaultReleaseBranch: 'main', release: false, packageManager: javascript.NodePackageManager.NPM });
}

/** Three platforms, and a release of what they build in the same repository. */
export function declare(viewer: Project): TagBuild {
  return new TagBuild(viewer, 'installers', {
    platforms: [
      Platform.linuxX64({ run: ['sh package.sh linux'], artifacts: ['out/*.AppImage'] }),
      Platform.windowsX64({ run: ['sh package.sh windows'], artifacts: ['out/*.exe'] }),
      Platform.macosArm64({ run: ['sh package.sh mac'], artifacts: ['out/*.dmg', 'out/*.zip'] }),
    ],
    publish: [PublishTarget.githubRelease()],
  });
}
