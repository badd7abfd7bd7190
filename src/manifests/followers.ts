import { followCargo } from './cargo';
import type { Follow } from './manifest-files';
import type { VersionFile } from './manifest-kinds';
import { followNpm } from './npm-locks';
import { followUv } from './uv';

/** What follows from which manifests. Apart from the kinds: the library loads those, and raises nothing. */
const FOLLOWERS: readonly (readonly [manifests: RegExp, follow: Follow])[] = [
  [/(?:^|\/)package\.json$/, followNpm],
  [/(?:^|\/)Cargo\.toml$/, followCargo],
  [/(?:^|\/)pyproject\.toml$/, followUv],
];

/** Undefined where nothing follows, as from a declared line. */
export function followerOf({ path, line }: VersionFile): Follow | undefined {
  return line ? undefined : FOLLOWERS.find(([manifests]) => manifests.test(path))?.[1];
}
