import { isMap, UnreadYaml, type Yaml, type YamlMap } from './yaml';
import { readYaml } from './yaml-reader';

/** What electron-updater reads of a release. */
export interface UpdateInfo {
  readonly version: string;
  /** What the updater chooses from, and the packages that a web installer loads. */
  readonly entries: readonly Entry[];
  readonly fields: YamlMap;
}

/** A file that it names. */
export interface Entry {
  /** Where it stands, as a message calls it: `files[0]`. */
  readonly at: string;
  /** The field that holds its name. */
  readonly field: 'url' | 'path';
  readonly name: string;
  /** In base64. */
  readonly sha512: string;
  /** In bytes; undefined where nothing is said. */
  readonly size: number | undefined;
  /** Whether its blockmap is a part of itself. */
  readonly holdsBlockmap: boolean;
}

/**
 * Reads the content of a `latest.yml` and its like; throws an `UnreadYaml` where it is none.
 *
 * @see https://github.com/electron-userland/electron-builder/blob/master/packages/builder-util-runtime/src/updateInfo.ts
 */
export function readUpdateInfo(text: string): UpdateInfo {
  const fields = readYaml(text);
  const [version, files, packages] = [fields.get('version'), fields.get('files'), fields.get('packages')];
  if (typeof version !== 'string' || version === '') {
    throw new UnreadYaml('version is no text');
  }
  if (!Array.isArray(files) || !files.length) {
    throw new UnreadYaml('files is no list of files');
  }
  return {
    version,
    fields,
    entries: [
      ...files.map((file: Yaml, index) => entry(file, 'url', `files[${index}]`)),
      ...isMap(packages) ? [...packages].map(([key, one]) => entry(one, 'path', `packages.${key}`)) : [],
    ],
  };
}

function entry(value: Yaml, field: Entry['field'], at: string): Entry {
  const [name, sha512, size] = isMap(value) ? [value.get(field), value.get('sha512'), value.get('size')] : [];
  if (typeof name !== 'string' || typeof sha512 !== 'string' || !['number', 'undefined'].includes(typeof size)) {
    throw new UnreadYaml(`${at} has no ${field}, no sha512 or a size that is no number`);
  }
  return { at, field, name, sha512, size: size as number | undefined, holdsBlockmap: isMap(value) && value.has('blockMapSize') };
}
