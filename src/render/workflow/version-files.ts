import { kindOfManifest } from '../../manifests/manifest-kinds';
import type { Model } from '../../model/model';
import { isStamped, versionFilesOf } from '../../model/versions';
import type { Scripts } from '../../text/scripts';
import { distinct } from '../../text/words';

/** What the guard and the legs are told of the files that hold the version. */
export function versionFilesEnv(model: Model): Record<string, string> {
  const files = versionFilesOf(model);
  const names = files.filter(({ line }) => !line).map(({ path }) => path);
  const texts = files.filter(({ line }) => line).flatMap(({ path, line }) => [path, line]);
  return {
    ...names.length && { VERSION_FILES: names.join('\n') },
    ...texts.length && { VERSION_TEXTS: texts.join('\n') },
    ...isStamped(model) && { VERSION_MODE: 'stamp' },
  };
}

/** The parts of the scripts that read them. */
export function manifestParts(model: Model, scripts: Scripts): string[] {
  const parts = versionFilesOf(model).flatMap((file) => kindOfManifest(file)?.part ?? []);
  return parts.length ? [scripts.manifests, ...distinct(parts).sort().map((part) => scripts[part])] : [];
}
