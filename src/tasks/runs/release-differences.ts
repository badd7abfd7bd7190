import type { Model } from '../../model/model';
import { type Fields, fields, isFields, text } from '../../outside/data';
import { CHECKSUMS, MANIFEST, PROVENANCE, SBOM_ATTESTATION } from '../../publish/contract';

/** A tag, and what its run called the version. */
export interface Tagged {
  readonly tag: string;
  readonly version: string;
  /** Id of the run; undefined where any may have published it. */
  readonly run?: number;
}

export interface PublishedFile {
  readonly id: number;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** As GitHub has computed it, in hexadecimal digits; '' where it has not. */
  readonly sha256: string;
}

/** The texts of the files that say what a release holds; undefined where they are not there. */
export interface Said {
  readonly manifest: string | undefined;
  readonly sums: string | undefined;
}

/** Files that the manifest does not name: no two runs make them alike. */
const MADE_ANEW: readonly string[] = [MANIFEST, CHECKSUMS, PROVENANCE, SBOM_ATTESTATION];

/** How the files of a release differ from what its manifest and its sums say, and these from the declaration. */
export function differencesOf(files: readonly PublishedFile[], { manifest, sums }: Said, { id, release }: Model, tagged: Tagged): string[] {
  return [
    ...release.manifest && manifest === undefined ? [`${MANIFEST} is missing`] : [],
    ...release.checksums && sums === undefined ? [`${CHECKSUMS} is missing`] : [],
    ...files.filter(({ sha256 }) => !sha256).map(({ name }) => `GitHub has no sum of ${name}`),
    ...manifest === undefined ? [] : manifestDifferences(files, parsed(manifest), id, tagged),
    ...sums === undefined ? [] : sumsDifferences(files, sums),
  ];
}

function parsed(manifest: string): Fields {
  try {
    return fields(JSON.parse(manifest));
  } catch {
    return {};
  }
}

function manifestDifferences(files: readonly PublishedFile[], manifest: Fields, build: string, { tag, run }: Tagged): string[] {
  if (manifest.version !== 1 || !Array.isArray(manifest.files)) {
    return [`${MANIFEST} cannot be read`];
  }
  const named = manifest.files.filter(isFields);
  const names = named.map(({ name }) => text(name));
  const { id } = fields(manifest.run);
  return [
    ...manifest.build === build ? [] : [`${MANIFEST} is of another build: ${shown(manifest.build)}`],
    ...manifest.tag === tag ? [] : [`${MANIFEST} is of another tag: ${shown(manifest.tag)}`],
    ...run === undefined || id === run ? [] : [`${MANIFEST} is of another run: ${shown(id)}`],
    ...named.flatMap(({ name, size, sha256 }) => {
      const file = files.find((one) => one.name === name);
      if (!file) return [`${shown(name)} is missing`];
      return file.size === size && (!file.sha256 || file.sha256 === sha256) ? [] : [`${file.name} has other bytes than ${MANIFEST} says`];
    }),
    ...files.filter(({ name }) => !names.includes(name) && !MADE_ANEW.includes(name)).map(({ name }) => `${name} is there, and ${MANIFEST} does not name it`),
  ];
}

function sumsDifferences(files: readonly PublishedFile[], sums: string): string[] {
  return sums.split(/\r?\n/).filter(Boolean).flatMap((line) => {
    const [, sha256, name] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    const file = files.find((one) => one.name === name);
    if (name === undefined) return [`${CHECKSUMS} has a line that cannot be read`];
    if (!file) return [`${shown(name)} is missing, though ${CHECKSUMS} names it`];
    return !file.sha256 || file.sha256 === sha256 ? [] : [`${name} has another sum than ${CHECKSUMS} says`];
  });
}

function shown(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : 'none';
}
