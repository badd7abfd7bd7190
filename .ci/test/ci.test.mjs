import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { judge } from '../exceptions.mjs';
import { globToRegExp } from '../glob.mjs';
import { lint } from '../linters.mjs';

const FINDING = { tool: 'zizmor', rule: 'artipacked', file: '.github/workflows/a.yml', line: 7, text: 'credentials stay: uses: actions/checkout' };
const EXCEPTION = { tool: 'zizmor', rule: 'artipacked', reason: 'because' };

test('the linters find what a bad workflow holds, whatever its comments say', () => {
  const file = fileURLToPath(new URL('bad-workflow.yml', import.meta.url));
  const found = lint([file]).map(({ tool, rule, line }) => `${tool} ${rule} ${line}`);
  for (const finding of ['actionlint runner-label 7', 'actionlint shellcheck 10', 'shellcheck directive 12', 'zizmor unpinned-uses 9', 'zizmor artipacked 9']) {
    assert.ok(found.includes(finding), `${finding} is not among ${found.join(', ')}`);
  }
});

test('a linter that cannot run is a failure', () => {
  assert.throws(() => lint(['no-such-file.yml']), /could not run/);
});

test('a finding without an exception is a problem', () => {
  assert.deepEqual(judge([FINDING], []), ['.github/workflows/a.yml:7: zizmor artipacked: credentials stay: uses: actions/checkout']);
});

test('an exception covers by tool and rule, and by file and text where it has them', () => {
  assert.deepEqual(judge([FINDING], [EXCEPTION]), []);
  assert.deepEqual(judge([FINDING], [{ ...EXCEPTION, file: '.github/**', match: 'actions/checkout' }]), []);
  for (const other of [{ tool: 'actionlint' }, { rule: 'unpinned-uses' }, { file: 'test/**' }, { match: 'setup-node' }]) {
    assert.equal(judge([FINDING], [{ ...EXCEPTION, ...other }]).length, 2, `covered by ${JSON.stringify(other)}`);
  }
});

test('an exception that hits nothing is a problem', () => {
  assert.deepEqual(judge([], [EXCEPTION]), [`stale exception, it hits nothing: ${JSON.stringify(EXCEPTION)}`]);
});

test('an exception needs a reason and knows no other keys', () => {
  assert.match(judge([FINDING], [{ ...EXCEPTION, reason: '' }])[0], /^exception without 'reason'/);
  assert.match(judge([FINDING], [{ ...EXCEPTION, path: 'x' }])[0], /^exception with an unknown key 'path', allowed are tool, /);
  assert.match(judge([FINDING], [{ ...EXCEPTION, file: ['x'] }])[0], /^exception whose 'file' is no string/);
});

test('patterns', () => {
  assert.match('lib/a.js', globToRegExp('lib/**/*.js'));
  assert.match('lib/a/b/c.js', globToRegExp('lib/**/*.js'));
  assert.match('node_modules/yaml/x', globToRegExp('node_modules/yaml/**'));
  assert.doesNotMatch('lib/a/b.js', globToRegExp('lib/*.js'));
  assert.doesNotMatch('lib/axjs', globToRegExp('lib/*.js'));
  assert.doesNotMatch('xlib/a.js', globToRegExp('lib/*.js'));
});

test('the package holds what is listed and nothing else', () => {
  const contents = (files, patterns) => {
    const dir = mkdtempSync(join(tmpdir(), 'contents-'));
    writeFileSync(join(dir, 'patterns'), patterns);
    const script = fileURLToPath(new URL('../package-contents.mjs', import.meta.url));
    const { status, stdout } = spawnSync(process.execPath, [script, join(dir, 'patterns')], { input: files, encoding: 'utf8' });
    rmSync(dir, { recursive: true });
    return { status, stdout };
  };
  assert.deepEqual(contents('package.json\nlib/a.js\n', '# all\npackage.json\nlib/**\n'), { status: 0, stdout: '' });
  assert.deepEqual(contents('package.json\ntest/a.js\n', 'package.json\n'), { status: 1, stdout: 'test/a.js: does not belong into the package\n' });
  assert.deepEqual(contents('package.json\n', 'package.json\nREADME.md\n'), { status: 1, stdout: 'README.md: the package has no such file\n' });
});
