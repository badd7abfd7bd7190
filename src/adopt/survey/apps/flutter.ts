import { fields } from '../../../outside/data';
import { call, list } from '../../code';
import { type AppKind, type Build, plainName } from '../app';
import { PLATFORMS, type PlatformName, usualOf } from '../platforms';
import { versionFile } from '../tools';

const GUESS = '3.35.0';

/** @see https://docs.flutter.dev/platform-integration/linux/building#prepare-linux-apps-for-distribution */
const PACKAGES = ['clang', 'cmake', 'libgtk-3-dev', 'ninja-build', 'pkg-config'];

/** @see https://docs.flutter.dev/platform-integration/desktop */
export const flutter: AppKind = {
  id: 'flutter',
  isCertain: true,
  read: (sight) => {
    const { name: said, dependencies } = sight.content('pubspec.yaml') ?? {};
    const systems = (['linux', 'windows', 'macos'] as const).filter((system) => sight.names(system).length);
    if (!('flutter' in fields(dependencies)) || systems.length === 0) {
      return undefined;
    }
    const name = plainName(said);
    const file = versionFile(sight, 'flutter', ['.fvmrc', 'fvm_config.json', 'pubspec.yaml']);
    return {
      title: 'Flutter',
      file: 'pubspec.yaml',
      name,
      platforms: usualOf(systems),
      build: (platform) => build(name, platform),
      usesNode: false,
      setup: [file === undefined ? call('Setup.flutter', GUESS) : call('Setup.flutterFrom', file)],
      prepare: { 'Install dependencies': 'flutter pub get' },
      manifests: ['pubspec.yaml'],
      notes: file === undefined ? [{ option: 'setup', text: `no file names a version of Flutter; ${GUESS} is a guess` }] : [],
    };
  },
};

/** What it makes is a directory, which becomes one file. */
function build(name: string, platform: PlatformName): Build {
  const file = `build/${name}-${platform}`;
  const arch = platform.endsWith('arm64') ? 'arm64' : 'x64';
  switch (PLATFORMS[platform].system) {
    case 'linux':
      return {
        run: ['flutter build linux --release', `tar -C build/linux/${arch}/release/bundle -czf ${file}.tar.gz .`],
        artifacts: [`${file}.tar.gz`],
        options: { setup: list([call('Setup.apt', list(PACKAGES))]) },
      };
    case 'windows':
      return { run: ['flutter build windows --release', `7z a ${file}.zip ./build/windows/${arch}/runner/Release/*`], artifacts: [`${file}.zip`] };
    default:
      return { run: ['flutter build macos --release', `ditto -c -k --keepParent build/macos/Build/Products/Release/*.app ${file}.zip`], artifacts: [`${file}.zip`] };
  }
}
