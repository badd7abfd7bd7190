import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { javascript, Project } from 'projen';
import { adopted, platforms, PROJENRC, read, run } from './adopted';
import { TagBuild, TagBuildProject } from '../../../src';
import { filesIn, synthesize, write } from '../../cases/harness';

describe('the packages', () => {
  const listed = (more: object, names = ['projen-tag-build', 'projen', 'constructs', 'tsx', 'left-pad']) => ({
    'package.json': JSON.stringify({ devDependencies: Object.fromEntries(names.map((name) => [name, '1'])), ...more }),
    'node_modules/x': '',
    '.gitignore': 'node_modules\n',
  });

  test.each<[string, string, Record<string, string>]>([
    ['npm', 'npm uninstall projen-tag-build projen constructs tsx', { ...listed({}), 'package-lock.json': '{}' }],
    ['pnpm', 'pnpm remove projen-tag-build projen constructs tsx', { ...listed({}), 'pnpm-lock.yaml': '' }],
    ['Yarn', 'yarn remove projen-tag-build projen constructs tsx', { ...listed({}), 'yarn.lock': '' }],
    ['Bun', 'bun remove projen-tag-build projen constructs tsx', { ...listed({}), 'bun.lock': '' }],
    ['what package.json says', 'yarn remove projen-tag-build projen constructs tsx', { ...listed({ packageManager: 'yarn@4.0.0' }), 'package-lock.json': '{}' }],
    ['another Yarn, in a workspace', 'yarn remove projen-tag-build projen constructs tsx', { ...listed({ workspaces: ['packages/*'], packageManager: 'yarn@4.0.0' }), 'yarn.lock': '__metadata:\n' }],
    ['without what a script needs', 'npm uninstall projen-tag-build projen constructs', listed({ scripts: { start: 'tsx src/main.ts' } })],
    ['the first Yarn in a workspace', 'yarn remove --ignore-workspace-root-check projen-tag-build projen constructs tsx', { ...listed({ workspaces: ['a'] }), 'yarn.lock': '# yarn lockfile v1\n' }],
    ['without what the app depends on', 'npm uninstall projen-tag-build projen tsx', listed({ dependencies: { constructs: '1' } })],
    ['without what is not listed', 'npm uninstall projen-tag-build tsx', listed({}, ['projen-tag-build', 'tsx'])],
  ])('are taken back by %s', async (_, command, files) => {
    await adopted(files, async (root) => {
      expect((await run(root, { 'yes': true, 'dry-run': true })).printed).toContain(`Take the packages back yourself, or by --run:\n  ${command}\n`);
      expect(await run(root, { yes: true, run: true })).toMatchObject({ code: 0, commands: [command] });
    });
  });

  describe('where git knows the package.json that was there before', () => {
    const BEFORE = '{ "devDependencies": { "tsx": "4", "left-pad": "1" } }';
    const AFTER = JSON.stringify({ devDependencies: { 'constructs': '1', 'left-pad': '1', 'projen': '1', 'projen-tag-build': '1', 'tsx': '4' } });
    const git = (root: string, ...args: string[]) => execFileSync('git', ['-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], { cwd: root });
    const commit = (root: string) => git(root, 'add', '.') && git(root, 'commit', '--quiet', '--message=all');

    test.each([[false], [true]])('what it lists stays, and its bytes come back (committed since: %s)', async (isCommitted) => {
      await adopted({ 'package.json': BEFORE }, async (root) => {
        git(root, 'init', '--quiet');
        commit(root);
        write(root, { 'package.json': AFTER });
        if (isCommitted) commit(root);
        const uninstall = () => write(root, { 'package.json': '{"devDependencies":{"left-pad":"1","tsx":"4"}}\n' });

        expect(await run(root, { yes: true, run: true }, { uninstall })).toMatchObject({ code: 0, commands: ['npm uninstall projen-tag-build projen constructs'] });
        expect(read(root, 'package.json')).toBe(BEFORE);
      });
    });

    test('an empty list that a package manager leaves behind goes', async () => {
      await adopted({ 'package.json': '{ "name": "a" }' }, async (root) => {
        git(root, 'init', '--quiet');
        commit(root);
        write(root, { 'package.json': AFTER });

        await run(root, { yes: true, run: true }, { uninstall: () => write(root, { 'package.json': '{\n  "name": "a",\n  "devDependencies": {}\n}\n' }) });
        expect(read(root, 'package.json')).toBe('{ "name": "a" }');
      });
    });

    test('what was changed since stays changed', async () => {
      await adopted({ 'package.json': BEFORE }, async (root) => {
        git(root, 'init', '--quiet');
        commit(root);
        write(root, { 'package.json': AFTER });
        const own = '{"devDependencies":{"left-pad":"2","tsx":"4"}}\n';

        await run(root, { yes: true, run: true }, { uninstall: () => write(root, { 'package.json': own }) });
        expect(read(root, 'package.json')).toBe(own);
      });
    });
  });

  test('are said to be there still, where that fails', async () => {
    await adopted(listed({}), async (root) => {
      expect(await run(root, { yes: true, run: true }, { exit: 7 })).toMatchObject({
        code: 1, error: '', printed: expect.stringMatching(/\n✓ Removed\.\nThis command failed \(exit code 7\)\. The packages stay; run it again: npm uninstall projen-tag-build projen constructs tsx\n$/),
      });
    });
  });

  test.each(['{', '[]', '{"devDependencies":["projen-tag-build"],"scripts":7}'])('of a package.json that says %s are none', async (text) => {
    await adopted({}, async (root) => {
      write(root, { 'package.json': text });
      expect(await run(root, { yes: true, run: true })).toMatchObject({ code: 0, commands: [] });
      expect(filesIn(root)).toEqual({ 'package.json': text });
    });
  });
});

test.each(["import { github } from 'projen';", "const { github } = require('projen');"])('a declaration that %s names words of goes', async (line) => {
  await adopted({}, async (root) => {
    write(root, { '.projenrc.ts': `${line}\n${PROJENRC}` });
    expect(await run(root, { yes: true })).toMatchObject({ code: 0, error: '' });
    expect(filesIn(root)).toEqual({});
  });
});

describe('where the declaration holds more', () => {
  const plain = (outdir: string): Project => new Project({ name: 'app', outdir });

  async function inProject(projenrc: string, then: (root: string) => Promise<void>, project = plain): Promise<void> {
    await adopted({}, async (root) => {
      execFileSync('sh', ['-c', 'rm -rf .[a-z]* *'], { cwd: root });
      write(root, { '.projenrc.ts': projenrc });
      const made = project(root);
      new TagBuild(made, 'app', { platforms });
      synthesize(made);
      await then(root);
    });
  }

  test.each<[string, string, string[], ((outdir: string) => Project)?]>([
    ['other modules', `\n${PROJENRC}`, ['2: import {', '4: const project = new TagBuildProject', '6: new TagBuild(', '7:   platforms: [Platform']],
    ['another project', "import { Project } from 'projen';\nimport * as builds from 'projen-tag-build';\nconst project = new Project({ name: 'app' });\nnew builds.TagBuild(project, 'app', {});\n", ['2: import * as builds', '4: new builds.TagBuild']],
    ['CommonJS', "const { Project } = require('projen');\nconst { TagBuild } = require('projen-tag-build');\nnew TagBuild();\n", ['2: const { TagBuild }', '3: new TagBuild']],
    ['other files', PROJENRC, ['1: import', '3: const project', '5: new TagBuild', '6:   platforms'], (outdir) => {
      const project = new TagBuildProject({ name: 'app', outdir });
      project.addTask('deploy');
      return project;
    }],
    ['a file that declares it', "import './projenrc/builds';\nimport { javascript } from 'projen';\n", [], (outdir) => new javascript.NodeProject({ name: 'app', outdir, defaultReleaseBranch: 'main' })],
  ])('it says which lines go, and changes nothing: %s', async (_, projenrc, lines, project = plain) => {
    await inProject(projenrc, async (root) => {
      const all = filesIn(root);
      const { code, printed } = await run(root, { yes: true, force: true });

      expect(code).toBe(1);
      expect(printed).toContain('.projenrc.ts holds more than tag builds, and is yours to change.\n');
      expect((printed.match(/^ {2}.*$/gm) ?? []).map((line, index) => line.slice(2, 2 + (lines[index]?.length ?? 0)))).toEqual(lines);
      expect(filesIn(root)).toEqual(all);
    }, project);
  });

  test('a project that installs the package is told to take it out at last, and its builds before', async () => {
    const installs = "import { Project } from 'projen';\nnew Project({ devDeps: ['projen-tag-build'] });\n";
    const last = `At last, take the package out of these lines, and run "npx projen":\n  2: ${installs.split('\n')[1]}\n`;
    await inProject(`${installs}import { TagBuild } from 'projen-tag-build';\nnew TagBuild();\n`, async (root) => {
      const { code, printed } = await run(root, { yes: true });
      expect({ code, lines: printed.match(/^ {2}.*$/gm) }).toEqual({ code: 1, lines: ["  3: import { TagBuild } from 'projen-tag-build';", '  4: new TagBuild();', `  2: ${installs.split('\n')[1]}`] });
      expect(printed.endsWith(last)).toBe(true);

      writeFileSync(join(root, '.projenrc.ts'), installs);
      synthesize(new Project({ name: 'app', outdir: root }));
      expect(await run(root, { yes: true })).toMatchObject({ code: 0, printed: expect.stringContaining(`comments; nothing else is in it, so that it goes\n${last}`) });
      expect(await run(root, { yes: true })).toMatchObject({ code: 0, printed: `There is nothing of tag builds here.\n${last}` });
    });
  });

  test('the section that is left, once it is synthesized without them, goes', async () => {
    await inProject("import { TagBuild } from 'projen-tag-build';\n", async (root) => {
      writeFileSync(join(root, '.projenrc.ts'), "import { Project } from 'projen';\n");
      synthesize(new Project({ name: 'app', outdir: root }));
      expect(read(root, 'README.md')).toContain('tag-build:app end');

      expect(await run(root, { yes: true })).toMatchObject({ code: 0 });

      expect(Object.keys(filesIn(root))).toEqual(['.gitattributes', '.gitignore', '.projen/files.json', '.projen/tasks.json', '.projenrc.ts']);
    });
  });
});
