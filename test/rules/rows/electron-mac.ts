import { app } from './apps';
import { Platform, type PlatformOptions, Secret, Signing } from '../../../src';
import type { Row } from '../row';

const lock = (version: string) => JSON.stringify({ packages: { 'node_modules/app-builder-lib': { version } } });
const electron = (configuration: object = {}, manifest: object = {}) => ({
  'package.json': { scripts: { dist: 'electron-builder --mac --publish never' }, devDependencies: { 'electron-builder': '*' }, build: { mac: { target: 'dmg' }, ...configuration }, ...manifest },
});
const mac = (label: string, options: Partial<PlatformOptions> = {}) =>
  Platform.macosArm64({ runsOn: [label], script: 'dist', artifacts: ['dist/*.dmg'], signing: [Signing.electronBuilderMac()], ...options });
const locked = (version: string, platform: Platform, manifest: object = {}) => app({ ...electron({}, manifest), 'package-lock.json': lock(version) }, [platform]);
const csc = Secret.optionalGroup('Apple', { secrets: ['CSC_LINK', 'CSC_KEY_PASSWORD'], without: 'The app is not signed.' });

const packages = { dependencies: { sharp: '^0.34.0' } };
const open = (configuration: object, manifest: object = packages, options: Partial<PlatformOptions> = {}) => app(electron(configuration, manifest), [mac('macos-15', options)]);
const OPEN = "Unpack only what must lie open, or patch @electron/osx-sign; 'ulimit -n 65536' in front of the build in run helps some apps and not all.";

/** How electron-builder signs on macOS. */
export const electronMacRows: readonly Row[] = [
  {
    rule: 'electron-builder-keychain',
    bad: locked('26.15.3', mac('macos-26')),
    says: ['platforms[0] macos-arm64: electron-builder 26.15.3 is given CSC_LINK, and cannot open the keychain that it makes on macos-26.', "Raise it to 26.16.1 or later, or build on runsOn: ['macos-15']."],
    good: locked('26.16.1', mac('macos-26')),
  },
  {
    rule: 'electron-builder-keychain',
    bad: app({ ...electron(), 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n\npackages:\n\n  app-builder-lib@24.13.3(dmg-builder@24.13.3):\n    resolution: {integrity: x}\n" }, [mac('macos-26-intel', { signing: [], secrets: [csc] })]),
    says: ['platforms[0] macos-arm64: electron-builder 24.13.3 is given CSC_LINK, and cannot open the keychain that it makes on macos-26-intel.', "Raise it to 26.16.1 or later, or build on runsOn: ['macos-15']."],
    // on an older system, or with a certificate that a step imports
    good: app({ ...electron(), 'package-lock.json': lock('26.15.3') }, [mac('macos-15'), mac('macos-26', { name: 'imported', signing: [], env: { CSC_NAME: 'Acme' } })]),
  },
  {
    rule: 'electron-builder-keychain',
    bad: locked('26.16.0', mac('macos-26', { name: 'mac' })),
    says: ['platforms[0] mac: electron-builder 26.16.0 is given CSC_LINK, and cannot open the keychain that it makes on macos-26.', "Raise it to 26.16.1 or later, or build on runsOn: ['macos-15']."],
    // what is patched is taken at its word
    good: locked('26.16.0', mac('macos-26'), { pnpm: { patchedDependencies: { 'app-builder-lib@26.16.0': 'patches/builder.patch' } } }),
  },
  {
    rule: 'electron-builder-open-files',
    bad: open({ asar: false }),
    says: ['platforms[0] macos-arm64: asar: false in build in package.json leaves all packages open in the app, and signing opens each of their files at the same moment: with tens of thousands it may end with EMFILE.', OPEN],
    // on no other system, and where nothing is signed
    good: app(electron({ asar: false }, packages), [mac('macos-15', { signing: [] }), Platform.linuxX64({ run: ['npx electron-builder -l AppImage --publish never'], artifacts: ['dist/*.AppImage'] })]),
  },
  {
    rule: 'electron-builder-open-files',
    bad: open({ mac: { target: 'dmg', asarUnpack: ['**/node_modules/**'] } }),
    says: ['platforms[0] macos-arm64: asarUnpack in build in package.json leaves all packages open in the app, and signing opens each of their files at the same moment: with tens of thousands it may end with EMFILE.', OPEN],
    good: open({ asarUnpack: ['**/node_modules/sharp/**', '**/*.node'] }),
  },
  {
    rule: 'electron-builder-open-files',
    bad: open({ asar: false, files: ['dist', '!**/*.map'] }),
    says: ['platforms[0] macos-arm64: asar: false in build in package.json leaves all packages open in the app, and signing opens each of their files at the same moment: with tens of thousands it may end with EMFILE.', OPEN],
    // no package goes into the app, or the limit is raised already
    good: open({ asar: false, files: ['dist', '!node_modules/**'] }),
  },
  {
    rule: 'electron-builder-open-files',
    bad: open({ asar: false }, { ...packages, devDependencies: { vite: '^8.0.0' } }),
    says: ['platforms[0] macos-arm64: asar: false in build in package.json leaves all packages open in the app, and signing opens each of their files at the same moment: with tens of thousands it may end with EMFILE.', OPEN],
    good: open({ asar: false }, packages, { script: undefined, run: ['ulimit -n 65536', 'npm run dist'] }),
  },
  {
    rule: 'electron-builder-open-files',
    bad: open({ asar: false, files: 'dist' }),
    says: ['platforms[0] macos-arm64: asar: false in build in package.json leaves all packages open in the app, and signing opens each of their files at the same moment: with tens of thousands it may end with EMFILE.', OPEN],
    // what signs is patched
    good: app({ ...electron({ asar: false }, packages), 'pnpm-workspace.yaml': "patchedDependencies:\n  '@electron/osx-sign@1.3.3': patches/osx-sign.patch\n" }, [mac('macos-15')]),
  },
];
