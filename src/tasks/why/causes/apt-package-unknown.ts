import type { KnownCause } from '../known-cause';

export const aptPackageUnknown: KnownCause = {
  id: 'apt-package-unknown',
  title: 'apt does not know a package',
  signs: [/^E: Unable to locate package (?<package>\S+)/],
  cause: '{package|The package} is not in this version of Ubuntu, or the lists of packages were not updated first.',
  cure: 'Name the package of that version (libwebkit2gtk-4.0-dev ended with Ubuntu 22.04), or declare it by `Setup.apt`, which updates the lists.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/tauri-apps/tauri/issues/9662'],
};
