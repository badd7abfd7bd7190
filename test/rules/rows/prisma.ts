import { app } from './apps';
import { Platform } from '../../../src';
import type { Row } from '../row';

const lock = (version: string) => ({ packages: { 'node_modules/@prisma/client': { version }, 'node_modules/@yao-pkg/pkg': { version: '6.0.0' }, 'node_modules/electron-builder': { version: '26.17.0' } } });
const schema = (generator: string) => `// generator client { binaryTargets = ["darwin"] }\ngenerator client {\n  provider = "prisma-client-js"\n${generator}\n}\n`;
const electron = (generator: string, dist: string, build: object = {}, version = '6.19.0') => ({
  'package.json': { scripts: { dist }, dependencies: { '@prisma/client': '^6.19.0' }, devDependencies: { '@yao-pkg/pkg': '^6.0.0', 'electron-builder': '^26.17.0' }, build: { mac: { target: 'dmg' }, win: { target: 'nsis' }, ...build } },
  'package-lock.json': lock(version),
  'prisma/schema.prisma': schema(generator),
});
const mac = Platform.macosArm64({ script: 'dist', artifacts: ['dist/*'] });

/** An engine for each place that an app is packaged for. */
export const prismaRows: readonly Row[] = [
  {
    rule: 'prisma-engine-missing',
    bad: app(electron('', 'electron-builder --mac --universal --publish never'), [mac]),
    says: [
      'platforms[0] macos-arm64: electron-builder packages the app for macOS x64, and Prisma makes an engine for native only, which is macOS arm64 here.',
      'Write binaryTargets = ["native", "darwin"] in the generator of the schema.',
    ],
    // each system and architecture has a runner of its own
    good: app(electron('', 'electron-builder --publish never'), [mac, Platform.macosX64({ script: 'dist', artifacts: ['dist/*'] }), Platform.windowsX64({ script: 'dist', artifacts: ['dist/*'] })]),
  },
  {
    rule: 'prisma-engine-missing',
    bad: app(electron('  binaryTargets = ["native"]', 'electron-builder -mw --publish never', { mac: { target: [{ target: 'dmg', arch: ['x64', 'arm64'] }] } }), [mac]),
    says: [
      'platforms[0] macos-arm64: electron-builder packages the app for macOS x64 and Windows arm64, and Prisma makes an engine for native only, which is macOS arm64 here.',
      'Write binaryTargets = ["native", "darwin", "windows"] in the generator of the schema.',
    ],
    good: app(electron('  binaryTargets = ["native", "darwin", "windows"]', 'electron-builder -mw --publish never', { mac: { target: [{ target: 'dmg', arch: ['x64', 'arm64'] }] } }), [mac]),
  },
  {
    rule: 'prisma-engine-missing',
    bad: app(electron('  binaryTargets = ["darwin-arm64", "linux-arm64-openssl-3.0.x"]', 'electron-builder -l AppImage:x64 AppImage:arm64 --publish never && electron-builder -m dmg:x64 --publish never'), [Platform.linuxX64({ script: 'dist', artifacts: ['dist/*'] })]),
    says: [
      'platforms[0] linux-x64: electron-builder packages the app for Linux x64 and macOS x64, and Prisma makes an engine for darwin-arm64 and linux-arm64-openssl-3.0.x only.',
      'Write binaryTargets = ["darwin-arm64", "linux-arm64-openssl-3.0.x", "debian-openssl-3.0.x", "darwin"] in the generator of the schema.',
    ],
    // a client of version 7 has none
    good: app(electron('', 'electron-builder --mac --universal --publish never', {}, '7.1.0'), [mac]),
  },
  {
    rule: 'prisma-engine-missing',
    bad: app(electron('', 'electron-builder --mac --x64 --publish never'), [mac]),
    says: [
      'platforms[0] macos-arm64: electron-builder packages the app for macOS x64, and Prisma makes an engine for native only, which is macOS arm64 here.',
      'Write binaryTargets = ["native", "darwin"] in the generator of the schema.',
    ],
    good: app(electron('  engineType = "client"', 'electron-builder --mac --x64 --publish never'), [mac]),
  },
  {
    rule: 'prisma-engine-missing',
    bad: app(electron('  binaryTargets = [ "native" ]', 'electron-builder --mac --x64 --arm64 --publish never'), [mac]),
    says: [
      'platforms[0] macos-arm64: electron-builder packages the app for macOS x64, and Prisma makes an engine for native only, which is macOS arm64 here.',
      'Write binaryTargets = ["native", "darwin"] in the generator of the schema.',
    ],
    // it is told elsewhere, or copied by hand
    good: app(electron('  binaryTargets = env("PRISMA_TARGETS")', 'electron-builder --mac --x64 --arm64 --publish never', { extraResources: ['node_modules/@prisma/engines/**'] }), [mac]),
  },
  {
    rule: 'prisma-engine-missing',
    bad: app(electron('', 'pkg . -t node22-linux-x64,node22-win-x64'), [Platform.linuxX64({ script: 'dist', artifacts: ['dist/*'] })]),
    says: [
      'platforms[0] linux-x64: pkg packages the app for Windows x64, and Prisma makes an engine for native only, which is Linux x64 here.',
      'Write binaryTargets = ["native", "windows"] in the generator of the schema.',
    ],
    good: app(electron('  binaryTargets = ["native", "windows"]', 'pkg . -t node22-linux-x64,node22-win-x64'), [Platform.linuxX64({ script: 'dist', artifacts: ['dist/*'] })]),
  },
];
