import { byAction } from './by-action';

/** @see https://github.com/oven-sh/setup-bun#inputs */
export const bun = byAction({
  title: 'Bun',
  name: 'bun',
  action: 'oven-sh/setup-bun',
  version: 'bun-version',
  versionFile: 'bun-version-file',
  told: { 'no-cache': true },
}, {
  runScript: 'bun run',
  runsPrograms: true,
  versionFiles: { '.bun-version': /\S/, '.bumrc': /\S/, '.tool-versions': /^bun[ \t]+\S/m, 'package.json': /"bun@|"bun"\s*:/ },
});
