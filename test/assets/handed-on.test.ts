import { execFileSync } from 'node:child_process';
import { existsSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { from, hand, link, pack, permissions, sha256, to, tree, unpack, write } from './handing-on';
import { compose, runScript } from '../support/run-script';

/** Packs, hands on and unpacks, and both must succeed. */
async function sent(root: string, ...patterns: string[]): Promise<Record<string, string>> {
  expect(await pack(root, ...patterns)).toMatchObject({ code: 0, stdout: '', stderr: '' });
  expect(readdirSync(join(from, '.handed-on')).sort()).toEqual(['files.tar', 'list']);
  hand();
  expect(await unpack('web/linux-x64 required in')).toMatchObject({ code: 0, stdout: '', stderr: '', leftovers: [] });
  expect(existsSync(join(to, '.handed-on'))).toBe(false);
  return tree(join(to, 'in'));
}

describe('what arrives', () => {
  test('lies as it lay below the root, with its permissions, and is writable for its owner and readable for all', async () => {
    write(from, 'web/dist/index.html');
    write(from, 'web/dist/bin/tool', '#!/bin/sh\n', 0o755);
    write(from, 'web/other');
    expect(await sent('web/dist', 'web/dist/**')).toEqual({ 'index.html': '644 content of web/dist/index.html', 'bin/tool': '755 #!/bin/sh\n' });
    expect(permissions(join(to, 'in/bin'))).toBe('755');
  });

  test.each([
    ['files of a pattern', 'out', ['out/*.x']],
    ['the one file that a pattern names', 'out/b.x', ['out/b.x']],
    ['what is not taken away again', '.', ['out', '!out/a.txt']],
  ])('is %s', async (_what, root, patterns) => {
    ['out/a.txt', 'out/b.x', 'out/.hidden.x'].forEach((path) => write(from, path));
    expect(Object.keys(await sent(root, ...patterns))).toEqual([root === '.' ? 'out/b.x' : 'b.x']);
  });

  test('has the links of a bundle, also those to directories and through other links', async () => {
    write(from, 'out/App.app/F.framework/Versions/A/F', 'code', 0o755);
    write(from, 'out/App.app/F.framework/Versions/A/Resources/Info.plist', 'info');
    link('out/App.app/F.framework/Versions/Current', 'A');
    link('out/App.app/F.framework/F', 'Versions/Current/F');
    link('out/App.app/F.framework/Resources', './Versions/Current/Resources');
    link('out/App.app/up', '../App.app/F.framework/');
    expect(await sent('out', 'out/*.app')).toEqual({
      'App.app/F.framework/Versions/A/F': '755 code',
      'App.app/F.framework/Versions/A/Resources/Info.plist': '644 info',
      'App.app/F.framework/Versions/Current': '-> A',
      'App.app/F.framework/F': '-> Versions/Current/F',
      'App.app/F.framework/Resources': '-> ./Versions/Current/Resources',
      'App.app/up': '-> ../App.app/F.framework/',
    });
    expect(readFileSync(join(to, 'in/App.app/up/Resources/Info.plist'), 'utf8')).toBe('info');
  });

  test('has what lies behind a link in its place, where that is not packed itself', async () => {
    write(from, 'store/lib.so', 'lib', 0o755);
    write(from, 'store/deep/a');
    write(from, 'out/.cache/x', 'hidden');
    write(from, 'out/some/a', 'one');
    write(from, 'out/some/b', 'two');
    link('out/lib.so', '../store/lib.so');
    link('out/absolute', join(from, 'store/deep'));
    link('out/latest', '.cache/x');
    link('out/nowhere', 'gone');
    link('out/round', 'some/../some');
    expect(await sent('out', 'out/*', '!out/some/b')).toEqual({
      'lib.so': '755 lib', 'absolute/a': '644 content of store/deep/a', 'latest': '644 hidden', 'some/a': '644 one', 'round/a': '644 one', 'round/b': '644 two',
    });
  });

  test('has names of every kind, as names', async () => {
    const names = ['a b', '-rf', '*', '$(touch pwned)', '`x`', "it's", '"q"', 'ü', '%0A', ' lead', 'tar x', '#', '::error::x', 'link\u2028y', '~', '[x'];
    names.forEach((name) => write(from, `out/${name}/${name}`));
    link('out/<b>', "it's");
    expect(Object.keys(await sent('out', 'out/**')).sort()).toEqual([...names.map((name) => `${name}/${name}`), '<b>'].sort());
  });

  test.each(['stage/linux-x64', 'list/linux-x64'])('comes from a job of any id: %s', async (leg) => {
    write(from, 'out/a');
    await pack('out', 'out/*');
    hand(leg);
    expect(await unpack(`${leg} required in`)).toMatchObject({ code: 0, stdout: '' });
    expect(Object.keys(tree(join(to, 'in')))).toEqual(['a']);
  });

  test('has both names of one file', async () => {
    write(from, 'out/a', 'same');
    linkSync(join(from, 'out/a'), join(from, 'out/b'));
    expect(await sent('out', 'out/*')).toEqual({ a: '644 same', b: '644 same' });
  });

  test('is what bsdtar reads and writes, too', async () => {
    try {
      execFileSync('bsdtar', ['--version'], { stdio: 'ignore' });
    } catch {
      return;
    }
    const bin = join(from, '.bin');
    mkdirSync(bin);
    symlinkSync(execFileSync('which', ['bsdtar'], { encoding: 'utf8' }).trim(), join(bin, 'tar'));
    const PATH = `${bin}:${process.env.PATH}`;
    ['out/ü', 'out/a b', 'out/-x'].forEach((path) => write(from, path, 'x', 0o755));
    link('out/link', 'a b');
    for (const [packer, unpacker] of [[PATH, process.env.PATH!], [process.env.PATH!, PATH]]) {
      expect(await runScript(compose('pack'), { ARTIFACTS: 'out/*', ROOT: 'out', PLATFORM: 'mac', PATH: packer }, { cwd: from })).toMatchObject({ code: 0, stdout: '' });
      hand('web/mac');
      expect(await runScript(compose('unpack'), { HANDED_ON: 'web/mac required in', PATH: unpacker }, { cwd: to })).toMatchObject({ code: 0, stdout: '' });
      expect(tree(join(to, 'in'))).toEqual({ 'ü': '755 x', 'a b': '755 x', '-x': '755 x', 'link': '-> a b' });
      rmSync(join(to, 'in'), { recursive: true });
    }
  });
});

test('the list holds the sum of the whole and of every file', async () => {
  write(from, 'out/a');
  link('out/b', 'a');
  await pack('out', 'out/*');
  const tar = readFileSync(join(from, '.handed-on/files.tar'));
  expect(readFileSync(join(from, '.handed-on/list'), 'utf8')).toBe(`tar ${sha256(tar)}\nfile ${sha256('content of out/a')} ./a\nlink b\ta\n`);
});

test('the summary says what came from where', async () => {
  write(from, 'out/a');
  await pack('out', 'out/*');
  const sum = sha256(readFileSync(join(hand('web/linux-x64'), 'files.tar')));
  hand('web/mac_os');
  expect((await unpack('web/linux-x64 required in/linux', 'web/mac_os required in/my mac')).summary).toBe(
    `### Handed on\n\n| from | into | files | SHA-256 of all |\n| --- | --- | ---: | --- |\n| web/linux-x64 | in/linux | 1 | ${sum} |\n| web/mac\\_os | in/my mac | 1 | ${sum} |\n`,
  );
});

describe('what cannot be handed on', () => {
  test.each([['out/a\\b', 'a\\b'], ['out/\tx', ' x']])('is a name that lists and shells read otherwise: %j', async (path, shown) => {
    write(from, path);
    const run = await pack('out', 'out/*');
    expect(run.code).toBe(1);
    expect(run.annotations).toEqual([{
      level: 'error',
      title: 'A file cannot be handed on',
      text: `The name '${shown}' on linux-x64 has a control character or a backslash. Let the build name its files without it. See https://doc#a-file-cannot-be-handed-on`,
    }]);
  });

  test('is a name with a line break', async () => {
    write(from, 'out/a\n::error::forged');
    const run = await pack('out', 'out/*');
    expect(run).toMatchObject({ code: 1, annotations: [{ title: 'A file cannot be handed on', text: expect.stringMatching(/^The name 'a ::error::forged' on linux-x64 has a control character/) }] });
  });

  test('is nothing: a pattern without a match comes first', async () => {
    expect(await pack('out', 'out/*')).toMatchObject({ code: 1, annotations: [{ title: 'An artifact is missing' }] });
    expect(existsSync(join(from, '.handed-on'))).toBe(false);
  });
});

describe('what did not arrive', () => {
  const lost = { level: 'error', title: 'Handed-on files did not arrive' };

  test('fails, and says why that may be', async () => {
    expect(await unpack('web/linux-x64 required in')).toMatchObject({
      code: 1,
      annotations: [{
        ...lost,
        text: 'Nothing arrived of what web built on linux-x64. It is kept for a day; later, or where the download failed, re-run all jobs. See https://doc#handed-on-files-did-not-arrive',
      }],
    });
  });

  test('is no error where the platform may fail; the others arrive', async () => {
    write(from, 'out/a');
    await pack('out', 'out/*');
    hand('web/linux-x64');
    expect(await unpack('web/mac optional in/mac', 'web/linux-x64 required in/linux')).toMatchObject({
      code: 0, annotations: [{ level: 'notice', title: 'Nothing was handed on', text: 'web handed nothing on from mac, which is allowed to fail.' }],
    });
    expect(Object.keys(tree(join(to, 'in')))).toEqual(['linux/a']);
  });

  test('is said of each', async () => {
    expect((await unpack('web/a required in', 'web/b required in', 'x/a optional in')).annotations).toMatchObject([lost, lost, { level: 'notice' }]);
  });
});

test('nothing is unpacked of what was damaged on its way', async () => {
  write(from, 'out/a', 'a');
  await pack('out', 'out/**');
  const file = join(hand(), 'files.tar');
  const bytes = readFileSync(file);
  bytes[bytes.length - 1]++;
  writeFileSync(file, bytes);
  expect(await unpack('web/linux-x64 required in')).toMatchObject({ code: 1, annotations: [{ title: 'Handed-on files are damaged' }] });
  expect(tree(to)).toEqual({});
});

describe('what cannot be put into its place', () => {
  beforeEach(async () => {
    write(from, 'out/sub/a', 'new');
    await pack('out', 'out/**');
    hand();
  });

  const said = (reason: string) => [{
    level: 'error',
    title: 'Handed-on files cannot be placed',
    text: `What web handed on from linux-x64 cannot be put into 'in': ${reason}. Declare another path, or let the build put its files elsewhere. See https://doc#handed-on-files-cannot-be-placed`,
  }];

  test.each<[string, () => void, string]>([
    ['a file', () => write(to, 'in/sub/a'), "'sub/a' lies there already"],
    ['a link that leads nowhere', () => { write(to, 'in/sub/b'); symlinkSync('gone', join(to, 'in/sub/a')); }, "'sub/a' lies there already"],
    ['a file where a directory is needed', () => write(to, 'in/sub'), 'copying failed'],
    ['a file where all should lie', () => write(to, 'in'), 'it leads out of the workspace, or a file lies in its way'],
    ['a link out of the workspace', () => symlinkSync(from, join(to, 'in')), 'it leads out of the workspace, or a file lies in its way'],
  ])('is in the way of %s, which stays', async (_what, prepare, reason) => {
    prepare();
    const before = tree(to);
    const run = await unpack('web/linux-x64 required in');
    expect([run.code, run.annotations]).toEqual([1, said(reason)]);
    expect(tree(to)).toEqual(Object.fromEntries(Object.entries(before).filter(([path]) => !path.startsWith('.handed-on'))));
    expect(existsSync(join(from, 'sub'))).toBe(false);
  });

  test('is a name that two platforms have, in one directory', async () => {
    hand('web/mac');
    const run = await unpack('web/mac required in', 'web/linux-x64 required in');
    expect([run.code, run.annotations]).toEqual([1, said("'sub/a' lies there already")]);
  });

  test('is not what several platforms have, each in a directory of its own, or under names of their own', async () => {
    hand('web/mac');
    write(from, 'out/sub/b', 'other');
    await pack('out', 'out/sub/b');
    hand('web/windows');
    expect((await unpack('web/mac required in/mac', 'web/linux-x64 required in', 'web/windows required in')).code).toBe(0);
    expect(Object.keys(tree(join(to, 'in')))).toEqual(['mac/sub/a', 'sub/a', 'sub/b']);
  });
});

it.each(['pack', 'unpack'] as const)('%s fits into a workflow', (name) => {
  expect(compose(name)).not.toContain('${{');
  expect(compose(name)).toMatch(/^[\n -~]*$/);
  expect(compose(name).length).toBeLessThan(16_000);
});
