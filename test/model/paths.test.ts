import type { BuildJobModel } from '../../src/model/model';
import { patternFromWorkspace } from '../../src/model/paths';

test.each([
  ['', 'dist/*', 'dist/*'],
  ['', './dist/*', 'dist/*'],
  ['app', './dist/*', 'app/dist/*'],
  ['app', '!./dist/*', '!app/dist/*'],
  ['app', ' !!dist/* ', 'app/dist/*'],
  ['apps/[id]', '!!!dist/*', '!apps/[[]id]/dist/*'],
  ['app', '**', 'app/**'],
])('in %j, %j is %j', (workingDirectory, pattern, expected) => {
  expect(patternFromWorkspace({ workingDirectory } as BuildJobModel, pattern)).toBe(expected);
});
