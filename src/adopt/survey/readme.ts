import type { Note } from './app';
import type { Place } from './place';
import { isReadme, markdownComplaint } from '../../github/markdown-paths';

/** Where the section of the README goes. */
export interface Readme {
  /** Undefined where the default is right. */
  readonly path: string | undefined;
  readonly found: string;
  readonly notes: readonly Note[];
}

const USUAL = 'README.md';
/** GitHub shows it where a directory is looked at, and not in place of the README in the root. */
const BESIDE = 'docs/README.md';

/** A README of another name is used as it is; one that is no Markdown stays as it is. */
export function readmeOf(place: Place): Readme {
  const all = place.list('').filter(isReadme);
  const markdown = all.includes(USUAL) ? USUAL : all.find((name) => markdownComplaint(name) === undefined);
  if (markdown !== undefined) {
    return { path: markdown === USUAL ? undefined : markdown, found: `the section about the build goes into ${markdown}`, notes: [] };
  }
  return all.length === 0
    ? { path: undefined, found: `there is no README: ${USUAL} is written with the section about the build`, notes: [] }
    : {
      path: BESIDE,
      found: `${all[0]} is no Markdown: the section about the build goes into ${BESIDE}`,
      notes: [{ option: 'readme', text: `${all[0]} is no Markdown and stays as it is: link from there to the setup doc` }],
    };
}
