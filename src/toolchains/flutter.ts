import { byAction } from './by-action';

/** @see https://github.com/subosito/flutter-action#usage */
export const flutter = byAction({
  title: 'Flutter',
  name: 'flutter',
  action: 'subosito/flutter-action',
  version: 'flutter-version',
  versionFile: 'flutter-version-file',
  told: { 'cache': false, 'pub-cache': false },
}, {
  versionFiles: {
    'pubspec.yaml': /^[ \t]+flutter:[ \t]*["']?\d/m,
    '.fvmrc': /"flutter"\s*:\s*"/,
    'fvm_config.json': /"flutter(?:SdkVersion)?"\s*:\s*"/,
  },
  // the channels that are cloned know more than the archives: https://github.com/flutter/flutter/issues/188932
  // of Windows it is not certain enough to refuse it
  missing: ({ with: { architecture, channel } }, { os, arch }) => arch === 'arm64' && os === 'linux' && architecture === undefined && !['master', 'main'].includes(channel) ? {
    why: 'Flutter is released for x64 alone on Linux',
    hint: 'Build it on another runner, or install the tool by steps of your own with Setup.of.',
  } : undefined,
});
