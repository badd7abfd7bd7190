import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { casesIn, shownCase } from './shown';
import { expectGolden } from '../../support/golden';

const DIR = join(__dirname, 'cases');
const NAMES = readdirSync(DIR).filter((name) => name.endsWith('.yml')).map((name) => name.replace('.yml', '')).sort();

test.each(NAMES)('steps of the kind %s become what is written down', (name) => {
  const cases = casesIn(readFileSync(join(DIR, `${name}.yml`), 'utf8'));

  expectGolden(join(DIR, `${name}.txt`), `${cases.map(shownCase).join('\n\n')}\n`);
});
