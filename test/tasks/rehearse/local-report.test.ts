import { introduction } from '../../../src/tasks/rehearse/local-report';
import type { Legs } from '../../../src/tasks/rehearse/machine';
import { model, repository } from '../../render/models';

test('it says at which refs siblings are built on a branch, and which files are read on GitHub', () => {
  const siblings = [
    { ref: 'main', matchTag: '{tag}' },
    { matchTag: '{tag}' },
    { matchTag: '{tag}', refFile: 'fonts.txt' },
  ].map((overrides, index) => repository({ id: `r${index}`, name: `acme/r${index}`, path: `r${index}`, ...overrides }));
  const build = model({ repositories: [repository(), ...siblings] });
  const [job] = build.jobs;
  const legs: Legs = [{ job, platform: job.platforms[0] }];
  const lines = introduction({ model: build, legs, repository: 'acme/app', commit: 'a'.repeat(40), changed: false, credentials: 'GH_TOKEN', secrets: undefined, exposed: false }).split('\n');
  expect(lines.filter((line) => /checked out|read on/.test(line))).toEqual([
    '  checked out too   acme/r0 at main',
    '  checked out too   acme/r1 at its default branch',
    '  checked out too   acme/r2 at what fonts.txt says',
    '  read on GitHub    fonts.txt in that commit, which must be pushed',
  ]);
});
