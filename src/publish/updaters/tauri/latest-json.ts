import type { Bundle } from './bundles';
import type { CheckedSignature } from './signatures';
import { releaseName } from '../../assemble/record';
import { input } from '../../inputs';

/**
 * The text of the file that apps look for, for a release of the repository; '' is the workflow's own.
 *
 * @see https://v2.tauri.app/plugin/updater/#static-json-file
 */
export function latestJson(repository: string, platforms: ReadonlyMap<string, Bundle>, signatures: ReadonlyMap<Bundle, CheckedSignature>): string {
  const releases = `${input('GITHUB_SERVER_URL')}/${repository || input('GITHUB_REPOSITORY')}/releases`;
  const tag = encodeURIComponent(input('TAG') || input('NAME'));
  const time = Math.max(0, ...Array.from(signatures.values(), (signature) => signature.time));
  const entries = Array.from(platforms, ([key, bundle]) => [key, {
    signature: signatures.get(bundle)!.text,
    url: `${releases}/download/${tag}/${encodeURIComponent(bundle.file.name)}`,
  }]);
  return `${JSON.stringify({
    version: releaseName(),
    notes: `${releases}/tag/${tag}`,
    // not the time of this run: of the same files, the same text is made
    ...time && { pub_date: new Date(time * 1000).toISOString() },
    platforms: Object.fromEntries(entries),
  }, undefined, 2)}\n`;
}
