import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HOSTILE_TAGS, isInstalled, Place, SHELLS } from './shells';

let place: Place;

beforeAll(() => { place = new Place(); });
afterAll(() => place.remove());

/** What is typed, with the key that completes, and the words that arrive. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  'reh\t': ['rehearse'],
  'plan --rem\t': ['plan', '--remote'],
  'plan --event d\t': ['plan', '--event', 'dispatch'],
  'plan --event=sch\t': ['plan', '--event=schedule'],
  'plan --build=d\t': ['plan', '--build=desktop'],
  'rehearse --build w\t li\t': ['rehearse', '--build', 'web', 'linux-x64'],
  'rehearse --secret-file sec\t': ['rehearse', '--secret-file', 'secrets of mine.env'],
  'init --id s\t': ['init', '--id', 's'],
  'help doc\t': ['help', 'doctor'],
  'nothing s\t': ['nothing', 's'],
};

for (const shell of SHELLS) {
  const testIfInstalled = isInstalled(shell.name) ? test : test.skip;

  testIfInstalled(`${shell.name}, where it is installed, completes commands, options and what is there, and runs nothing of a name`, async () => {
    const names = HOSTILE_TAGS.slice(0, 4);
    const given = await place.typed(shell, [...Object.keys(WORDS), ...names.map((tag) => `plan ${tag[0]}\t`)]);
    expect(given).toEqual([...Object.values(WORDS), ...names.map((tag) => ['plan', tag])]);
    expect(existsSync(join(place.repository, 'pwned'))).toBe(false);
  });
}
