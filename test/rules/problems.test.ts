import { javascript, Project } from 'projen';
import { printed, problemsIn } from './printed';
import { nodeProject } from './row';
import { Credential, Platform, Repository, Secret, TagBuild } from '../../src';
import { TagBuildError } from '../../src/rules/problems';
import type { Case, Files } from '../cases/case';
import { filesIn, inNewDirectory, synthesize, write } from '../cases/harness';

const linux = Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'] });

function tool(outdir: string): Project {
  return new Project({ outdir, name: 'tool' });
}

/** What a declaration that fails leaves behind where a good one was synthesized before. */
function leftBehind({ before, project, declare }: Case): { before: Files; after: Files } {
  return inNewDirectory((dir) => {
    const good = tool(dir);
    new TagBuild(good, 'old', { platforms: [linux] });
    synthesize(good);
    write(dir, before ?? {});
    const files = filesIn(dir);
    expect(() => {
      const bad = project(dir);
      declare(bad);
      synthesize(bad);
    }).toThrow(TagBuildError);
    return { before: files, after: filesIn(dir) };
  });
}

test('a terminal is given nothing that it obeys', () => {
  const options: any = { 'platforms': [linux], 'titel\u001b[2J': 'x', 'title': 'a\u202eb' };
  const text = printed({ project: nodeProject, declare: (project) => { new TagBuild(project, 'app', options); } });
  expect(text).toContain('titel\\u001b[2J');
  expect(text).not.toMatch(/[\u001b\u202e]/);
});

test('all problems of a declaration are said at once, in the order of the rules', () => {
  expect(printed({
    project: nodeProject,
    declare: (project) => {
      new TagBuild(project, 'desktop-tag-build', {
        tags: ['/v1'],
        repositories: [
          Repository.github('AutoByteus/autobyteus-web', { path: 'web' }),
          Repository.github('AutoByteus/autobyteus-server-ts'),
          Repository.github('AutoByteus/autobyteus-ts', { path: 'web' }),
        ],
        platforms: [linux, linux],
      });
    },
  })).toBe(`\
TagBuild 'desktop-tag-build' cannot be synthesized: 4 problems

  tag-pattern-impossible    tags[0]: '/v1' starts with '/', which no tag name does.
                            Write 'v1'.
  repository-path-taken     repositories[2]: 'AutoByteus/autobyteus-ts' would be checked out into 'web', where AutoByteus/autobyteus-web lies.
                            Give it a path of its own, for instance path: 'autobyteus-ts'.
  platform-name-taken       platforms[1]: the name 'linux-x64' is taken by the platform 'linux-x64'; upper and lower case, '.' and '-' count as the same.
                            Give it another one, for instance name: 'linux-x64-2'.
  artifact-name-taken       platforms[1] linux-x64: its artifact 'desktop-tag-build-linux-x64' has the name of linux-x64's; names must differ.
                            Give it an artifactName of its own, or leave it out: the default names the platform.

Each id is explained in https://github.com/projen-tag-build/projen-tag-build/blob/main/docs/diagnostics.md`);
});

test('what needs the whole project is said at once for all builds', () => {
  expect(printed({
    before: { 'README.md': '<!-- tag-build:one begin -->\n' },
    project: (outdir) => {
      const project = new javascript.NodeProject({ outdir, name: 'web', defaultReleaseBranch: 'main', release: false });
      project.addTask('build:electron:windows', { exec: 'electron-builder' });
      return project;
    },
    declare: (project) => {
      new TagBuild(project, 'one', { platforms: [linux] });
      new TagBuild(project, 'two', {
        platforms: [linux, Platform.windowsX64({ script: 'build:electron:win', artifacts: ['dist/*.exe'] })],
      });
    },
  })).toBe(`\
TagBuild 'one' cannot be synthesized: 1 problem

  readme-markers-broken    README.md, line 1: the section begins here, but the comment where it ends is missing.
                           Mend the pair by hand, or delete both comments with what lies between them: the section is then appended anew.

TagBuild 'two' cannot be synthesized: 1 problem

  unknown-script    platforms[1] windows-x64: package.json has no script 'build:electron:win'.
                    Did you mean 'build:electron:windows'?

Each id is explained in https://github.com/projen-tag-build/projen-tag-build/blob/main/docs/diagnostics.md`);
});

describe('where there is a problem, nothing is written and nothing removed', () => {
  test.each<[string, Case]>([
    ['of one declaration', { project: tool, declare: (project) => { new TagBuild(project, 'app', { platforms: [] }); } }],
    ['of the whole project', {
      before: { 'README.md': '<!-- tag-build:app end -->\n' },
      project: tool,
      declare: (project) => { new TagBuild(project, 'app', { platforms: [linux] }); },
    }],
    ['in a subproject', {
      project: (outdir) => {
        const root = tool(outdir);
        new Project({ parent: root, outdir: 'sub', name: 'sub' });
        return root;
      },
      declare: (root) => {
        new TagBuild(root.subprojects[0], 'app', { platforms: [Platform.linuxX64({ script: 'none', artifacts: ['dist/*'] })] });
      },
    }],
  ])('%s', (_where, declared) => {
    const { before, after } = leftBehind(declared);
    // the old build's files carry projen's marker, so a synthesis would remove them
    expect(Object.keys(before)).toContain('docs/old.md');
    expect(after).toEqual(before);
  });
});

describe('warnings and notices', () => {
  const ending = Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'], runsOn: ['ubuntu-22.04'] });

  test('are printed and do not fail', () => {
    expect(printed({ project: tool, declare: (project) => { new TagBuild(project, 'app', { platforms: [ending] }); } })).toBe(`\
TagBuild 'app': warning
  runner-label-ending    platforms[0] linux-x64: the runner 'ubuntu-22.04' goes away on 2027-04-17, and jobs may fail from 2026-09-17 on.
                         Use 'ubuntu-24.04'.`);
  });

  test('can be switched off with a reason, and so can any rule', () => {
    const ignore = { 'runner-label-ending': 'until the next release', 'artifact-name-taken': 'two halves of one' };
    const twin = Platform.linuxX64({ name: 'twin', artifactName: 'app-linux-x64', run: ['make'], artifacts: ['dist/*'] });
    expect(printed({ project: tool, declare: (project) => { new TagBuild(project, 'app', { platforms: [ending, twin], ignore }); } })).toBe('');
  });

  test('cannot be switched off where nothing could be made of the declaration', () => {
    const ignore = { 'repository-missing': 'later', 'id-malformed': 'later' };
    const text = printed({ project: tool, declare: (project) => { new TagBuild(project, '', { platforms: [linux], repositories: [], setupDoc: { path: 'doc.md' }, title: 'x', ignore }); } });
    expect(problemsIn(text).map(({ rule }) => rule)).toEqual(['id-malformed', 'repository-missing']);
  });

  test('stay off for the build that says so only', () => {
    expect(printed({
      project: tool,
      declare: (project) => {
        new TagBuild(project, 'one', { platforms: [ending], ignore: { 'runner-label-ending': 'for now' } });
        new TagBuild(project, 'two', { platforms: [ending] });
      },
    })).toMatch(/^TagBuild 'two': warning\n/);
  });
});

test('an optional group that several platforms share is declared once', () => {
  const shared = () => Secret.optionalGroup('Signing', { secrets: ['CERT', 'PASSWORD'], without: 'Unsigned.' });
  const platforms = ['a', 'b'].map((name) => Platform.linuxX64({ name, run: ['make'], artifacts: ['dist/*'], secrets: [shared()] }));
  expect(printed({ project: tool, declare: (project) => { new TagBuild(project, 'app', { platforms }); } })).toBe('');
});

test('a guard with all its parts is no problem', () => {
  const from = (name: string, credential: Credential) => Repository.github(`acme/${name}`, { credential });
  expect(printed({
    before: { 'package.json': '{"version": "1.2.3"}' },
    project: tool,
    declare: (project) => {
      new TagBuild(project, 'app', {
        repositories: [
          Repository.self({ path: 'app' }),
          from('key', Credential.deployKey({ secret: 'KEY' })),
          from('app-read', Credential.githubApp({ privateKey: { secret: 'APP_KEY' }, clientId: { variable: 'APP_ID' } })),
          from('token', Credential.token({ secret: 'TOKEN' })),
        ],
        version: { files: ['package.json'] },
        platforms: [linux],
      });
    },
  })).toBe('');
});
