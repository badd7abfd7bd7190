import { Platform, type PlatformOptions, PublishTarget, ReleaseNotes, Setup, TagBuild, TagBuildProject } from 'projen-tag-build';

const project = new TagBuildProject({ name: 'widest' });

/** Tests and builds for a target, on a runner of its system, and packs the program. */
function built(target: string, program = 'widest'): PlatformOptions {
  return {
    // the version of Rust stands in one place, for people as for runners; the target's linker comes along
    setup: [Setup.rustFrom('rust-toolchain.toml', { targets: [target] })],
    run: [
      `cargo test --locked --target ${target}`,
      `cargo build --locked --release --target ${target}`,
      'mkdir -p dist',
      `tar -czf dist/widest-${target}.tar.gz -C target/${target}/release ${program}`,
    ],
    artifacts: ['dist/*.tar.gz'],
  };
}

new TagBuild(project, 'binaries', {
  title: 'Widest for all systems',
  // the guard ends a run in seconds whose tag is not the version of the package
  version: { files: ['Cargo.toml'] },
  platforms: [
    // musl: one program for every distribution of Linux, however old
    Platform.linuxX64(built('x86_64-unknown-linux-musl')),
    Platform.linuxArm64(built('aarch64-unknown-linux-musl')),
    Platform.windowsX64(built('x86_64-pc-windows-msvc', 'widest.exe')),
    Platform.macosArm64(built('aarch64-apple-darwin')),
    Platform.macosX64(built('x86_64-apple-darwin')),
  ],
  // each pull request builds on all systems, and publishes nothing
  rehearse: { pullRequests: true },
  publish: [
    PublishTarget.githubRelease({
      notes: ReleaseNotes.generated({ checksums: true }),
      // people can verify which commit and which workflow a program comes from
      attest: true,
    }),
  ],
});

project.synth();
