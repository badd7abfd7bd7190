import { engine } from '../../support/engine';
import { readSource } from '../../../src/adopt/workflow/read-source';
test('probe', () => {
  const text = `# top
name: x # beside
on:
  push:
    tags: ['v*']
# odd
env: &e
  A: \${{ github.ref }}
jobs:
  # the job
  b:
    runs-on: x
    if: github.ref == 'x'
    env: *e
    steps:
      # above
      - &s
        uses: actions/checkout@v4 # v4.1.1
        # inside
        with: { x: 1, y: true }
      - run: |
          # no comment
          x \${{ matrix.y }} # no
        if: \${{ startsWith(github.ref, 'refs/tags/') }}
      - *s
`;
  console.log(JSON.stringify(readSource(engine, text), null, 1));
});
