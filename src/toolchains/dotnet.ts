import { byAction } from './by-action';

/** @see https://github.com/actions/setup-dotnet#usage */
export const dotnet = byAction({
  title: '.NET',
  name: 'dotnet',
  action: 'actions/setup-dotnet',
  version: 'dotnet-version',
  versionFile: 'global-json-file',
  told: { cache: false },
}, {
  versionFiles: { 'global.json': /["']?version["']?\s*:/ },
});
