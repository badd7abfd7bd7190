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
