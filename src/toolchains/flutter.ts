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
    'pubspec.yaml': /^\s+flutter:\s*["']?\d/m,
    '.fvmrc': /"flutter"\s*:\s*"/,
    'fvm_config.json': /"flutter(SdkVersion)?"\s*:\s*"/,
  },
  // the channel that is cloned knows more than the archives: https://github.com/flutter/flutter/issues/188932
  missing: ({ with: { architecture, channel } }, { os, arch }) => arch === 'arm64' && os !== 'macos' && architecture === undefined && channel !== 'master'
    ? `Flutter is released for x64 alone on ${os === 'linux' ? 'Linux' : 'Windows'}`
    : undefined,
});
