import type { Note } from './app';
import type { Place } from './place';
import type { Sight } from './sight';
import { isReadme, markdownComplaint } from '../../github/markdown-paths';
import { hasHeading } from '../../text/markers';

/** Where the section of the README goes. */
export interface Readme {
  /** Undefined where the default is right. */
  readonly path: string | undefined;
  /** Undefined where the default is right. */
  readonly heading?: string;
  readonly found: string;
  readonly notes: readonly Note[];
}

const USUAL = 'README.md';
/** GitHub shows it where a directory is looked at, and not in place of the README in the root. */
const BESIDE = 'docs/README.md';

/**
 * A README of another name is used as it is; one that is no Markdown stays as it is.
 *
 * @param title of the build, which the section is headed by
 */
export function readmeOf(place: Place, sight: Sight, title: string): Readme {
  const all = place.list('').filter(isReadme);
  const markdown = all.includes(USUAL) ? USUAL : all.find((name) => markdownComplaint(name) === undefined);
  if (markdown !== undefined) {
    const readme = { path: markdown === USUAL ? undefined : markdown, found: `the section about the build goes into ${markdown}` };
    return hasHeading(sight.upwards().at(-1)!.text(markdown) ?? '', title) ? {
      ...readme,
      heading: `${title} by tag`,
      notes: [{ option: 'readme', text: `${markdown} has a heading '${title}'; if the section takes its place, delete it with its text, and this heading` }],
    } : { ...readme, notes: [] };
  }
  return all.length === 0
    ? { path: undefined, found: `there is no README: ${USUAL} is written with the section about the build`, notes: [] }
    : {
      path: BESIDE,
      found: `${all[0]} is no Markdown: the section about the build goes into ${BESIDE}`,
      notes: [{ option: 'readme', text: `${all[0]} is no Markdown and stays as it is: link from there to the setup doc` }],
    };
}
