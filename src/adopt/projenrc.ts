import { TESTED_WITH } from './packages';

/** What runs a projenrc file, by the end of its name. */
const LANGUAGES = { ts: 'tsx', mts: 'tsx', js: 'node', mjs: 'node', cjs: 'node', py: 'python' } as const;

export type ProjenrcRunner = (typeof LANGUAGES)[keyof typeof LANGUAGES];

/** Names of projenrc files; the first is what a new one is called. */
export const PROJENRCS = Object.keys(LANGUAGES).map((end) => `.projenrc.${end}`);

/** @param file one of the projenrc files */
export function runnerOf(file: string): ProjenrcRunner {
  return LANGUAGES[file.split('.').at(-1) as keyof typeof LANGUAGES];
}

/** Fetches tsx where the repository does not list it, as after `projen new`. */
export const FETCHED_TSX = `npx -y tsx@${TESTED_WITH.tsx}`;

/**
 * The projenrc file of a repository.
 *
 * @param names of the files at its root
 * @throws where there is none, or where there are several
 */
export function theProjenrc(names: readonly string[]): string {
  const [file, ...others] = PROJENRCS.filter((name) => names.includes(name));
  if (file === undefined) {
    throw new Error(`there is no projenrc file here, such as ${PROJENRCS[0]}. In the repository's root, "npx projen-tag-build init" writes one.`);
  }
  if (others.length) {
    throw new Error(`there are several projenrc files here, and one of them is the declaration: ${[file, ...others].join(', ')}. Delete the others.`);
  }
  return file;
}
