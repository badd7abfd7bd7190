import { BuildJob, Platform, type PlatformOptions, Setup } from '../../src';
import { RUNNERS } from '../../src/github/runners';
import type { BuildJobModel, PlatformModel } from '../../src/model/model';
import { normalise } from '../../src/normalise/normalise';
import type { Scripts } from '../../src/text/scripts';
import { toolchains } from '../../src/toolchains/toolchains';
import { toolsOf } from '../../src/toolchains/tools-of';

const made = { run: ['make'], artifacts: ['dist/*'] };

function job(setup: Setup[], ...platforms: Platform[]): BuildJobModel {
  return normalise('app', { jobs: [BuildJob.of('app', { setup, platforms })] }, { projectName: 'app', directory: '', marker: '' }).jobs[0];
}

/** What is installed on a platform, by its manager. */
function installed(one: BuildJobModel, platform: PlatformModel): Record<string, readonly string[]> {
  return Object.fromEntries(toolsOf(one, platform).filter(({ kind }) => toolchains[kind].packages).map(({ kind, packages }) => [kind, packages]));
}

/** What a Rust toolchain with these targets brings. */
function rust(targets: string[], factory: (options: PlatformOptions) => Platform, env?: Record<string, string>) {
  const one = job([Setup.rust('stable', { targets })], factory({ ...made, env }));
  return { packages: installed(one, one.platforms[0]), env: one.platforms[0].env };
}

test('each platform has what its system is for, in one list with its own', () => {
  const one = job(
    [Setup.brew(['a']), Setup.apt(['b', 'c']), Setup.choco(['d'])],
    Platform.linuxX64({ ...made, setup: [Setup.apt(['c', 'e'])] }), Platform.macosArm64(made), Platform.windowsX64(made),
    Platform.of('lab', { ...made, runsOn: ['self-hosted', 'lab'] }),
  );
  expect(one.platforms.map((platform) => installed(one, platform))).toEqual([
    { apt: ['b', 'c', 'e'] }, { brew: ['a'] }, { choco: ['d'] }, { apt: ['b', 'c'], brew: ['a'], choco: ['d'] },
  ]);
});

test('packages that a target needs are in the same list', () => {
  const one = job([Setup.apt(['musl-tools', 'jq']), Setup.rust('stable', { targets: ['x86_64-unknown-linux-musl', 's390x-unknown-linux-gnu'] })], Platform.linuxX64(made));
  expect(installed(one, one.platforms[0])).toEqual({ apt: ['musl-tools', 'jq', 'g++-s390x-linux-gnu', 'libc6-dev-s390x-cross'] });
});

test.each([
  ['x86_64-unknown-linux-gnu', Platform.linuxX64],
  ['aarch64-unknown-linux-gnu', Platform.linuxArm64],
  ['x86_64-apple-darwin', Platform.macosArm64],
  ['aarch64-pc-windows-msvc', Platform.windowsX64],
  ['x86_64-pc-windows-gnu', Platform.windowsX64],
  ['wasm32-unknown-unknown', Platform.linuxX64],
  ['thumbv7em-none-eabihf', Platform.macosArm64],
])('%s needs nothing', (target, factory) => {
  expect(rust([target], factory)).toEqual({ packages: {}, env: {} });
});

test.each([
  ['aarch64-unknown-linux-gnu', Platform.linuxX64, 'aarch64-linux-gnu', ['g++-aarch64-linux-gnu', 'libc6-dev-arm64-cross']],
  ['x86_64-unknown-linux-gnu', Platform.linuxArm64, 'x86_64-linux-gnu', ['g++-x86-64-linux-gnu', 'libc6-dev-amd64-cross']],
  ['armv7-unknown-linux-gnueabihf', Platform.linuxArm64, 'arm-linux-gnueabihf', ['g++-arm-linux-gnueabihf', 'libc6-dev-armhf-cross']],
  ['x86_64-pc-windows-gnu', Platform.linuxX64, 'x86_64-w64-mingw32', ['g++-mingw-w64-x86-64']],
])('%s has compilers of its own', (target, factory, prefix, apt) => {
  const name = target.replaceAll('-', '_');
  expect(rust([target], factory)).toEqual({
    packages: { apt },
    env: {
      [`CARGO_TARGET_${name.toUpperCase()}_LINKER`]: `${prefix}-gcc`,
      [`CC_${name}`]: `${prefix}-gcc`,
      [`CXX_${name}`]: `${prefix}-g++`,
      [`AR_${name}`]: `${prefix}-ar`,
    },
  });
});

test.each(['constructor', 'x86_64-$(id)-linux-musl', 'toString-linux-gnu'])('%s, which is no target, has no variables', (target) => {
  expect(rust([target], Platform.linuxX64)).toEqual({ packages: {}, env: {} });
});

test('musl of the machine has a C compiler, of another one a linker only', () => {
  expect(rust(['aarch64-unknown-linux-musl', 'armv7-unknown-linux-musleabihf'], Platform.linuxArm64)).toEqual({
    packages: { apt: ['musl-tools', 'gcc-arm-linux-gnueabihf'] },
    env: { CC_aarch64_unknown_linux_musl: 'musl-gcc', CARGO_TARGET_ARMV7_UNKNOWN_LINUX_MUSLEABIHF_LINKER: 'arm-linux-gnueabihf-gcc' },
  });
});

test('targets reach a toolchain that a file says, with what links them', () => {
  const one = job([Setup.rustFrom('native/rust-toolchain.toml', { targets: ['s390x-unknown-linux-gnu'] })], Platform.linuxX64(made));
  const [platform] = one.platforms;
  expect(installed(one, platform)).toEqual({ apt: ['g++-s390x-linux-gnu', 'libc6-dev-s390x-cross'] });
  expect(platform.env).toMatchObject({ CARGO_TARGET_S390X_UNKNOWN_LINUX_GNU_LINKER: 's390x-linux-gnu-gcc' });
  const [step] = toolchains.rust.steps(one.setup[0], {} as Scripts);
  expect(step).toMatchObject({ 'working-directory': 'native', 'env': { RUST_TARGETS: 's390x-unknown-linux-gnu' } });
  expect(step.run).toContain('rustup target add "${targets[@]}"');
});

test('on macOS the compilers for Windows are of Homebrew', () => {
  expect(rust(['i686-pc-windows-gnu'], Platform.macosArm64)).toMatchObject({
    packages: { brew: ['mingw-w64'] }, env: { CARGO_TARGET_I686_PC_WINDOWS_GNU_LINKER: 'i686-w64-mingw32-gcc' },
  });
});

test("the platform's own variables come first", () => {
  const own = { CARGO_TARGET_AARCH64_UNKNOWN_LINUX_GNU_LINKER: 'clang' };
  expect(rust(['aarch64-unknown-linux-gnu'], Platform.linuxX64, own).env).toMatchObject({ ...own, CC_aarch64_unknown_linux_gnu: 'aarch64-linux-gnu-gcc' });
});

test('every target that has a linker is one that rustup has, and every package one that may be declared', () => {
  const { known } = toolchains.rust.targets!;
  const all = [Platform.linuxX64, Platform.linuxArm64].map((factory) => rust([...known], factory));
  expect(new Set(all.flatMap(({ packages }) => packages.apt)).size).toBeGreaterThan(10);
  expect(all.flatMap(({ packages }) => packages.apt).filter((name) => !toolchains.apt.packages!.shape.test(name))).toEqual([]);
  expect(all.flatMap(({ env }) => Object.keys(env)).filter((name) => !/^\w+$/.test(name))).toEqual([]);
});

test('winget is missed on runners that there are', () => {
  const tool = normalise('app', { setup: [Setup.winget(['NSIS.NSIS'])] }, { projectName: 'app', directory: '', marker: '' }).jobs[0].setup[0];
  expect(RUNNERS.filter((runner) => toolchains.winget.missing!(tool, runner)).map(({ label }) => label)).toEqual(['windows-2022', 'windows-11-arm', 'windows-11-vs2026-arm']);
});
