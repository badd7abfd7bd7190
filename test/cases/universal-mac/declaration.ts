import { Project } from 'projen';
import { BuildJob, Platform, TagBuild } from '../../../src';

export function project(outdir: string): Project {
  return new Project({ outdir, name: 'viewer' });
}

/** Two macOS legs build an app each, and a third joins them into one that runs on both. */
export function declare(viewer: Project): TagBuild {
  const made = { run: ['sh build.sh'], artifacts: ['out/*.app'] };
  return new TagBuild(viewer, 'viewer', {
    platforms: [Platform.macosArm64({ ...made, env: { ARCH: 'arm64' } }), Platform.macosX64({ ...made, env: { ARCH: 'x86_64' } })],
    jobs: [
      BuildJob.of('universal', {
        needs: [{ job: 'build', path: 'apps' }],
        platforms: [Platform.macosArm64({ run: ['sh join.sh'], artifacts: ['out/*.txt'] })],
        retentionDays: 90,
      }),
    ],
  });
}
