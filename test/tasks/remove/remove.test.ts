import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { adopted, change, platforms, read, run } from './adopted';
import { TagBuild, TagBuildProject } from '../../../src';
import { main } from '../../../src/cli';
import { namesIn } from '../../../src/outside/checkout';
import { InputEnded, Interrupted } from '../../../src/outside/terminal';
import { filesIn, synthesize, write } from '../../cases/harness';
import { outputOf } from '../../support/outputs';

test.each<[string, Record<string, string>]>([
  ['nothing', {}],
  ['a README and files of its own', { 'README.md': '# App', '.gitignore': '/target', 'Cargo.toml': '[package]\n', 'docs/own.md': '# Own\n', '.github/workflows/own.yml': 'on: push\n' }],
  ['Windows', { 'Readme.md': '# App\r\n', '.gitignore': 'bin\r\nobj\r\n', '.gitattributes': '* text=auto\r\n' }],
  ['packages', { 'package.json': '{"devDependencies":{"projen-tag-build":"1"}}', '.gitignore': 'dist\n' }],
])('a repository is as it was before: %s', async (_, files) => {
  await adopted(files, async (root, before) => {
    expect(Object.keys(filesIn(root)).length).toBeGreaterThan(Object.keys(before).length + 7);

    expect(await run(root, { yes: true })).toMatchObject({ code: 0, error: '', commands: [] });

    expect(filesIn(root)).toEqual(before);
    expect(namesIn(root, '').filter((name) => ['.projen', ...'docs' in before ? [] : ['.github']].includes(name) && !Object.keys(before).some((file) => file.startsWith(`${name}/`)))).toEqual([]);
    expect(await run(root, { yes: true })).toMatchObject(before['package.json'] ? { code: 0 } : { code: 0, printed: 'There is nothing of tag builds here.\n' });
  }, true);
});

test('a checkout with the line endings of Windows is nothing that was changed by hand', async () => {
  await adopted({ 'README.md': '# App\r\n' }, async (root, before) => {
    Object.keys(filesIn(root)).forEach((file) => change(root, file, (text) => text.replace(/\r?\n/g, '\r\n')));

    expect(await run(root, { yes: true })).toMatchObject({ code: 0, error: '' });
    expect(filesIn(root)).toEqual(before);
  });
});

test('it says exactly what goes and what stays', async () => {
  const before = { 'README.md': '# App\n', 'package.json': '{"devDependencies":{"projen-tag-build":"1","tsx":"4"}}' };
  await adopted(before, async (root) => {
    const all = filesIn(root);
    const { printed, code } = await run(root, { 'dry-run': true });

    expect(code).toBe(0);
    expect(filesIn(root)).toEqual(all);
    expect(printed).toBe(`These files go:
  .github/workflows/app.yml
  .github/workflows/app-watch.yml
  docs/app.md
  .github/workflows/tag-build-publish.mjs
  .projenrc.ts (your declaration)
  .projen/tasks.json
  .projen/files.json
  .projen/tag-builds.json
These stay, without what was put into them:
  README.md: the section of 'app', between its two comments
  .gitignore: the block between the comments "tag-build begin" and "tag-build end"; nothing else is in it, so that it goes
Take the packages back yourself, or by --run:
  npm uninstall projen-tag-build tsx
`);
  });
});

describe('somebody is asked', () => {
  test.each([
    ['yes', 'y', 0],
    ['nothing, which is no', '', 0],
    ['anything else', 'yeah', 0],
    ['Control and C', new Interrupted(), 130],
  ])('and says %s', async (_, answer, code) => {
    await adopted({}, async (root) => {
      const all = Object.keys(filesIn(root));
      expect(await run(root, {}, { answer })).toMatchObject({ code, error: '', asked: ['Remove this? [no] '] });
      expect(Object.keys(filesIn(root))).toEqual(answer === 'y' ? [] : all);
    });
  });

  test('and the input ends', async () => {
    await adopted({}, async (root) => {
      const all = filesIn(root);
      expect(await run(root, {}, { answer: new InputEnded() })).toMatchObject({ code: undefined, error: '\nstandard input ended before the question was answered. Nothing was removed. With --yes it is done without a question.' });
      expect(filesIn(root)).toEqual(all);
    });
  });

  test('and without anybody it is not done', async () => {
    await adopted({}, async (root) => {
      const all = filesIn(root);
      expect(await run(root, {})).toMatchObject({ code: undefined, error: 'there is nobody to ask. Nothing was removed. With --yes it is done without a question.' });
      expect(filesIn(root)).toEqual(all);
    });
  });
});

describe('what was changed by hand', () => {
  test.each(['docs/app.md', '.github/workflows/app.yml', 'README.md'])('is not removed unless that is wanted: %s', async (file) => {
    await adopted({}, async (root) => {
      change(root, file, (text) => text.replace(' the ', ' our '));
      const all = filesIn(root);
      const { code, printed, error } = await run(root, { yes: true });

      expect(printed).toMatch(new RegExp(`  ${file}.* \\(changed since it was generated\\)\n`));
      expect({ code, error }).toEqual({ code: undefined, error: `'${file}': not what was generated. Nothing was removed. Keep what you want of it and remove the rest by --force; "npx projen-tag-build check" shows what is different.` });
      expect(filesIn(root)).toEqual(all);
      expect(await run(root, { yes: true, force: true })).toMatchObject({ code: 0 });
      expect(filesIn(root)).toEqual({});
    });
  });

  test('by another version, perhaps', async () => {
    await adopted({}, async (root) => {
      change(root, '.projen/tag-builds.json', (text) => text.replace('"0.0.0"', '"0.0.1"'));
      change(root, 'docs/app.md', (text) => `${text}\n`);

      expect((await run(root, { yes: true })).error).toContain('It was written by projen-tag-build 0.0.1, and this is 0.0.0, which may be the reason: "npx projen" makes them anew.');
    });
  });

  test('and is the user\'s own by now stays, by force, too', async () => {
    await adopted({}, async (root) => {
      change(root, 'docs/app.md', (text) => text.replace(/.*Generated by projen.*\n/, ''));
      const own = read(root, 'docs/app.md');

      expect(await run(root, { yes: true, force: true })).toMatchObject({ code: 0, printed: expect.stringContaining('These were generated once, and stay, since they are yours by now:\n  docs/app.md\n') });
      expect(filesIn(root)).toEqual({ 'docs/app.md': own });
    });
  });

  test('of a project that was ejected all stays but the section', async () => {
    await adopted({}, async (root) => {
      process.env.PROJEN_EJECTING = 'true';
      const project = new TagBuildProject({ name: 'app', outdir: root });
      new TagBuild(project, 'app', { platforms });
      synthesize(project);
      delete process.env.PROJEN_EJECTING;
      const all = Object.keys(filesIn(root)).filter((file) => file !== 'README.md');

      expect(await run(root, { yes: true })).toMatchObject({ code: 0, error: '' });
      expect(Object.keys(filesIn(root))).toEqual(all);
    });
  });

  test('half a pair of comments stops it', async () => {
    await adopted({}, async (root) => {
      change(root, 'README.md', (text) => text.replace('<!-- tag-build:app end -->', ''));

      expect((await run(root, { yes: true, force: true })).error).toBe('README.md, line 1: the section begins here, but the comment where it ends is missing. '
        + 'Nothing was removed. Mend the pair by hand, or delete both comments with what lies between them.');
      expect(Object.keys(filesIn(root))).toContain('docs/app.md');
    });
  });

  test.each([true, false])('is perhaps a section that no build has: with the models %s', async (isDeclared) => {
    await adopted({}, async (root) => {
      const old = '<!-- tag-build:old begin -->\nmine\n<!-- tag-build:old end -->\n';
      change(root, 'README.md', (text) => `${text}\n${old}`);
      if (!isDeclared) rmSync(join(root, '.projen'), { recursive: true });

      const { error, printed } = await run(root, { yes: true });

      expect(printed).toContain(`  README.md: the sections of 'app' and 'old', between their comments; nothing else is in it, so that it goes${isDeclared ? ' (changed since it was generated)' : ''}\n`);
      expect(error.startsWith("'README.md': not what was generated.")).toBe(isDeclared);
    });
  });

  test('what is gone already is nothing that stops it', async () => {
    await adopted({ 'README.md': '# App\n' }, async (root, before) => {
      execFileSync('rm', ['-f', 'docs/app.md', '.github/workflows/app.yml', '.projenrc.ts'], { cwd: root });
      writeFileSync(join(root, 'README.md'), '# App\n');

      expect(await run(root, { yes: true })).toMatchObject({ code: 0 });
      expect(filesIn(root)).toEqual(before);
    });
  });
});

test.each([1, 2, 3, 4, 5, 6, 7])('what ended after %d files is begun again', async (files) => {
  await adopted({ 'README.md': '# App\n' }, async (root, before) => {
    const { printed } = await run(root, { 'dry-run': true });
    const going = [...printed.matchAll(/^ {2}(\S+)(?: \(.*)?$/gm)].map(([, file]) => file).slice(0, files);
    execFileSync('rm', ['-f', ...going], { cwd: root });

    expect(going).toHaveLength(files);
    expect(await run(root, { yes: true })).toMatchObject({ code: 0 });
    expect(filesIn(root)).toEqual(before);
  });
});

test('in the middle of a merge nothing is removed', async () => {
  await adopted({ 'README.md': '# App\n' }, async (root) => {
    const git = (...args: string[]) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.c', ...args], { cwd: root, stdio: ['ignore', 'pipe', 'ignore'] });
    const commit = (text: string) => { write(root, { 'README.md': text, 'a\tb': text }); git('add', '.'); git('commit', '-qm', text); };
    git('init', '-q', '-b', 'main');
    commit('one\n');
    git('checkout', '-qb', 'other');
    commit('two\n');
    git('checkout', '-q', 'main');
    commit('three\n');
    expect(() => git('merge', 'other')).toThrow();
    const all = filesIn(root);

    const [stdout, stderr] = [process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write').mockReturnValue(true));
    const code = await main(['remove', '--yes', '--force'], root);
    const said = stderr.mock.calls.join('');
    [stdout, stderr].forEach((spy) => spy.mockRestore());

    expect(code).toBe(2);
    expect(said).toMatch(/^a merge is not finished here, and has left conflicts in 'README\.md', 'a.*b'\. Nothing was removed\. Finish it or take it back first\.\n$/);
    expect(filesIn(root)).toEqual(all);
  });
});

test('of many conflicts some are named', async () => {
  await adopted({}, async (root) => {
    expect((await run(root, { yes: true }, { unmerged: ['a', 'b', 'c', 'd', 'e'] })).error).toContain("conflicts in 'a', 'b', 'c' and 2 more. ");
  });
});

test('what cannot be read is said, and nothing is removed', async () => {
  await adopted({}, async (root) => {
    change(root, '.projen/files.json', () => '{');
    expect((await run(root, { yes: true })).error).toMatch(/^\.projen\/files\.json cannot be read: .*\nNothing was removed\. "npx projen" writes it anew\.$/);
    change(root, '.projen/tag-builds.json', () => '{"version":1}');
    expect((await run(root, { yes: true })).error).toContain('.projen/tag-builds.json is not what this command reads');
    expect(Object.keys(filesIn(root))).toContain('docs/app.md');
  });
});

test('without the models nobody knows what was made', async () => {
  await adopted({}, async (root) => {
    rmSync(join(root, '.projen/tag-builds.json'));
    const all = filesIn(root);

    expect((await run(root, { yes: true, force: true })).error).toBe('.projen/tag-builds.json is missing, which says what was made here. Nothing was removed. "npx projen" writes it anew.');
    expect(filesIn(root)).toEqual(all);
  });
});

test('as a program it is as it is as a function', async () => {
  await adopted({}, async (root) => {
    const stdout = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    expect(await main(['remove', '--yes'], root)).toBe(0);
    stdout.mockRestore();
    expect(filesIn(root)).toEqual({});
  });
});

describe('--json', () => {
  test('what would go, and what has gone', async () => adopted({ 'README.md': '# App\n' }, async (root) => {
    const dry = await run(root, { 'json': true, 'dry-run': true });
    expect(outputOf('remove', dry.printed)).toMatchObject({
      outcome: 'dry-run',
      deleted: expect.arrayContaining(['.projenrc.ts', '.github/workflows/app.yml']),
      edited: expect.arrayContaining([expect.objectContaining({ path: 'README.md', goes: false })]),
    });
    expect(dry.code).toBe(0);

    expect(outputOf('remove', (await run(root, { json: true, yes: true })).printed)).toMatchObject({ outcome: 'removed', packagesTaken: false });
    expect(outputOf('remove', (await run(root, { json: true, yes: true })).printed)).toMatchObject({ outcome: 'nothing', deleted: [] });
  }));

  test('nobody is asked', async () => {
    const stderr = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect(await main(['remove', '--json'])).toBe(64);
    expect(stderr.mock.calls.join('')).toContain('--json asks nothing: it takes --yes or --dry-run beside it\n');
    stderr.mockRestore();
  });
});
