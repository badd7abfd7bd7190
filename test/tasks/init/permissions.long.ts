import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { APPS } from './apps';
import { changedIn, inRepository } from './repository';

const CLI = join(__dirname, '../../../src/cli.ts');
/** Somebody else than root, for whom no permission counts. */
const NOBODY = process.getuid?.() === 0 ? 65534 : undefined;

/** Where these sources lie in a private directory, nobody else can run them. */
const isReadable = NOBODY === undefined || spawnSync('test', ['-r', CLI], { uid: NOBODY, gid: NOBODY }).status === 0;
const testAsNobody = isReadable ? test : test.skip;

/** The command, by a user whose repository this is, and who may not write at a path, or not even read it. */
async function forbidden(path: string, mode = 0o555) {
  return inRepository(APPS.Rust, async (dir) => {
    mkdirSync(join(dir, 'docs'));
    if (NOBODY !== undefined) {
      chmodSync(join(dir, '..'), 0o755);
      execFileSync('chown', ['-R', String(NOBODY), dir]);
    }
    chmodSync(join(dir, path), mode);
    const { status, stderr } = spawnSync(process.execPath, ['--import', require.resolve('tsx'), CLI, 'init', '--yes', '--id', 'x'], {
      cwd: dir, encoding: 'utf8', ...NOBODY !== undefined && { uid: NOBODY, gid: NOBODY },
    });
    chmodSync(join(dir, path), 0o755);
    return { status, stderr, changed: changedIn(dir, APPS.Rust) };
  });
}

testAsNobody('a repository that may not be written is told before the first byte', async () => {
  const { status, stderr, changed } = await forbidden('.');

  expect({ status, changed }).toEqual({ status: 2, changed: [] });
  expect(stderr).toMatch(/^'\.projenrc\.ts' may not be written by this user \(EACCES\)\n[^]*\nNothing was written\. Make it possible to write these files, and run init again\.\n$/);
}, 60_000);

testAsNobody('a directory that the synthesis would write to, too', async () => {
  const { status, stderr, changed } = await forbidden('docs');

  expect({ status, changed }).toEqual({ status: 2, changed: [] });
  expect(stderr).toBe("'docs/x.md' may not be written by this user (EACCES)\nNothing was written. Make it possible to write this file, and run init again.\n");
}, 60_000);

testAsNobody('nor does what may not be read count as missing', async () => {
  const { status, stderr, changed } = await forbidden('Cargo.toml', 0o000);

  expect({ status, changed }).toEqual({ status: 2, changed: [] });
  expect(stderr).toBe("'Cargo.toml' may not be read by this user (EACCES).\n");
}, 60_000);
