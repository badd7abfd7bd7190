import { Project } from 'projen';
import { BuildJob, Platform, Setup, TagBuild } from '../../../src';

export function project(outdir: string): Project {
  return new Project({ outdir, name: 'notes' });
}

/** An app of Tauri with what it needs on each system, and a program for machines that the runners are not. */
export function declare(notes: Project): void {
  const bundle = 'src-tauri/target/release/bundle';
  const targets = ['aarch64-unknown-linux-gnu', 'x86_64-unknown-linux-musl', 'x86_64-pc-windows-gnu'];
  const program = (...all: string[]) => ({
    setup: [Setup.rust('1.91.0', { targets: all })],
    run: all.map((target) => `cargo build --release --target ${target}`),
    artifacts: all.map((target) => `target/${target}/release/notes${target.includes('windows') ? '.exe' : ''}`),
  });
  new TagBuild(notes, 'notes', {
    jobs: [
      BuildJob.of('app', {
        setup: [
          Setup.rust('1.91.0'),
          Setup.apt(['libwebkit2gtk-4.1-dev', 'libayatana-appindicator3-dev', 'librsvg2-dev']),
          Setup.brew(['create-dmg']),
          Setup.choco(['nsis=3.10.0']),
        ],
        platforms: [
          Platform.linuxX64({ setup: [Setup.apt(['rpm'])], run: ['cargo tauri build'], artifacts: [`${bundle}/*/*.rpm`] }),
          Platform.linuxArm64({ run: ['cargo tauri build'], artifacts: [`${bundle}/*/*.deb`] }),
          Platform.windowsX64({ setup: [Setup.winget(['WiXToolset.WiXToolset'])], run: ['cargo tauri build'], artifacts: [`${bundle}/*/*.exe`] }),
          Platform.macosArm64({ setup: [Setup.cask(['wine-stable'])], run: ['cargo tauri build'], artifacts: [`${bundle}/*/*.dmg`] }),
          Platform.of('lab', { runnerGroup: 'lab', run: ['cargo tauri build'], artifacts: [`${bundle}/*/*.deb`] }),
        ],
      }),
      BuildJob.of('cli', {
        prepare: [{ name: 'Fetch the crates', run: 'cargo fetch --locked' }],
        platforms: [
          Platform.linuxX64(program(...targets)),
          Platform.macosX64(program('aarch64-apple-darwin')),
        ],
      }),
    ],
  });
}
