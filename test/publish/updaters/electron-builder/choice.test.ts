import { MacUpdater } from 'electron-updater/out/MacUpdater';
import { findFile } from 'electron-updater/out/providers/Provider';
import * as fc from 'fast-check';
import { chosen } from '../../../../src/publish/updaters/electron-builder/choice';

const PATHS = fc.uniqueArray(
  fc.tuple(fc.constantFrom('App', 'arm64-app', 'App-1.2.3'), fc.constantFrom('', '-x64', '-arm64', '-ia32', '-universal', '-amd64', '-x86_64', '-ARM64'), fc.constantFrom('zip', 'ZIP', 'dmg', 'pkg', 'exe', 'deb', 'rpm', 'AppImage', 'pacman', 'appx'))
    .map(([name, arch, extension]) => `/acme/app/releases/download/v1.2.3/${name}${arch}.${extension}`),
  { minLength: 1, maxLength: 6 },
);

const { arch: own } = process;
afterEach(() => Object.defineProperty(process, 'arch', { value: own }));

/** What electron-updater itself chooses on one machine, if it has the extension that it looks for. */
function found(paths: readonly string[], arch: string, extension: string, isArm64Mac?: boolean): string[] {
  Object.defineProperty(process, 'arch', { value: arch });
  const files = paths.map((path) => ({ url: new URL(path, 'https://github.com'), info: { url: path.split('/').at(-1)!, sha512: '' } }));
  const seen = isArm64Mac === undefined ? files : (MacUpdater as any).filterFilesForArch(files, isArm64Mac);
  const path = seen.length ? findFile(seen, extension, [])?.url.pathname : undefined;
  return path?.toLowerCase().endsWith(`.${extension.toLowerCase()}`) ? [path] : [];
}

test('what is chosen is what electron-updater chooses on some machine', () => {
  fc.assert(fc.property(PATHS, fc.constantFrom('x64', 'arm64'), (paths, arch) => {
    expect(chosen({ system: 'macos', arch, paths })).toEqual(new Set([...found(paths, 'x64', 'zip', false), ...found(paths, 'arm64', 'zip', true), ...found(paths, 'x64', 'zip', true)]));
    expect(chosen({ system: 'windows', arch, paths })).toEqual(new Set(['x64', 'arm64', 'ia32'].flatMap((one) => found(paths, one, 'exe'))));
    expect(chosen({ system: 'linux', arch, paths })).toEqual(new Set(['AppImage', 'deb', 'rpm', 'pacman'].flatMap((extension) => found(paths, arch, extension))));
  }), { numRuns: 500 });
});

test.each<[string, string[], string[]]>([
  ['an Intel Mac never takes what is for arm64', ['a-arm64.zip'], ['a-arm64.zip']],
  ['both take one that is for both', ['a-universal.zip'], ['a-universal.zip']],
  ['each takes its own', ['a.zip', 'a-arm64.zip'], ['a.zip', 'a-arm64.zip']],
  ['only Intel looks for x64', ['a.zip', 'a-x64.zip'], ['a.zip', 'a-x64.zip']],
  ['a second one of a kind is taken by nobody', ['a.zip', 'b.zip', 'a-arm64.zip', 'b-arm64.zip'], ['a.zip', 'a-arm64.zip']],
])('on macOS %s', (_, paths, expected) => {
  expect(chosen({ system: 'macos', arch: 'x64', paths })).toEqual(new Set(expected));
});
