import type { AppCheck } from './app-check';
import { TAURI_FILES, type TauriPlatform, tauriPlatforms, valuesOf } from './tauri';
import { fields } from '../outside/data';

/** @see https://v2.tauri.app/reference/config/#bundleconfig */
export const tauriBundleInactive: AppCheck = {
  id: 'tauri-bundle-inactive',
  cause: 'Tauri bundles nothing unless `bundle.active` is true or a command names bundles, and artifact patterns ask for bundles.',
  cure: 'Write `"bundle": { "active": true }`, or build by `tauri build --bundles`.',
  files: () => TAURI_FILES,
  check: (seen) => {
    const all = tauriPlatforms(seen);
    return all.filter(({ platform }) => all.every((other) => other.platform !== platform || bundlesNothing(other))).flatMap(({ platform, file }) => {
      const pattern = platform.artifacts.find((one) => !one.startsWith('!') && one.split('/').includes('bundle'));
      return pattern === undefined ? [] : [{
        at: platform,
        what: `bundle.active in ${file} is not true, so that Tauri bundles nothing, and '${pattern}' asks for a bundle`,
        fix: 'Write "bundle": { "active": true }, or name bundles: tauri build --bundles.',
      }];
    });
  },
};

function bundlesNothing({ command, words, configuration }: TauriPlatform): boolean {
  return command === 'build' && (words.includes('--no-bundle') || valuesOf(words, '--bundles', '-b').length === 0 && fields(configuration.bundle).active !== true);
}
