import { manager } from './packages';

/** @see https://docs.chocolatey.org/en-us/choco/commands/install/ */
export const choco = manager({
  id: 'choco',
  system: 'windows',
  packages: {
    manager: 'Chocolatey',
    shape: /^[A-Za-z0-9][A-Za-z0-9._-]*(?:=[0-9][A-Za-z0-9.+-]*)?$/,
    allowed: "'name' or 'name=version'",
  },
  parts: (scripts) => [scripts.windowsPath, scripts.choco],
});
