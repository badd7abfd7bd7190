import type { Pin, Release } from './pin';

/** The one list of pins of projen-tag-build itself. */
export const PINS_FILE = 'src/github/pins.ts';

const LINE = /^(\s*\{ action: ')([^']+)(', version: ')([^']+)(', commit: ')([0-9a-f]{40})(' \},)/gm;

/** The pins of the list; none where the file is another one. */
export function pinsInList(text: string): Pin[] {
  return [...text.matchAll(LINE)].map(([, , action, , version, , commit]) => ({ action, version, commit, files: [PINS_FILE] }));
}

/** The list with some pins raised, by their actions, and every other byte as it was. */
export function raisePins(text: string, raises: ReadonlyMap<string, Release>): string {
  return text.replace(LINE, (line, start, action, version, _old, commit, _commit, end) => {
    const to = raises.get(action);
    return to ? `${start}${action}${version}${to.version}${commit}${to.commit}${end}` : line;
  });
}
