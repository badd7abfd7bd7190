import { Platform, Setup } from '../../../src';
import { build, linux, type Row } from '../row';

const made = { run: ['make'], artifacts: ['dist/*'] };
const windows = Platform.windowsX64(made);
const mac = Platform.macosArm64(made);
const own = 'Correct it; what is in a file, at a URL or in a source of somebody else is installed by steps in Setup.of.';

function malformed(word: string, allowed: string, ...names: string[]): string[] {
  return names.flatMap((name) => [`setup Setup.${word}: '${name}' is no package; allowed is ${allowed}.`, own]);
}

/** What is installed before a build. */
export const setupRows: readonly Row[] = [
  {
    rule: 'package-name-malformed',
    bad: build({
      platforms: [linux, mac, windows],
      setup: [
        Setup.apt(['-oDebug::x=1', './tool.deb', 'tool*', 'tool-', 'Gimp', 'tool/stable', 'tool=', 'a b', '$(id)']),
        Setup.brew(['--HEAD', 'acme/tap/tool', 'https://example.com/tool.rb']),
        Setup.cask([]),
        Setup.choco(['-source', 'tool.config ', 'tool@1.2']),
        Setup.winget(['NSIS', 'NSIS.NSIS --force']),
      ],
    }),
    says: [
      ...malformed('apt', "'name', 'name:architecture' or 'name=version'", '-oDebug::x=1', './tool.deb', 'tool*', 'tool-', 'Gimp', 'tool/stable', 'tool=', 'a b', '$(id)'),
      ...malformed('brew', "a name, or 'name@1.2' where there is one for each version", '--HEAD', 'acme/tap/tool', 'https://example.com/tool.rb'),
      'setup Setup.cask: names no package; at least one is needed.',
      'Name one, or leave it out.',
      ...malformed('choco', "'name' or 'name=version'", '-source', 'tool.config ', 'tool@1.2'),
      ...malformed('winget', "an id such as 'NSIS.NSIS', or 'id=version'", 'NSIS', 'NSIS.NSIS --force'),
    ],
    good: build({
      platforms: [linux, mac, windows],
      setup: [
        Setup.apt(['g++', 'libstdc++6', 'libgtk-3-dev', 'libc6:i386', 'jq=1.7.1-3build1', 'git=1:2.43.0-1ubuntu7~20', 'g++-mingw-w64-x86-64']),
        Setup.brew(['openssl@3', 'gtk+3', 'create-dmg']),
        Setup.cask(['wine-stable']),
        Setup.choco(['nsis', 'NSIS.portable=3.10.0']),
        Setup.winget(['NSIS.NSIS=3.10', 'Microsoft.VCRedist.2015+.x64']),
      ],
    }),
  },
  {
    rule: 'package-declared-twice',
    bad: build({
      setup: [Setup.apt(['jq', 'rpm']), Setup.apt(['rpm'])],
      platforms: [Platform.linuxX64({ ...made, setup: [Setup.apt(['jq=1.7', 'fakeroot'])] })],
    }),
    says: [
      "setup: Setup.apt has 'rpm' beside 'rpm'.",
      'Leave one of them out.',
      "platforms[0] linux-x64 setup: Setup.apt has 'jq=1.7' beside 'jq'.",
      'Leave one of them out.',
    ],
    good: build({ setup: [Setup.apt(['jq']), Setup.apt(['libc6', 'libc6:i386'])], platforms: [Platform.linuxX64({ ...made, setup: [Setup.apt(['rpm'])] })] }),
  },
  {
    rule: 'package-system-unfit',
    bad: build({
      setup: [Setup.brew(['create-dmg'])],
      platforms: [linux, Platform.windowsX64({ ...made, setup: [Setup.apt(['jq'])] })],
    }),
    says: [
      'setup: Setup.brew installs on macOS only, and this is for Linux or Windows.',
      'Declare it for a platform of that system, or take the manager of this one.',
      'platforms[1] windows-x64 setup: Setup.apt installs on Linux only, and this is for Windows.',
      'Declare it for a platform of that system, or take the manager of this one.',
    ],
    good: build({
      setup: [Setup.brew(['create-dmg']), Setup.apt(['jq'])],
      platforms: [linux, mac, Platform.of('mine', { ...made, runsOn: ['self-hosted', 'big'], setup: [Setup.choco(['nsis'])] })],
    }),
  },
  {
    rule: 'tool-missing',
    bad: build({ setup: [Setup.winget(['NSIS.NSIS'])], platforms: [linux, windows, Platform.windowsArm64(made)] }),
    says: [
      'setup: windows-arm64 runs on windows-11-arm, and its image has no winget.',
      'Take Setup.choco for it, or another runner.',
    ],
    good: build({ setup: [Setup.winget(['NSIS.NSIS']), Setup.choco(['nsis'])], platforms: [windows, Platform.windowsArm64({ ...made, runsOn: ['self-hosted', 'windows-2022'] })] }),
  },
  {
    rule: 'rust-target-unknown',
    bad: build({ setup: [Setup.rust('stable', { targets: ['aarch64-unknown-linux-gnuu', 'z80'] })] }),
    says: [
      "setup targets: 'aarch64-unknown-linux-gnuu' is no target that rustup is known to have.",
      "Did you mean 'aarch64-unknown-linux-gnu'?",
      "setup targets: 'z80' is no target that rustup is known to have.",
      'Look it up by "rustup target list".',
    ],
    good: build({ setup: [Setup.rust('stable', { targets: ['aarch64-unknown-linux-gnu'] })] }),
  },
  {
    rule: 'rust-target-unfit',
    bad: build({
      platforms: [
        Platform.linuxX64({ ...made, setup: [Setup.rust('stable', { targets: ['x86_64-apple-darwin', 'aarch64-unknown-linux-gnu'] })] }),
        Platform.windowsX64({ ...made, setup: [Setup.rust('stable', { targets: ['aarch64-pc-windows-msvc', 's390x-unknown-linux-gnu'] })] }),
      ],
    }),
    says: [
      "platforms[0] linux-x64 setup targets: nothing is known to link 'x86_64-apple-darwin' on Linux.",
      'Declare it on a platform of its own system, or bring what links it and switch this off.',
      "platforms[1] windows-x64 setup targets: nothing is known to link 's390x-unknown-linux-gnu' on Windows.",
      'Declare it on a platform of its own system, or bring what links it and switch this off.',
    ],
    good: build({
      setup: [Setup.rust('stable', { targets: ['x86_64-apple-darwin', 'i686-pc-windows-msvc', 's390x-unknown-linux-gnu', 'wasm32-unknown-unknown', 'aarch64-linux-android'] })],
      platforms: [linux, mac, windows],
    }),
  },
];
