import { withDiffColours } from '../../src/text/diff-colours';

test('what a diff takes away is red, what it adds green, where it is cyan', () => {
  expect(withDiffColours('--- a\n@@ -1 +1 @@\n same\n-old\n+new ✓\n')).toBe(
    '\u001b[31m--- a\u001b[39m\n\u001b[36m@@ -1 +1 @@\u001b[39m\n same\n\u001b[31m-old\u001b[39m\n\u001b[32m+new ✓\u001b[39m\n',
  );
});
