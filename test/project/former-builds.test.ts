import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Project } from 'projen';
import { Platform, PublishTarget, TagBuild, type TagBuildOptions, TagBuildProject } from '../../src';
import { filesIn, inNewDirectory, synthesize, write } from '../cases/harness';

type Builds = Readonly<Record<string, Partial<TagBuildOptions>>>;

const BUILD: TagBuildOptions = { platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'] })] };
const OWN = ['.projen/files.json', '.projen/tasks.json'];

function declare(outdir: string, builds: Builds, kind: 'own' | 'projen' = 'own', directory = ''): string[] {
  const root = kind === 'own' ? new TagBuildProject({ name: 'app', outdir }) : new Project({ name: 'app', outdir });
  const project = directory ? new Project({ name: 'inner', parent: root, outdir: directory }) : root;
  const warnings = jest.spyOn(root.logger, 'warn').mockReturnValue();
  for (const [id, options] of Object.entries(builds)) new TagBuild(project, id, { ...BUILD, ...options });
  synthesize(root);
  return warnings.mock.calls.flat() as string[];
}

const read = (dir: string, file: string) => readFileSync(join(dir, file), 'utf8');
const change = (dir: string, file: string, by: (text: string) => string) => {
  chmodSync(join(dir, file), 0o644);
  writeFileSync(join(dir, file), by(read(dir, file)));
};

test.each([
  ['no README', undefined],
  ['a README', '# App\n\nWords.\n'],
  ['a README without a last line ending', '# App'],
  ['a README of Windows', '# App\r\n\r\nWords.\r\n'],
  ['a README with a mark of byte order', '\ufeff# App\n'],
])('with the last build all goes that was made of it: %s', (_, readme) => {
  inNewDirectory((dir) => {
    const before: Record<string, string> = readme === undefined ? {} : { 'README.md': readme };
    write(dir, before);
    declare(dir, { app: { rehearse: { pullRequests: true, watch: 'weekly' }, publish: [PublishTarget.githubRelease()] }, web: {} });
    expect(Object.keys(filesIn(dir)).length).toBeGreaterThan(7);

    expect(declare(dir, {})).toEqual([]);

    const { '.projen/files.json': files, '.projen/tasks.json': tasks, ...rest } = filesIn(dir);
    expect(rest).toEqual(before);
    expect(JSON.parse(files).files).toEqual(['.projen/files.json', '.projen/tag-builds.json', '.projen/tasks.json']);
    expect(tasks).toContain('"default"');
  });
});

test('a checkout with the line endings of Windows is nothing that was changed', () => {
  inNewDirectory((dir) => {
    const publishing = { app: { publish: [PublishTarget.githubRelease()] } };
    write(dir, { 'README.md': '# App\r\n' });
    declare(dir, publishing);
    Object.keys(filesIn(dir)).forEach((file) => change(dir, file, (text) => text.replace(/\r?\n/g, '\r\n')));

    expect(declare(dir, {})).toEqual([]);
    expect(Object.keys(filesIn(dir))).toEqual([...OWN, 'README.md']);
    expect(read(dir, 'README.md')).toBe('# App\r\n');
  });
});

test('one of several builds goes, and leaves the others as they were', () => {
  inNewDirectory((dir) => {
    write(dir, { 'README.md': '# App\n' });
    declare(dir, { app: {}, web: {} }, 'projen');
    declare(dir, { app: {} }, 'projen');
    const left = filesIn(dir);

    inNewDirectory((other) => {
      write(other, { 'README.md': '# App\n' });
      declare(other, { app: {} }, 'projen');
      expect(left).toEqual(filesIn(other));
    });
  });
});

test('a build that is renamed has its section where it was', () => {
  inNewDirectory((dir) => {
    declare(dir, { app: {} });
    write(dir, { 'README.md': `# App\n\n${read(dir, 'README.md')}\n## License\n` });
    declare(dir, { desktop: {} });

    expect(read(dir, 'README.md')).toMatch(/^# App\n\n<!-- tag-build:desktop begin[^]*<!-- tag-build:desktop end -->\n\n## License\n$/);
    expect(read(dir, 'README.md')).not.toContain('tag-build:app ');
    expect(Object.keys(filesIn(dir))).toEqual(['.github/workflows/desktop.yml', ...OWN, '.projen/tag-builds.json', 'README.md', 'docs/desktop.md'].sort());
  });
});

test('a section that moves to another README leaves the first', () => {
  inNewDirectory((dir) => {
    write(dir, { 'README.md': '# App\n' });
    declare(dir, { app: {} });
    declare(dir, { app: { readme: { path: 'docs/README.md' } } });

    expect(read(dir, 'README.md')).toBe('# App\n');
    expect(read(dir, 'docs/README.md')).toContain('<!-- tag-build:app end -->');
  });
});

test('what a workflow no longer publishes takes the script with it', () => {
  inNewDirectory((dir) => {
    declare(dir, { app: { publish: [PublishTarget.githubRelease()] } }, 'projen');
    expect(Object.keys(filesIn(dir))).toContain('.github/workflows/tag-build-publish.mjs');
    declare(dir, { app: {} }, 'projen');
    expect(Object.keys(filesIn(dir))).not.toContain('.github/workflows/tag-build-publish.mjs');
  });
});

test('a subproject that is gone leaves nothing of its builds', () => {
  inNewDirectory((dir) => {
    write(dir, { 'inner/README.md': '# Inner\n' });
    declare(dir, { app: {} }, 'own', 'inner');
    expect(Object.keys(filesIn(dir))).toContain('inner/docs/app.md');
    declare(dir, {});

    expect(read(dir, 'inner/README.md')).toBe('# Inner\n');
    expect(Object.keys(filesIn(dir)).filter((file) => /docs|workflows/.test(file))).toEqual([]);
  });
});

describe('what the user has made his own stays', () => {
  const STAYS = (file: string) => [`'${file}' was changed since it was generated, and stays, though no build makes it any more. It is yours now.`];

  test.each([
    ['without the marker', (text: string) => text.replace(/.*Generated by projen.*\n/, '')],
    ['changed', (text: string) => `${text}\nMore words.\n`],
  ])('%s', (_, by) => {
    inNewDirectory((dir) => {
      declare(dir, { app: {} });
      change(dir, 'docs/app.md', by);
      const own = read(dir, 'docs/app.md');

      expect(declare(dir, {})).toEqual(STAYS('docs/app.md'));
      expect(read(dir, 'docs/app.md')).toBe(own);
      expect(declare(dir, {})).toEqual([]);
      expect(read(dir, 'docs/app.md')).toBe(own);
      expect(Object.keys(filesIn(dir))).toEqual([...OWN, 'docs/app.md']);
    });
  });

  test('in a subproject, too', () => {
    inNewDirectory((dir) => {
      declare(dir, { app: {} }, 'projen', 'inner');
      change(dir, 'inner/docs/app.md', (text) => `${text}More words.\n`);

      expect(declare(dir, { web: {} }, 'projen', 'inner')).toEqual(STAYS('inner/docs/app.md'));
      expect(read(dir, 'inner/docs/app.md')).toContain('More words.');
    });
  });

  test('of another version only what has no marker', () => {
    inNewDirectory((dir) => {
      declare(dir, { app: {} });
      change(dir, 'docs/app.md', (text) => `${text}More words.\n`);
      change(dir, '.github/workflows/app.yml', (text) => text.replace(/.*Generated by projen.*\n/, ''));
      change(dir, 'README.md', (text) => text.replace('## ', '### '));
      change(dir, '.projen/tag-builds.json', (text) => text.replace('"writtenBy": "0.0.0"', '"writtenBy": "0.0.1"'));

      expect(declare(dir, {})).toEqual(STAYS('.github/workflows/app.yml'));
      expect(Object.keys(filesIn(dir))).toEqual(['.github/workflows/app.yml', ...OWN]);
    });
  });

  test('a section that was changed is named instead', () => {
    inNewDirectory((dir) => {
      declare(dir, { app: {}, web: {} });
      change(dir, 'README.md', (text) => text.replace('## Web', '## My web'));

      expect(declare(dir, { app: {} }).join()).toContain("has a section of the build 'web', which is not declared");
      expect(read(dir, 'README.md')).toContain('## My web');
    });
  });

  test('half a pair of markers', () => {
    inNewDirectory((dir) => {
      declare(dir, { app: {} });
      change(dir, 'README.md', (text) => text.replace('<!-- tag-build:app end -->', ''));
      const half = read(dir, 'README.md');
      declare(dir, {});

      expect(read(dir, 'README.md')).toBe(half);
    });
  });

  test('a file that something else writes now', () => {
    inNewDirectory((dir) => {
      declare(dir, { app: {}, web: {} }, 'projen');
      declare(dir, { web: { setupDoc: { path: 'docs/app.md' } } }, 'projen');

      expect(read(dir, 'docs/app.md')).toContain('web.yml');
    });
  });
});

test.each([
  ['no JSON', '{'],
  ['no object', '[1]'],
  ['builds that are none', '{"version":5,"writtenBy":"0.0.0","builds":[null,{},{"model":null},{"model":{"id":1}}]}'],
  ['paths that lead out of the repository', JSON.stringify({
    builds: [{
      model: {
        id: 'app', directory: '', title: 'App', workflowPath: '../outside.yml', setupDoc: { path: '/etc/hosts' }, readme: { path: '../../README.md' }, publish: [],
      },
    }],
  })],
])('what the file of the models says may be anything: %s', (_, text) => {
  inNewDirectory((dir) => {
    write(dir, { '.projen/tag-builds.json': text, 'docs/own.md': '# Own\n' });

    expect(declare(dir, { web: {} })).toEqual([]);
    expect(read(dir, 'docs/own.md')).toBe('# Own\n');
  });
});

test('a problem of another build leaves all as it was', () => {
  inNewDirectory((dir) => {
    declare(dir, { app: {}, web: {} });
    const before = filesIn(dir);

    expect(() => declare(dir, { app: { readme: { path: 'docs' } } })).toThrow('readme');
    expect(filesIn(dir)).toEqual(before);
  });
});
