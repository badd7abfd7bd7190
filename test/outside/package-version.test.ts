import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageVersion } from '../../src/outside/package-version';
import { write } from '../cases/harness';
import { bundle } from '../support/octokit';

const SOURCE = join(__dirname, '..', '..', 'src', 'outside', 'package-version.ts');

test('from the sources it is 0.0.0, whatever a release has written into package.json', () => {
  expect(packageVersion()).toBe('0.0.0');
});

test.each(['lib/outside', 'bin'])('from %s it is the one in package.json', (directory) => {
  const dir = mkdtempSync(join(tmpdir(), 'version-'));
  try {
    write(dir, { 'package.json': '{"version": "1.4.0"}' });
    bundle(SOURCE, join(dir, directory, 'it.js'));
    expect(execFileSync('node', ['-p', 'require(process.argv[1]).packageVersion()', join(dir, directory, 'it.js')], { encoding: 'utf8' })).toBe('1.4.0\n');
  } finally {
    rmSync(dir, { recursive: true });
  }
});
