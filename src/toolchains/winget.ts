import { manager } from './packages';

const MISSING_ON = ['windows-2022', 'windows-11-arm', 'windows-11-vs2026-arm'];

/**
 * @see https://learn.microsoft.com/windows/package-manager/winget/install
 * @see https://github.com/actions/runner-images/issues/8584
 * @see https://github.com/actions/runner-images/issues/14083
 */
export const winget = manager({
  id: 'winget',
  system: 'windows',
  packages: {
    manager: 'winget',
    shape: /^[A-Za-z0-9][A-Za-z0-9+_-]*(?:\.[A-Za-z0-9+_-]+)+(?:=[A-Za-z0-9][A-Za-z0-9.+-]*)?$/,
    allowed: "an id such as 'NSIS.NSIS', or 'id=version'",
  },
  missing: (_, { label }) => MISSING_ON.includes(label) ? { why: 'its image has no winget', hint: 'Take Setup.choco for it, or another runner.' } : undefined,
  parts: (scripts) => [scripts.windowsPath, scripts.winget],
});
