import type { Removal } from './removal';
import { SIGNS } from '../../text/signs';
import { wholeLines, type Passage } from '../passages';

export function isEmpty({ deleted, edited, packages }: Removal): boolean {
  return !deleted.length && !edited.length && packages === undefined;
}

/** All that will be done, or is to be done by hand. */
export function announcement(removal: Removal, runs: boolean): Passage[] {
  const { byHand, naming, kept, packages } = removal;
  const last = underWhole('At last, take the package out of these lines, and run "npx projen":', naming);
  if (byHand) {
    return [...instructions(byHand), ...last];
  }
  return isEmpty(removal) ? ['There is nothing of tag builds here.\n', ...last] : [
    under('These files go:', deletedIn(removal)),
    under('These stay, without what was put into them:', editedIn(removal)),
    under('These were generated once, and stay, since they are yours by now:', kept),
    ...underWhole(runs ? 'Then the packages are taken back:' : 'Take the packages back yourself, or by --run:', packages === undefined ? [] : [packages]),
    ...last,
  ];
}

function instructions({ projenrc, lines }: NonNullable<Removal['byHand']>): Passage[] {
  return [
    `${SIGNS.bad} ${projenrc} holds more than tag builds, and is yours to change.\n`,
    ...lines.length ? underWhole('Remove these lines, with what belongs to them:', lines) : ['Remove the builds from it, or from what it imports.\n'],
    'Then run "npx projen", which removes what it has generated, and "npx projen-tag-build remove" once more for what is left.\n',
  ];
}

function deletedIn({ deleted, projenrc, changed }: Removal): string[] {
  return deleted.map((file) => file + (file === projenrc ? ' (your declaration)' : '') + changedNote(file, changed));
}

function editedIn({ edited, changed }: Removal): string[] {
  return edited.map(({ path, text, what }) => `${path}: ${what}${text === '' ? '; nothing else is in it, so that it goes' : ''}${changedNote(path, changed)}`);
}

function changedNote(file: string, changed: readonly string[]): string {
  return changed.includes(file) ? ' (changed since it was generated)' : '';
}

function under(title: string, lines: readonly string[]): string {
  return lines.length ? [title, ...lines.map((line) => `  ${line}`), ''].join('\n') : '';
}

/** Lines of a file, and commands. */
function underWhole(title: string, lines: readonly string[]): Passage[] {
  return lines.length ? [`${title}\n`, wholeLines(lines)] : [];
}
