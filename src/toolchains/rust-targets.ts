import type { Machine, Toolchain } from './toolchain';
import { runnerArch } from '../github/runners';
import type { SetupKind } from '../model/model';
import { distinct } from '../text/words';

/**
 * Those that rustup offers.
 *
 * @see https://doc.rust-lang.org/rustc/platform-support.html
 */
const KNOWN = `
  aarch64-apple-darwin aarch64-apple-ios aarch64-apple-ios-macabi aarch64-apple-ios-sim aarch64-apple-tvos aarch64-apple-tvos-sim
  aarch64-apple-visionos aarch64-apple-visionos-sim aarch64-apple-watchos aarch64-apple-watchos-sim aarch64-linux-android
  aarch64-pc-windows-gnullvm aarch64-pc-windows-msvc aarch64-unknown-fuchsia aarch64-unknown-linux-gnu aarch64-unknown-linux-musl
  aarch64-unknown-linux-ohos aarch64-unknown-none aarch64-unknown-none-softfloat aarch64-unknown-uefi arm-linux-androideabi
  arm-unknown-linux-gnueabi arm-unknown-linux-gnueabihf arm-unknown-linux-musleabi arm-unknown-linux-musleabihf arm64ec-pc-windows-msvc
  armv5te-unknown-linux-gnueabi armv5te-unknown-linux-musleabi armv7-linux-androideabi armv7-unknown-linux-gnueabi
  armv7-unknown-linux-gnueabihf armv7-unknown-linux-musleabi armv7-unknown-linux-musleabihf armv7-unknown-linux-ohos armv7a-none-eabi
  armv7a-none-eabihf armv7r-none-eabi armv7r-none-eabihf armv8r-none-eabihf i586-unknown-linux-gnu i586-unknown-linux-musl
  i686-linux-android i686-pc-windows-gnu i686-pc-windows-gnullvm i686-pc-windows-msvc i686-unknown-freebsd i686-unknown-linux-gnu
  i686-unknown-linux-musl i686-unknown-uefi loongarch64-unknown-linux-gnu loongarch64-unknown-linux-musl loongarch64-unknown-none
  loongarch64-unknown-none-softfloat nvptx64-nvidia-cuda powerpc-unknown-linux-gnu powerpc64-unknown-linux-gnu powerpc64-unknown-linux-musl
  powerpc64le-unknown-linux-gnu powerpc64le-unknown-linux-musl riscv32i-unknown-none-elf riscv32im-unknown-none-elf
  riscv32imac-unknown-none-elf riscv32imafc-unknown-none-elf riscv32imc-unknown-none-elf riscv64a23-unknown-linux-gnu
  riscv64gc-unknown-linux-gnu riscv64gc-unknown-linux-musl riscv64gc-unknown-none-elf riscv64imac-unknown-none-elf s390x-unknown-linux-gnu
  sparc64-unknown-linux-gnu sparcv9-sun-solaris thumbv6m-none-eabi thumbv7em-none-eabi thumbv7em-none-eabihf thumbv7m-none-eabi
  thumbv7neon-linux-androideabi thumbv7neon-unknown-linux-gnueabihf thumbv8m.base-none-eabi thumbv8m.main-none-eabi
  thumbv8m.main-none-eabihf wasm32-unknown-emscripten wasm32-unknown-unknown wasm32-wasip1 wasm32-wasip1-threads wasm32-wasip2 wasm32v1-none
  x86_64-apple-darwin x86_64-apple-ios x86_64-apple-ios-macabi x86_64-fortanix-unknown-sgx x86_64-linux-android x86_64-pc-solaris
  x86_64-pc-windows-gnu x86_64-pc-windows-gnullvm x86_64-pc-windows-msvc x86_64-unknown-freebsd x86_64-unknown-fuchsia
  x86_64-unknown-illumos x86_64-unknown-linux-gnu x86_64-unknown-linux-gnuasan x86_64-unknown-linux-gnux32 x86_64-unknown-linux-musl
  x86_64-unknown-linux-ohos x86_64-unknown-netbsd x86_64-unknown-none x86_64-unknown-redox x86_64-unknown-uefi
`.trim().split(/\s+/);

/** GNU's compilers for other machines, as Debian and Ubuntu have them: what their commands begin with, and the architecture of the C library. */
const GNU: Readonly<Record<string, readonly [prefix: string, library: string]>> = {
  'aarch64-unknown-linux-gnu': ['aarch64-linux-gnu', 'arm64'],
  'arm-unknown-linux-gnueabi': ['arm-linux-gnueabi', 'armel'],
  'armv5te-unknown-linux-gnueabi': ['arm-linux-gnueabi', 'armel'],
  'armv7-unknown-linux-gnueabi': ['arm-linux-gnueabi', 'armel'],
  'armv7-unknown-linux-gnueabihf': ['arm-linux-gnueabihf', 'armhf'],
  'thumbv7neon-unknown-linux-gnueabihf': ['arm-linux-gnueabihf', 'armhf'],
  'i586-unknown-linux-gnu': ['i686-linux-gnu', 'i386'],
  'i686-unknown-linux-gnu': ['i686-linux-gnu', 'i386'],
  'powerpc64le-unknown-linux-gnu': ['powerpc64le-linux-gnu', 'ppc64el'],
  'riscv64gc-unknown-linux-gnu': ['riscv64-linux-gnu', 'riscv64'],
  's390x-unknown-linux-gnu': ['s390x-linux-gnu', 's390x'],
  'x86_64-unknown-linux-gnu': ['x86_64-linux-gnu', 'amd64'],
};

const MINGW: Readonly<Record<string, readonly [prefix: string, debian: string]>> = {
  'i686-pc-windows-gnu': ['i686-w64-mingw32', 'g++-mingw-w64-i686'],
  'x86_64-pc-windows-gnu': ['x86_64-w64-mingw32', 'g++-mingw-w64-x86-64'],
};

/** What makes a program of a target. */
interface Linker {
  /** Its command; '' where the compiler of the machine links. */
  readonly linker: string;
  /** C and C++ compilers and the archiver, where there are any that fit the target. */
  readonly tools: Readonly<Partial<Record<'CC' | 'CXX' | 'AR', string>>>;
  /** Where they come from. */
  readonly packages: Partial<Record<SetupKind, readonly string[]>>;
}

/** The machine links it as it is. */
const OWN: Linker = { linker: '', tools: {}, packages: {} };

/** What links a target on a platform; undefined where nothing is known to. */
function linkerOf(target: string, platform: Machine): Linker | undefined {
  const { system } = platform;
  if (!KNOWN.includes(target)) return undefined;
  // what these need comes with Rust, or with the kit that they are built by
  if (system === 'other' || /^wasm|-none|-uefi$|android|-cuda$/.test(target)) return OWN;
  if (target.includes('-apple-')) return system === 'macos' ? OWN : undefined;
  if (target.endsWith('-msvc')) return system === 'windows' ? OWN : undefined;
  if (Object.hasOwn(MINGW, target)) return mingw(target, platform);
  return system === 'linux' ? onLinux(target, platform) : undefined;
}

function mingw(target: string, { system }: Machine): Linker | undefined {
  const [prefix, debian] = MINGW[target];
  // the image of Windows has the one for its own machine
  if (system === 'windows') return target.startsWith('x86_64') ? OWN : undefined;
  return gnu(prefix, system === 'linux' ? { apt: [debian] } : { brew: ['mingw-w64'] });
}

function onLinux(target: string, platform: Machine): Linker | undefined {
  const isOwn = target.startsWith(runnerArch(platform) === 'arm64' ? 'aarch64-' : 'x86_64-');
  const isMusl = /-linux-musl/.test(target);
  if (isOwn) return isMusl ? { linker: '', tools: { CC: 'musl-gcc' }, packages: { apt: ['musl-tools'] } } : OWN;
  const [prefix, library] = GNU[target.replace('-linux-musl', '-linux-gnu')] ?? [];
  if (!prefix) return undefined;
  const debian = prefix.replace('_', '-');
  // Rust brings its own musl, which any linker of the machine takes; there is no C compiler for it
  return isMusl
    ? { linker: `${prefix}-gcc`, tools: {}, packages: { apt: [`gcc-${debian}`] } }
    : gnu(prefix, { apt: [`g++-${debian}`, `libc6-dev-${library}-cross`] });
}

function gnu(prefix: string, packages: Linker['packages']): Linker {
  return { linker: `${prefix}-gcc`, tools: { CC: `${prefix}-gcc`, CXX: `${prefix}-g++`, AR: `${prefix}-ar` }, packages };
}

/**
 * What Cargo and the crate `cc` read.
 *
 * @see https://doc.rust-lang.org/cargo/reference/config.html#targettriplelinker
 * @see https://docs.rs/cc/latest/cc/#external-configuration-via-environment-variables
 */
function variables(target: string, { linker, tools }: Linker): Record<string, string> {
  const name = target.replaceAll(/[.-]/g, '_');
  return {
    ...linker && { [`CARGO_TARGET_${name.toUpperCase()}_LINKER`]: linker },
    ...Object.fromEntries(Object.entries(tools).map(([tool, command]) => [`${tool}_${name}`, command])),
  };
}

function linkersOf(targets: readonly string[], platform: Machine): Linker[] {
  return targets.flatMap((target) => linkerOf(target, platform) ?? []);
}

/** What Rust's targets ask of the machine that they are compiled on. */
export const crossCompiling: Pick<Toolchain, 'targets' | 'needs' | 'env'> = {
  targets: { known: KNOWN, links: (target, platform) => linkerOf(target, platform) !== undefined },
  needs: ({ targets }, platform) => {
    const packages = linkersOf(targets, platform).map((linker) => linker.packages);
    const all = (kind: SetupKind) => distinct(packages.flatMap((each) => each[kind] ?? []));
    return Object.fromEntries((['apt', 'brew'] as const).map((kind) => [kind, all(kind)]).filter(([, names]) => names.length));
  },
  env: ({ targets }, platform) => Object.assign({}, ...targets.map((target) => variables(target, linkerOf(target, platform) ?? OWN))),
};
