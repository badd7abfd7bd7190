import { MAX_TAG_BYTES } from './limits';

const REST = '(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?';
const CORES = ['[0-9]+\\.[0-9]+\\.[0-9]+', '[0-9]+\\.[0-9]+'];
/** The order of assets/guard.sh: three numbers before two, behind a `v` before anywhere. */
const VERSIONS = CORES.flatMap((core) => [
  new RegExp(`(?:^|.*[^0-9A-Za-z.])v(${core}${REST})$`),
  new RegExp(`(?:^|[^0-9.])(${core}${REST})$`),
]);

/** The version in a tag, found as assets/guard.sh finds it; GitHub takes no longer one. */
export function versionOf(tag: string): string | undefined {
  const found = Buffer.byteLength(tag) > MAX_TAG_BYTES ? [] : VERSIONS.map((pattern) => pattern.exec(tag)?.[1]);
  return found.find((version) => version !== undefined);
}
