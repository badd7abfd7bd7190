import { Platform, PublishTarget, ReleaseNotes, Setup, TagBuild, TagBuildProject } from 'projen-tag-build';

const project = new TagBuildProject({ name: 'sums' });

new TagBuild(project, 'binaries', {
  title: 'Sums for all systems',
  // a Go module has no version but its tag: build.sh is told by VERSION
  version: { env: true },
  setup: [Setup.goFrom('go.mod')],
  prepare: [{ name: 'Test', run: 'go vet ./...\ngo test ./...' }],
  // Go compiles for every system on one of them: one runner does for all archives
  platforms: [
    Platform.linuxX64({
      run: ['bash build.sh'],
      // each pattern must match: a system that build.sh forgot fails the run
      artifacts: ['dist/*-linux-*.tar.gz', 'dist/*-darwin-*.tar.gz', 'dist/*-windows-*.tar.gz'],
    }),
  ],
  publish: [PublishTarget.githubRelease({ notes: ReleaseNotes.generated(), attest: true })],
});

project.synth();
