import { CASES } from './cases';
import { changed, filesOf } from './harness';
import { valid } from './sound';

describe.each(CASES)('$name', ({ case: { before, project, declare } }) => {
  const files = filesOf({ before, project, declare });

  valid(files);

  test('a second synthesis changes nothing', () => {
    expect(changed(files, filesOf({ before, project, declare }, 2))).toEqual([]);
  });
});
