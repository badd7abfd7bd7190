import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { from, hand, pack, sha256, to, tree, unpack, write } from './handing-on';

describe('what was damaged on its way', () => {
  /** A list and a tar that agree with each other in what is not changed on purpose. */
  function forge(arrived: string, change: (files: string) => void, list?: (lines: string[]) => string[], tar: string[] = ['-cf', '../files.tar', '.']): void {
    const files = join(arrived, 'files');
    mkdirSync(files);
    execFileSync('tar', ['-xf', '../files.tar'], { cwd: files });
    change(files);
    execFileSync('tar', ['--owner=0', '-P', ...tar], { cwd: files });
    rmSync(files, { recursive: true });
    const lines = readFileSync(join(arrived, 'list'), 'utf8').trimEnd().split('\n').slice(1);
    const sum = sha256(readFileSync(join(arrived, 'files.tar')));
    writeFileSync(join(arrived, 'list'), [`tar ${sum}`, ...(list ?? ((same) => same))(lines), ''].join('\n'));
  }

  const member = (...names: string[]) => ['-cf', '../files.tar', ...names];

  beforeEach(async () => {
    write(from, 'out/a', 'a');
    write(from, 'out/sub/b', 'b');
    await pack('out', 'out/**');
  });

  test('nothing is damaged by packing it anew', async () => {
    forge(hand(), () => {}, undefined, member('./a', './sub/b'));
    expect((await unpack('web/linux-x64 required in')).code).toBe(0);
  });

  test.each<[string, (arrived: string) => void]>([
    ['a byte of the tar', (arrived) => {
      const bytes = readFileSync(join(arrived, 'files.tar'));
      bytes[bytes.length - 1]++;
      writeFileSync(join(arrived, 'files.tar'), bytes);
    }],
    ['the end of the tar', (arrived) => writeFileSync(join(arrived, 'files.tar'), readFileSync(join(arrived, 'files.tar')).subarray(0, 600))],
    ['the whole tar', (arrived) => rmSync(join(arrived, 'files.tar'))],
    ['the whole list', (arrived) => writeFileSync(join(arrived, 'list'), '')],
    ['a file', (arrived) => forge(arrived, (files) => writeFileSync(join(files, 'a'), 'other'), undefined, member('./a', './sub/b'))],
    ['a file that is gone', (arrived) => forge(arrived, () => {}, undefined, member('./a'))],
    ['a file more', (arrived) => forge(arrived, (files) => writeFileSync(join(files, 'more'), ''), undefined, member('./a', './more', './sub/b'))],
    ['a name', (arrived) => forge(arrived, (files) => renameSync(join(files, 'a'), join(files, 'c')), undefined, member('./c', './sub/b'))],
    ['a file twice', (arrived) => forge(arrived, () => {}, (lines) => [...lines, lines[0]], member('./a', './a', './sub/b'))],
    ['a link in the tar', (arrived) => forge(arrived, (files) => {
      rmSync(join(files, 'a'));
      symlinkSync('sub/b', join(files, 'a'));
    }, (lines) => lines.map((line) => line.replace(sha256('a'), sha256('b'))), member('./a', './sub/b'))],
    ['an absolute member', (arrived) => forge(arrived, () => writeFileSync(join(to, 'evil'), 'evil'), undefined, member('./a', './sub/b', join(to, 'evil')))],
    ['a member outside', (arrived) => forge(arrived, () => writeFileSync(join(arrived, 'evil'), 'evil'), undefined, member('./a', './sub/b', '../evil'))],
    ['a line for a file outside', (arrived) => forge(arrived, () => writeFileSync(join(to, '.handed-on/evil'), 'evil'),
      (lines) => [...lines, `file ${sha256('evil')} ./../evil`], member('./a', './sub/b'))],
    ...[['x', '/etc'], ['x', '../x'], ['x', 'sub/../..'], ['../x', 'a'], ['sub/../../x', 'a'], ['x', ''], ['a', 'sub'], ['', 'a']].map(([path, target]): [string, (arrived: string) => void] =>
      [`a link ${path} to ${target}`, (arrived) => forge(arrived, () => {}, (lines) => [...lines, `link ${path}\t${target}`], member('./a', './sub/b'))]),
    ['a link below a link', (arrived) => forge(arrived, () => {}, (lines) => [...lines, 'link x\tsub', 'link x/y\tb'], member('./a', './sub/b'))],
  ])('%s: nothing is unpacked', async (_what, damage) => {
    damage(hand());
    write(to, 'in/mine');
    const run = await unpack('web/linux-x64 required in');
    expect(run.annotations).toEqual([{
      level: 'error',
      title: 'Handed-on files are damaged',
      text: 'What web handed on from linux-x64 is not what its list says: something is missing, was changed or was added. Re-run all jobs. See https://doc#handed-on-files-are-damaged',
    }]);
    expect(run.code).toBe(1);
    expect(Object.keys(tree(to)).filter((path) => path !== 'evil')).toEqual(['in/mine']);
    expect(existsSync(join(dirname(to), 'x'))).toBe(false);
  });
});
