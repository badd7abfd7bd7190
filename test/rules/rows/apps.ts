import { type BuildJobOptions, Platform, type PlatformOptions, Secret } from '../../../src';
import type { Case } from '../../cases/case';
import { build, type Row } from '../row';

/** A build of an app whose own files lie there; what is no text is written as JSON. */
function app(before: Readonly<Record<string, unknown>>, platforms: BuildJobOptions['platforms']): Case {
  const files = Object.entries(before).map(([file, content]): [string, string] => [file, typeof content === 'string' ? content : JSON.stringify(content)]);
  return { ...build({ platforms }), before: Object.fromEntries(files) };
}

const linux = (options: Partial<PlatformOptions> = {}) => Platform.linuxX64({ script: 'dist', artifacts: ['dist/*.AppImage'], ...options });
const electron = (configuration: object, dist = 'electron-builder --linux AppImage --publish never') => ({ 'package.json': { scripts: { dist }, build: configuration } });
const github = { publish: { provider: 'github' } };
const NEVER = 'Add --publish never: what is built here is published when all platforms are done.';

/** What the app's own files say. */
export const appRows: readonly Row[] = [
  {
    rule: 'electron-builder-publishes',
    bad: app(electron(github, 'vite build && electron-builder --linux AppImage'), [linux()]),
    says: ["platforms[0] linux-x64: 'electron-builder --linux AppImage' of the script 'dist' publishes by itself when a tag is built: publish in build in package.json names github.", NEVER],
    good: app(electron(github), [linux()]),
  },
  {
    rule: 'electron-builder-publishes',
    bad: app({ 'package.json': {}, 'electron-builder.yml': 'linux:\n  publish: [generic, s3, s3]\n' }, [linux({ script: undefined, run: ['npx electron-builder'] })]),
    says: ["platforms[0] linux-x64: 'electron-builder' publishes by itself when a tag is built: publish in electron-builder.yml names s3.", NEVER],
    good: app({ 'package.json': {}, 'electron-builder.yml': 'publish: s3\nlinux:\n  publish: [generic]\n' }, [linux({ script: undefined, run: ['npx electron-builder'] })]),
  },
  {
    rule: 'electron-builder-publishes',
    bad: app(electron({}, 'electron-builder'), [linux({ secrets: [Secret.required({ secret: 'GH_TOKEN', purpose: 'reading releases' })] })]),
    says: ["platforms[0] linux-x64: 'electron-builder' of the script 'dist' publishes by itself when a tag is built: it has a token in GH_TOKEN.", NEVER],
    good: app(electron({}, 'electron-builder'), [linux()]),
  },
];
