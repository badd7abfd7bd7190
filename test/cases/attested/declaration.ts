import { javascript, type Project } from 'projen';
import { Platform, PublishTarget, TagBuild } from '../../../src';

export function project(outdir: string): Project {
  return new javascript.NodeProject({ outdir, name: 'viewer', defaultReleaseBranch: 'main', release: false, packageManager: javascript.NodePackageManager.NPM });
}

/** A release whose files are attested, with a list of what is in them, and a job that looks at them before it is public. */
export function declare(viewer: Project): TagBuild {
  return new TagBuild(viewer, 'viewer', {
    platforms: [
      Platform.linuxX64({ run: ['sh package.sh linux'], artifacts: ['out/*.AppImage', 'out/*.cdx.json'] }),
      Platform.windowsX64({ run: ['sh package.sh windows'], artifacts: ['out/*.exe'] }),
    ],
    publish: [
      PublishTarget.githubRelease({ attest: true, sbom: '*.cdx.json' }),
      PublishTarget.steps('look', { steps: [{ name: 'Look at the files', run: 'test -s "$RELEASE_DIRECTORY/Viewer.AppImage"' }] }),
    ],
  });
}
