import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { APPS } from './apps';
import { answering, changedIn, commit, initIn, inRepository, synthesizeIn } from './repository';
import { npxCommand } from '../../../src/adopt/packages';
import { main } from '../../../src/cli';
import { InputEnded, Interrupted } from '../../../src/outside/terminal';
import { filesIn, write } from '../../cases/harness';
import { expectGolden } from '../../support/golden';
import { outputOf } from '../../support/outputs';

const RUST = APPS.Rust;

/** The section of the output that names files. */
function announced(printed: string): string[] {
  return /\nFiles\n((?: {2}.*\n)*)/.exec(printed)![1].split('\n').filter(Boolean).map((line) => line.trim().split(/ {2,}/)[0]).sort();
}

/** What an installation makes of the files that a synthesis reads. */
function installedIn(files: Readonly<Record<string, string>>): Record<string, string> {
  const manifest = files['package.json'] && JSON.stringify({ ...JSON.parse(files['package.json']), devDependencies: { 'projen-tag-build': '1' } });
  const lock = "lockfileVersion: '9.0'\nimporters:\n  .:\n    devDependencies:\n      projen-tag-build:\n        specifier: '1'\n        version: 1.0.0\n";
  return { ...manifest && { 'package.json': manifest }, ...files['pnpm-lock.yaml'] && { 'pnpm-lock.yaml': lock } };
}

function read(dir: string): string {
  return readFileSync(join(dir, '.projenrc.ts'), 'utf8');
}

describe.each(Object.entries(APPS))('%s', (name, files) => {
  test('what it finds, asks and does, and the declaration', async () => inRepository(files, async (dir) => {
    commit(dir);
    const { code, printed } = await initIn(dir, []);

    expect(code).toBe(0);
    expectGolden(join(__dirname, 'goldens', `${name.replace(/\W+/g, '-').toLowerCase()}.txt`), `${printed}\n${'='.repeat(40)}\n${read(dir)}`);
    expect(changedIn(dir, files)).toEqual(['.projenrc.ts']);
  }));

  test('the files that are written in the end are those that were announced, and no other', async () => inRepository(files, async (dir) => {
    const { printed } = await initIn(dir, []);
    const installed = { ...files, ...installedIn(files) };
    write(dir, installed);
    synthesizeIn(dir, read(dir));
    const once = filesIn(dir);

    const byInstalling = ['package.json', 'package-lock.json', 'pnpm-lock.yaml', 'yarn.lock', '.pnp.cjs', 'bun.lock'];
    expect(changedIn(dir, installed)).toEqual(announced(printed).filter((file) => !byInstalling.includes(file)));
    synthesizeIn(dir, read(dir));
    expect(filesIn(dir)).toEqual(once);
  }));
});

test('a second time it changes nothing, and says how another build is declared', async () => inRepository(RUST, async (dir) => {
  await initIn(dir, []);
  synthesizeIn(dir, read(dir));
  const once = filesIn(dir);

  const { code, printed } = await initIn(dir, []);

  expect(code).toBe(0);
  expect(printed).toContain('.projenrc.ts is there already, so nothing is written. It declares a tag build; to declare another:\n\n1. Put these lines into .projenrc.ts');
  expect(printed).toContain(`2. Run "${npxCommand('synth')}".`);
  expect(filesIn(dir)).toEqual(once);
}));

test('what it would write is printed and not written', async () => inRepository(RUST, async (dir) => {
  const { code, printed } = await initIn(dir, ['--dry-run', '--tags', 'notes-v*']);

  expect({ code, changed: changedIn(dir, RUST) }).toEqual({ code: 0, changed: [] });
  await initIn(dir, ['--tags=notes-v*']);
  expect(printed).toMatch(/\n\.projenrc\.ts would be:\n\nimport /);
  expect(printed.endsWith(`\n\n${read(dir)}`)).toBe(true);
}));

describe('a projen project', () => {
  test.each([
    ['.projenrc.ts', '{}', 'import {'],
    ['.projenrc.mts', '{}', 'import {'],
    ['.projenrc.js', '{}', 'const {'],
    ['.projenrc.js', '{ "type": "module" }', 'import {'],
    ['.projenrc.mjs', '{}', 'import {'],
    ['.projenrc.cjs', '{}', 'const {'],
    ['.projenrc.py', '', 'from projen_tag_build import'],
    ['.projen/tasks.json', '{}', 'import {'],
  ])('whose declaration is %s beside %s gets lines in its language, and nothing is written', async (projenrc, manifest, line) => {
    await inRepository({ ...RUST, [projenrc]: '{}\n', ...manifest && { 'package.json': manifest } }, async (dir) => {
      const { code, printed } = await initIn(dir, ['--app', 'cargo', '--platforms', 'linux-x64']);

      expect(code).toBe(0);
      expect(printed).toContain('so nothing is written. What to do:\n\n1. ');
      expect(printed).toMatch(new RegExp(`\n${line} Platform,`));
      expect(printed).not.toContain('TagBuildProject');
      expect(printed).toContain(`Put these lines into ${projenrc.startsWith('.projenrc') ? projenrc : 'the projenrc file'}, `);
      expect(printed.includes('In another language of projen, such as Java, the words are the same')).toBe(!projenrc.startsWith('.projenrc'));
      expect(printed).toMatch(/\n3\. Run "npx projen"\. It writes \.github\/workflows\/notes-build\.yml, docs\/notes-build\.md and README\.md\.\n$/);
      expect(changedIn(dir, { ...RUST, [projenrc]: '{}\n', ...manifest && { 'package.json': manifest } })).toEqual([]);
    });
  });

  test('that is declared without code can have no build', async () => inRepository({ ...RUST, '.projenrc.json': '{}' }, async (dir) => {
    await expect(initIn(dir, [])).rejects.toThrow("'.projenrc.json' holds the options of a project and no code, and a build is declared in code: make it a .projenrc.js or .projenrc.ts");
  }));

  const GENERATED = '{ "//": "~~ Generated by projen. To modify, edit .projenrc.ts" }';

  test.each([
    ['a package.json of projen\'s', { '.projenrc.ts': '', 'package.json': GENERATED }, "Add 'projen-tag-build' to devDeps of the project in .projenrc.ts, and run \"npx projen\", which installs it."],
    ['a package.json of its own', { '.projenrc.ts': '', 'package.json': '{}', 'pnpm-lock.yaml': '' }, 'Run "pnpm add --save-dev projen-tag-build".'],
    ['Python', { '.projenrc.py': '' }, "Add 'projen-tag-build' to dev_deps of the project in .projenrc.py, and run \"npx projen\", which installs it."],
    ['no package.json', { '.projenrc.ts': '' }, 'Install projen-tag-build where the packages of .projenrc.ts lie.'],
  ])('with %s is told how the package gets there', async (_, files: Record<string, string>, step) => {
    await inRepository({ ...RUST, ...files }, async (dir) => {
      expect((await initIn(dir, ['--app', 'cargo'])).printed).toContain(`\n1. ${step}\n`);
    });
  });
});

describe('nothing is overwritten', () => {
  test('an id that was asked for and is taken is refused, and a free one named', async () => {
    await inRepository({ ...RUST, '.github/workflows/desktop.yml': 'on: push\njobs: {}\n' }, async (dir) => {
      await expect(initIn(dir, ['--id', 'desktop'])).rejects
        .toThrow("--id desktop: '.github/workflows/desktop.yml' is there already, and nothing is overwritten. Free is: --id desktop-tag-build");
      expect(changedIn(dir, { ...RUST, '.github/workflows/desktop.yml': 'on: push\njobs: {}\n' })).toEqual([]);
    });
  });

  test('a doc in the place of the setup doc counts, too', async () => inRepository({ ...RUST, 'docs/x.md': '', 'docs/x-tag-build.md': '' }, async (dir) => {
    await expect(initIn(dir, ['--id', 'x'])).rejects.toThrow("'docs/x.md' is there already, and nothing is overwritten. Free is: --id x-tag-build-2");
  }));

  test('what lies where the script that publishes would lie has no other name', async () => inRepository({ ...RUST, '.github/workflows/tag-build-publish.mjs': '' }, async (dir) => {
    await expect(initIn(dir, ['--publish', 'github-release'])).rejects
      .toThrow("'.github/workflows/tag-build-publish.mjs' is there already, and nothing is overwritten. Choose another place for the other file");
    expect(changedIn(dir, { ...RUST, '.github/workflows/tag-build-publish.mjs': '' })).toEqual([]);
  }));

  test('a link in the place of the declaration is not followed', async () => inRepository(RUST, async (dir) => {
    symlinkSync('../elsewhere.ts', join(dir, '.projenrc.ts'));

    await expect(initIn(dir, [])).rejects.toThrow("'.projenrc.ts' leads nowhere by a link");
    expect(existsSync(join(dir, '..', 'elsewhere.ts'))).toBe(false);
  }));
});

describe('the commands that come next', () => {
  const NODE = APPS['Electron with npm'];

  test('are run in their order, when that is asked for', async () => inRepository(NODE, async (dir) => {
    const ran: string[] = [];
    const { code, printed } = await initIn(dir, ['--run'], { run: async (command) => { ran.push(command); return 0; } });

    expect(code).toBe(0);
    expect(ran).toEqual([expect.stringMatching(/^npm install --save-dev projen@\S+ constructs@\S+ tsx@\S+ projen-tag-build@\S+$/), 'npx projen-tag-build synth']);
    expect(printed).toContain(`\n$ ${ran[0]}\n✓ done in 0 s\n\n$ ${ran[1]}\n✓ done in 0 s\n\nRead docs/notes-build.md`);
  }));

  test('stop at the first that fails, and the declaration stays', async () => inRepository(NODE, async (dir) => {
    const { code, printed } = await initIn(dir, ['--run'], { run: async () => 254 });

    expect(code).toBe(1);
    expect(printed).toMatch(/\n\$ npm install [^\n]*\n\n✗ This command failed after 0 s \(exit code 254\)\. \.projenrc\.ts stays, and so does everything else\. Mend what it says, and run what is left:\n {2}npm install [^\n]*\n {2}npx projen-tag-build synth\n$/);
    expect(changedIn(dir, NODE)).toEqual(['.projenrc.ts']);
  }));

  test('leave what is listed already as it is', async () => {
    await inRepository({ ...NODE, 'package.json': '{ "dependencies": { "constructs": "^10" }, "devDependencies": { "tsx": "^4" } }' }, async (dir) => {
      expect((await initIn(dir, [])).printed).toMatch(/\n {2}npm install --save-dev projen@\S+ projen-tag-build@\S+\n/);
    });
    await inRepository({ ...NODE, 'package.json': '{ "devDependencies": { "constructs": "10", "projen": "0", "projen-tag-build": "0", "tsx": "4" } }' }, async (dir) => {
      const { printed } = await initIn(dir, []);
      expect(printed).toContain('\nNext:\n  npx projen-tag-build synth\n');
      expect(announced(printed)).not.toContain('package.json');
    });
  });

  test.each<[string, Record<string, string>, string[]]>([
    ['of npm without one', { '.npmrc': 'package-lock=false\n' }, []],
    ['of npm by its other name', { 'npm-shrinkwrap.json': '{}' }, ['npm-shrinkwrap.json']],
    ['that git leaves alone', { 'yarn.lock': '', '.gitignore': 'yarn.lock\nnode_modules\n' }, []],
    ['of an older Bun', { 'bun.lockb': '' }, ['bun.lockb']],
    ['beside which Yarn keeps its archives', { 'yarn.lock': '__metadata:\n', '.yarn/cache/a.zip': '', '.gitignore': '.pnp.*\n' }, ['.yarn/cache/', 'yarn.lock']],
  ])('change a lock file %s', async (_, files, changed) => {
    await inRepository({ 'package.json': '{ "scripts": { "package": "x" } }', '.gitignore': 'node_modules\n', ...files }, async (dir) => {
      const { printed } = await initIn(dir, []);
      expect([...printed.matchAll(/^ {2}(\S+) +changed by the installation$/gm)].map(([, file]) => file).sort()).toEqual([...changed, 'package.json'].sort());
    });
  });

  test('or that was ended', async () => inRepository(NODE, async (dir) => {
    expect((await initIn(dir, ['--run'], { run: async () => null })).printed).toContain('This command failed after 0 s (it was ended).');
  }));
});

describe('from a workflow', () => {
  const WORKFLOW = '.github/workflows/release.yml';
  const FILES = { ...RUST, [WORKFLOW]: readFileSync(join(__dirname, '../../adopt/workflows/samples/rust-cross.yml'), 'utf8') };

  test('the report says what became of it, and that it is still there', async () => inRepository(FILES, async (dir) => {
    const { code, printed } = await initIn(dir, ['--from-workflow', WORKFLOW]);

    expect(code).toBe(0);
    expect(printed).toMatch(/\nUnderstood\n {2}✓ /);
    expect(printed).not.toContain('Found\n');
    expect(printed).toMatch(/ lines before, \d+ now\. Compared with the workflow that comes out: nothing else differs\.\n/);
    expect(printed).toContain("\n'.github/workflows/release.yml' is there already, so the build is called release-tag-build.\n");
    expect(printed).toContain("\n! '.github/workflows/release.yml' is still there, and a tag would start both: delete it when the new one is committed.\n");
    expect(changedIn(dir, FILES)).toEqual(['.projenrc.ts']);
    expect(read(dir)).toContain("new TagBuild(project, 'release-tag-build', {");
  }));

  test('what only the repository says is filled in: the package manager, and what the package is called', async () => {
    const workflow = "on: { push: { tags: ['v*'] } }\njobs:\n  app:\n    runs-on: ubuntu-24.04\n    steps:\n      - uses: actions/checkout@v4\n"
      + '      - uses: pnpm/action-setup@v4\n      - run: pnpm run build\n      - run: pnpm publish\n';
    const files = { 'package.json': '{ "name": "@acme/tool" }', 'pnpm-lock.yaml': "lockfileVersion: '9.0'\n", [WORKFLOW]: workflow };
    await inRepository(files, async (dir) => {
      await initIn(dir, ['--from-workflow', WORKFLOW]);

      expect(read(dir)).toContain("Setup.pnpm('10')");
      expect(read(dir)).toContain("package: '@acme/tool'");
    });
  });

  test('it is deleted when the new one is there, and not before', async () => inRepository(FILES, async (dir) => {
    const there: boolean[] = [];
    const run = async () => {
      there.push(existsSync(join(dir, WORKFLOW)));
      synthesizeIn(dir, read(dir));
      return 0;
    };
    const { code, printed } = await initIn(dir, ['--from-workflow', WORKFLOW, '--replace'], { run });

    expect({ code, there }).toEqual({ code: 0, there: [true] });
    expect(printed).toContain("\n✓ '.github/workflows/release.yml' is deleted.\n");
    expect([WORKFLOW, '.github/workflows/release-tag-build.yml'].map((file) => existsSync(join(dir, file)))).toEqual([false, true]);
  }));

  test('in a projen project it becomes lines', async () => inRepository({ ...FILES, '.projenrc.js': '' }, async (dir) => {
    const { code, printed } = await initIn(dir, ['--from-workflow', WORKFLOW, '--replace']);

    expect({ code, changed: changedIn(dir, { ...FILES, '.projenrc.js': '' }) }).toEqual({ code: 0, changed: [] });
    expect(printed).toMatch(/\nnew TagBuild\(project, 'release-tag-build', \{\n[^]*\n4\. Delete '\.github\/workflows\/release\.yml': a tag would start both\.\n$/);
  }));

  test('nor where the synthesis fails', async () => inRepository(FILES, async (dir) => {
    const { code } = await initIn(dir, ['--from-workflow', WORKFLOW, '--replace'], { run: async () => 1 });

    expect({ code, changed: changedIn(dir, FILES) }).toEqual({ code: 1, changed: ['.projenrc.ts'] });
  }));

  test.each([
    ['release.yaml', "there is no file 'release.yaml' in this repository. Its workflows are .github/workflows/release.yml."],
    ['../release.yml', "'../release.yml' lies outside the repository"],
  ])('%s cannot be read', async (file, message) => inRepository(FILES, async (dir) => {
    await expect(initIn(dir, ['--from-workflow', file])).rejects.toThrow(message);
  }));

  test('what is no workflow is refused', async () => inRepository({ ...RUST, [WORKFLOW]: 'name: [\n' }, async (dir) => {
    await expect(initIn(dir, ['--from-workflow', WORKFLOW])).rejects.toThrow(/./);
    expect(changedIn(dir, { ...RUST, [WORKFLOW]: 'name: [\n' })).toEqual([]);
  }));
});

describe('somebody at a terminal', () => {
  test('is asked what is open, each with what it proposes, and whether to write', async () => inRepository(RUST, async (dir) => {
    const terminal = answering('', 'notes-v*', 'linux-x64');
    const { code, printed } = await initIn(dir, [], { terminal: () => terminal });

    expect(code).toBe(0);
    expect(terminal.asked).toEqual([
      'What is the build called? It names the workflow, the setup doc and the artifacts\n  [notes-build] ',
      'Which tags start a build?\n  [v*] ',
      expect.stringMatching(/^On which platforms is it built\? There are .*\n {2}\[linux-x64,windows-x64,macos-arm64\] $/),
      'Where does it become public? (none, github-release)\n  [none] ',
      '\nWrite .projenrc.ts? [yes] ',
    ]);
    expect(printed).toMatch(/\nAnswers\n {2}--id +notes-build\n {2}--tags +notes-v\*\n {2}--platforms +linux-x64\n {2}--publish +none\n/);
    expect(read(dir)).toContain("tags: ['notes-v*'],");
  }));

  test('is not asked what an option says, nor anything with --yes', async () => inRepository(RUST, async (dir) => {
    const terminal = answering();
    await initIn(dir, ['--id', 'x', '--tags', 'v*', '--platforms', 'linux-x64', '--publish', 'none', '--dry-run'], { terminal: () => terminal });
    await initIn(dir, ['--yes'], { terminal: () => terminal });

    expect(terminal.asked).toEqual([]);
  }));

  test('is asked again for what is no answer, and told why', async () => inRepository(RUST, async (dir) => {
    const terminal = answering('my build', 'mine');
    await initIn(dir, [], { terminal: () => terminal });

    expect(terminal.asked[1]).toMatch(/^the answer '.+' to --id has other characters than .*\nWhat is the build called\?/);
    expect(read(dir)).toContain("new TagBuild(project, 'mine', {");
  }));

  test('says no in the end, and nothing is written', async () => inRepository(RUST, async (dir) => {
    const { code, printed } = await initIn(dir, [], { terminal: () => answering('', '', '', '', 'n') });

    expect({ code, changed: changedIn(dir, RUST) }).toEqual({ code: 0, changed: [] });
    expect(printed).toMatch(/\nNothing was written\.\n$/);
  }));

  test.each([0, 2, 4])('interrupts question %i, and nothing was written', async (question) => inRepository(RUST, async (dir) => {
    const { code, printed } = await initIn(dir, [], { terminal: () => answering(...Array<string>(question).fill(''), new Interrupted()) });

    expect({ code, changed: changedIn(dir, RUST) }).toEqual({ code: 130, changed: [] });
    expect(printed).toMatch(/\nInterrupted\. Nothing was written\.\n$/);
  }));

  test('goes away, and nothing was written', async () => inRepository(RUST, async (dir) => {
    await expect(initIn(dir, [], { terminal: () => answering('', new InputEnded()) }))
      .rejects.toThrow('standard input ended before every question was answered. Nothing was written. Give the answers as options, or --yes.');
    expect(changedIn(dir, RUST)).toEqual([]);
  }));
});

describe('what stands against it', () => {
  const WORKFLOW = '.github/workflows/a.yml';
  const TEXT = 'on: { push: { tags: [v1] } }\njobs:\n  a:\n    runs-on: ubuntu-24.04\n    steps: [{ run: make }, { uses: actions/upload-artifact@v4, with: { path: dist } }]\n';

  test('a declaration that would not synthesize: what is wrong with it, and how to see it', async () => inRepository({ ...RUST, [WORKFLOW]: TEXT }, async (dir) => {
    const args = ['--from-workflow', WORKFLOW, '--id', 'two words'];
    await expect(initIn(dir, args)).rejects
      .toThrow(/^TagBuild 'two words' cannot be synthesized: [^]*id-malformed[^]*\n\nNothing was written\. init --dry-run shows the declaration\.$/);
    await expect(initIn(dir, [...args, '--dry-run'])).rejects.toThrow(/\n\nNothing was written\. The declaration is\n\nimport \{ [^]*'two words', \{/);
    expect(changedIn(dir, { ...RUST, [WORKFLOW]: TEXT })).toEqual([]);
  }));

  test('what only the synthesis would see, such as a README whose section never ends', async () => {
    const files = { ...RUST, 'README.md': '# Notes\n\n<!-- tag-build:notes-build begin -->\n' };
    await inRepository(files, async (dir) => {
      await expect(initIn(dir, [])).rejects.toThrow(/readme-markers-broken[^]*\n\nNothing was written\. init --dry-run shows the declaration\.$/);
      await expect(initIn(dir, ['--dry-run'])).rejects.toThrow(/\n\nNothing was written\. The declaration is\n\nimport \{ [^]*'notes-build', \{/);
      expect(changedIn(dir, files)).toEqual([]);
    });
  });

  test('a disk that takes no more, as far as it can be played', async () => inRepository(RUST, async (dir) => {
    write(dir, { [`.tag-build-${process.pid}.tmp`]: '' });
    await expect(initIn(dir, [])).rejects.toThrow(/^\.projenrc\.ts cannot be written: EEXIST: .*\. Nothing was written\.$/);
    expect(changedIn(dir, RUST)).toEqual([]);
  }));

  test('a file that lies where a directory would be', async () => inRepository({ ...RUST, docs: '' }, async (dir) => {
    await expect(initIn(dir, [])).rejects.toThrow(/'docs\/notes-build\.md'.* lies below what is a file/);
    expect(changedIn(dir, { ...RUST, docs: '' })).toEqual([]);
  }));

  test('what is not committed is said, and stays', async () => inRepository(RUST, async (dir) => {
    write(dir, { 'src/main.rs': 'fn main() { }\n' });
    expect((await initIn(dir, [])).printed).toContain('\n! Something here is not committed yet. It stays as it is;');
    expect(changedIn(dir, RUST)).toEqual(['.projenrc.ts', 'src/main.rs']);
  }));

  test('a directory of the repository that is not its root', async () => inRepository(RUST, async (dir) => {
    await expect(initIn(join(dir, 'src'), [])).rejects.toThrow(`change into '${dir}'`);
    await expect(initIn(join(dir, 'src'), ['--from-workflow', 'main.rs'])).rejects.toThrow(`change into '${dir}'`);
  }));

  test('no repository at all', async () => inRepository(RUST, async (dir) => {
    const outside = join(dir, '..', 'outside');
    mkdirSync(outside);
    await expect(initIn(outside, [])).rejects.toThrow(/git init/);
  }));
});

describe('the command as it is called', () => {
  async function called(dir: string, ...args: string[]) {
    const [stdout, stderr] = [process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write').mockReturnValue(true));
    try {
      const code = await main(['init', ...args], dir);
      return { code, stdout: stdout.mock.calls.join(''), stderr: stderr.mock.calls.join('') };
    } finally {
      jest.restoreAllMocks();
    }
  }

  test('it runs where there are no models', async () => inRepository(RUST, async (dir) => {
    expect(await called(dir, '--yes', '--tags', 'v1.*')).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('\n✓ .projenrc.ts is written.\n') });
    expect(read(dir)).toContain("tags: ['v1.*'],");
  }));

  test.each([
    [['--tgas', 'v*'], "there is no option '--tgas'. Did you mean '--tags'?\n\nusage: projen-tag-build init "],
    [['--replace'], '--replace belongs to --from-workflow\n'],
    [['--dry-run', '--run'], '--dry-run writes and runs nothing; leave --run out\n'],
    [['--from-workflow', 'x.yml', '--tags', 'v*'], '--tags is nothing that --from-workflow asks: what the workflow does, it says itself. It takes --id\n'],
  ])('%j is written wrongly', async (args, message) => inRepository(RUST, async (dir) => {
    const { code, stderr } = await called(dir, ...args);

    expect({ code, stderr: stderr.slice(0, message.length) }).toEqual({ code: 64, stderr: message });
    expect(changedIn(dir, RUST)).toEqual([]);
  }));

  test('a wrong answer stops it', async () => inRepository(RUST, async (dir) => {
    expect(await called(dir, '--yes', '--publish', 'ftp')).toMatchObject({ code: 2, stderr: "the answer 'ftp' to --publish is none of these: none, github-release.\n" });
    expect(changedIn(dir, RUST)).toEqual([]);
  }));
});

describe('--json', () => {
  test('what would be written, and what is', async () => inRepository(RUST, async (dir) => {
    const dry = outputOf('init', (await initIn(dir, ['--json', '--dry-run', '--tags', 'notes-v*'])).printed);
    expect({ outcome: dry.outcome, tags: dry.answers.tags, ran: dry.ran, report: dry.report }).toEqual({ outcome: 'dry-run', tags: 'notes-v*', ran: [], report: [] });
    expect(changedIn(dir, RUST)).toEqual([]);

    const written = outputOf('init', (await initIn(dir, ['--json', '--yes', '--tags', 'notes-v*'])).printed);
    expect(written).toEqual({ ...dry, outcome: 'written' });
    expect(read(dir)).toBe(dry.declaration);
  }));

  test('a command that fails is in it, with what is left, and prints nothing into it', async () => inRepository(RUST, async (dir) => {
    const asides: boolean[] = [];
    const { code, printed } = await initIn(dir, ['--json', '--yes', '--run'], { run: async (_command, _context, aside) => { asides.push(aside); return 254; } });
    const { outcome, ran, next } = outputOf('init', printed);
    expect({ code, outcome, ran, asides }).toEqual({ code: 1, outcome: 'failed', ran: [{ command: next[0], code: 254 }], asides: [true] });
  }));

  test('in a projen project it says what to do by hand', async () => inRepository({ ...RUST, '.projenrc.ts': '{}\n' }, async (dir) => {
    const { outcome, projenrc, next } = outputOf('init', (await initIn(dir, ['--json', '--yes', '--app', 'cargo'])).printed);
    expect({ outcome, projenrc }).toEqual({ outcome: 'by-hand', projenrc: '.projenrc.ts' });
    expect(next.at(-1)).toMatch(/^Run "npx projen"/);
  }));

  test('nobody is asked', async () => inRepository(RUST, async (dir) => {
    await expect(initIn(dir, ['--json'])).rejects.toThrow('--json asks nothing: it takes --yes or --dry-run beside it');
  }));
});
