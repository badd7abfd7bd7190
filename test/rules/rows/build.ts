import { javascript, JsonPatch, TextFile } from 'projen';
import { TagBuild } from '../../../src';
import { build, inNodeProject, linux, nodeProject, type Row, together } from '../row';

/** Ids, files, tags and the doc. */
export const buildRows: readonly Row[] = [
  {
    rule: 'id-malformed',
    bad: build({ setupDoc: { path: 'doc.md' } }, 'desktop build'),
    says: [
      "id: 'desktop build' has other characters than letters, digits, '.', '_' and '-', or starts with one of the last three.",
      "Choose one such as 'desktop-tag-build'.",
    ],
    good: build({}, 'Desktop_build.v2-x'),
  },
  {
    rule: 'id-malformed',
    bad: build({ title: 'x', setupDoc: { path: 'doc.md' } }, ''),
    says: [
      'id: is empty.',
      "Choose one such as 'desktop-tag-build'.",
    ],
  },
  {
    rule: 'build-id-taken',
    bad: together(build({}, 'app'), build({ setupDoc: { path: 'two.md' } }, 'App')),
    says: [
      "id: a build 'app' is declared already in this repository.",
      'Choose another id: it names the workflow, the doc and the artifacts.',
    ],
    good: together(build({}, 'app'), build({}, 'app-2')),
  },
  {
    rule: 'build-id-taken',
    bad: {
      project: (outdir) => {
        const root = nodeProject(outdir);
        new javascript.NodeProject({ parent: root, outdir: 'sub', name: 'sub', defaultReleaseBranch: 'main' });
        return root;
      },
      declare: (root) => {
        new TagBuild(root, 'app', { platforms: [linux] });
        new TagBuild(root.subprojects[0], 'app', { platforms: [linux] });
      },
    },
    says: [
      "id: a build 'app' is declared already in this repository.",
      'Choose another id: it names the workflow, the doc and the artifacts.',
    ],
  },
  {
    rule: 'output-path-outside',
    bad: build({ setupDoc: { path: '../setup.md' }, readme: { path: '/README.md' } }),
    says: [
      "setupDoc.path: the path '../setup.md' lies outside the project.",
      'Write a path relative to the project, with forward slashes.',
      "readme.path: the path '/README.md' is absolute.",
      'Write a path relative to the project, with forward slashes.',
    ],
    good: build({ setupDoc: { path: 'a/../setup.md' } }),
  },
  {
    rule: 'output-path-outside',
    bad: build({ setupDoc: { path: 'docs\\setup.md' }, readme: { path: '' } }),
    says: [
      'setupDoc.path: the path \'docs\\setup.md\' has a backslash.',
      'Write a path relative to the project, with forward slashes.',
      "readme.path: the path '' names no file.",
      'Write a path relative to the project, with forward slashes.',
    ],
  },
  {
    rule: 'output-path-taken',
    bad: inNodeProject({}, 'release'),
    says: [
      "id: '.github/workflows/release.yml' is written by another component of project 'web'.",
      'Choose another id: it names the workflow file.',
    ],
    good: inNodeProject({}, 'releases'),
  },
  {
    rule: 'output-path-taken',
    bad: inNodeProject({}, 'Release'),
    says: [
      "id: '.github/workflows/Release.yml' is written by another component of project 'web'.",
      'Choose another id: it names the workflow file.',
    ],
  },
  {
    rule: 'output-path-taken',
    bad: {
      ...build({ setupDoc: { path: 'docs/setup.md' } }),
      declare: (project) => {
        new TextFile(project, 'docs/setup.md');
        new TagBuild(project, 'app', { platforms: [linux], setupDoc: { path: 'docs/setup.md' } });
      },
    },
    says: [
      "setupDoc.path: 'docs/setup.md' is written by another component of project 'tool'.",
      "Choose another one, for instance setupDoc: { path: 'docs/tag-build.md' }.",
    ],
  },
  {
    rule: 'output-path-taken',
    bad: build({ setupDoc: { path: 'readme.md' } }),
    says: [
      "readme.path: 'README.md' is setupDoc.path as well.",
      "Choose another one, for instance readme: { path: 'docs/README.md' }.",
    ],
  },
  {
    rule: 'output-path-taken',
    bad: together(build({ setupDoc: { path: 'docs/setup.md' } }, 'a'), build({ setupDoc: { path: 'docs/Setup.md' } }, 'b')),
    says: [
      "setupDoc.path: 'docs/Setup.md' is written by the build 'a'.",
      "Choose another one, for instance setupDoc: { path: 'docs/tag-build.md' }.",
    ],
    good: together(build({ readme: { path: 'docs/README.md' } }, 'a'), build({ readme: { path: 'docs/README.md' } }, 'b')),
  },
  {
    rule: 'doc-section-unknown',
    bad: build({ setupDoc: { drop: ['checklst'], sections: [{ id: 'faq', after: 'triggers', heading: 'FAQ', body: 'None.' }, { id: 'trouble' }] } }),
    says: [
      "setupDoc.drop[0]: there is no section 'checklst'.",
      "Did you mean 'checklist'?",
      "setupDoc.sections[0].after: there is no section 'triggers'.",
      "Did you mean 'trigger'?",
      "setupDoc.sections[1]: the section 'trouble' is none of the built-in ones and has no heading or no body.",
      'Give it both. There are: what-it-builds, trigger, secrets, settings, repositories, platforms, checklist, troubleshooting.',
    ],
    good: build({ setupDoc: { drop: ['checklist'], sections: [{ id: 'trigger', after: 'secrets' }, { id: 'faq', after: 'trigger', heading: 'FAQ', body: 'None.' }] } }),
  },
  {
    rule: 'tag-pattern-impossible',
    bad: build({ tags: ['^v1', 'v[0-9', '/v1', 'refs/tags/v*', 'v@(1|2)', 'v1 2'] }),
    says: [
      "tags[0]: '^v1' starts with '^', which is no anchor here and which git allows in no tag name.",
      "A pattern always has to match the whole name: write 'v1'.",
      "tags[1]: 'v[0-9' has a '[' without a ']'.",
      "Close it: '[0-9]'.",
      "tags[2]: '/v1' starts with '/', which no tag name does.",
      "Write 'v1'.",
      "tags[3]: 'refs/tags/v*' starts with 'refs/', but tag filters are compared with the name alone.",
      "Write 'v*'.",
      "tags[4]: 'v@(1|2)' has '@(1|2)', a group of alternatives, which tag filters do not know.",
      "Write a pattern for each case: 'v1', 'v2'.",
      "tags[5]: 'v1 2' has a space, which git allows in no tag name.",
      "Leave it out, or write '*' in its place.",
    ],
    good: build({ tags: ['v1', 'v[0-9]', 'x/v1', 'v*', 'v1', '!v2'] }),
  },
  {
    rule: 'tag-patterns-only-negative',
    bad: build({ tags: ['!v0.*'] }),
    says: [
      "tags: '!v0.*' has only patterns that exclude tags.",
      "Put one that includes some before them; '**' matches every tag.",
    ],
    good: build({ tags: ['v*', '!v0.*'] }),
  },
  {
    rule: 'tag-patterns-only-negative',
    bad: build({ tags: [] }),
    says: [
      'tags: has no pattern.',
      "Name at least one, such as 'v*'.",
    ],
  },
  {
    rule: 'number-out-of-range',
    bad: build({ retentionDays: 91, timeoutMinutes: 0 }),
    says: [
      'retentionDays: is 91; allowed are whole numbers from 1 to 90.',
      'Declare a number in that range.',
      'platforms[0] linux-x64 timeoutMinutes: is 0; allowed are whole numbers from 1 to 360.',
      'Declare a number in that range.',
    ],
    good: build({ retentionDays: 90, timeoutMinutes: 1 }),
  },
  {
    rule: 'expression-in-text',
    bad: build({ title: 'Build ${{ github.ref_name }}', workingDirectory: '${{ vars.DIR }}' }),
    says: [
      "title: 'Build ${{ github.ref_name }}' has ${{ }}, which GitHub would evaluate in the workflow but not in the doc and the README.",
      'Write the value itself.',
      "workingDirectory: '${{ vars.DIR }}' has ${{ }}, which GitHub would evaluate in the workflow but not in the doc and the README.",
      'Write the value itself.',
    ],
    good: build({ title: 'Costs {{ $2 }}' }),
  },
  {
    rule: 'rule-unknown',
    bad: build({ ignore: { 'runner-label-unknwon': 'ours', 'actions-lock': ' ' } }),
    says: [
      "ignore: there is no rule 'runner-label-unknwon'.",
      "Did you mean 'runner-label-unknown'?",
      "ignore: 'actions-lock' is switched off without a reason.",
      'Write down why it does not apply.',
    ],
    good: build({ ignore: { 'runner-label-unknown': 'ours' } }),
  },
  {
    rule: 'workflow-too-large',
    bad: build({ preBuildSteps: Array.from({ length: 26 }, (_, n) => ({ name: `Step ${n}`, run: `echo ${'x'.repeat(20_000)}` })) }),
    says: [
      '.github/workflows/app.yml: has N bytes; GitHub allows 512000.',
      'Spread the platforms over several builds, or move long commands into scripts of the repository.',
    ],
    good: build({ preBuildSteps: Array.from({ length: 20 }, (_, n) => ({ name: `Step ${n}`, run: `echo ${'x'.repeat(20_000)}` })) }),
  },
  {
    rule: 'scalar-too-long',
    bad: build({ prepare: [{ name: 'Long', run: 'x'.repeat(21_001) }] }),
    says: [
      'jobs.build.steps.long.run: has 21001 characters; GitHub allows 21000 in one text of a workflow.',
      'Move long commands into a script of the repository.',
    ],
    good: build({ prepare: [{ name: 'Long', run: 'x'.repeat(21_000) }] }),
  },
  {
    rule: 'readme-markers-broken',
    bad: { ...build({}), before: { 'README.md': '# Tool\n\n<!-- tag-build:app end -->\n' } },
    says: [
      'README.md, line 3: the section ends here, but the comment where it begins is missing.',
      'Mend the pair by hand, or delete both comments with what lies between them: the section is then appended anew.',
    ],
    good: { ...build({}), before: { 'README.md': '# Tool\n\n<!-- tag-build:app begin -->\n<!-- tag-build:app end -->\n' } },
  },
  {
    rule: 'readme-markers-broken',
    bad: { ...build({}), before: { 'README.md': '<!-- tag-build:app begin -->\n' } },
    says: [
      'README.md, line 1: the section begins here, but the comment where it ends is missing.',
      'Mend the pair by hand, or delete both comments with what lies between them: the section is then appended anew.',
    ],
  },
  {
    rule: 'readme-markers-broken',
    bad: { ...build({}), before: { 'README.md': '<!-- tag-build:app end -->\n<!-- tag-build:app begin -->\n' } },
    says: [
      'README.md, lines 1, 2: the comment that ends the section stands before the one that begins it.',
      'Mend the pair by hand, or delete both comments with what lies between them: the section is then appended anew.',
    ],
  },
  {
    rule: 'readme-markers-broken',
    bad: { ...build({}), before: { 'README.md': '<!-- tag-build:app begin -->\n<!-- tag-build:app end -->\n'.repeat(2) } },
    says: [
      'README.md, lines 1, 2, 3, 4: the comments of the section stand here more than once.',
      'Mend the pair by hand, or delete both comments with what lies between them: the section is then appended anew.',
    ],
  },
  {
    rule: 'readme-markers-broken',
    bad: { ...build({}), before: { 'README.md': '# Tool\n\n```sh\nmake\n' } },
    says: [
      'README.md, line 3: a code fence begins here and never ends, so that the section would become part of the code.',
      'Close the code fence, or put the two comments of the section where it belongs.',
    ],
  },
  {
    rule: 'readme-section-stale',
    bad: { ...build({}), before: { 'README.md': '<!-- tag-build:old begin -->\n<!-- tag-build:old end -->\n' } },
    says: [
      "readme 'README.md': has a section of the build 'old', which is not declared.",
      'Delete it by hand, with the two comments around it.',
    ],
    good: { ...build({}), before: { 'README.md': '```\n<!-- tag-build:old begin -->\n<!-- tag-build:old end -->\n```\n' } },
  },
  {
    rule: 'actions-lock',
    bad: { ...build({}), before: { '.github/workflows/actions.lock': '' } },
    says: [
      '.github/workflows/app.yml: the repository has .github/workflows/actions.lock, which must list the actions of this workflow.',
      'Run gh actions-lock when the workflow has changed.',
    ],
    good: { ...build({}), before: { '.github/actions.lock': '' } },
  },
  {
    rule: 'secret-not-declared',
    bad: {
      ...build({}),
      declare: (project) => {
        const { workflow } = new TagBuild(project, 'app', { platforms: [linux], preBuildSteps: [{ name: 'Sign', run: 'sign', env: { KEY: '${{ secrets.KEY }}' } }] });
        workflow.file?.patch(JsonPatch.add('/jobs/build/env', { OTHER: "${{ Secrets['OTHER'] || steps.secrets.outputs.x }}" }));
      },
    },
    says: [
      'jobs.build.env.OTHER: uses secrets.OTHER, which is not declared.',
      "Declare it, for instance secrets: [Secret.required({ secret: 'OTHER', purpose: '...' })].",
      'jobs.build.steps.sign.env.KEY: uses secrets.KEY, which is not declared.',
      "Declare it, for instance secrets: [Secret.required({ secret: 'KEY', purpose: '...' })].",
    ],
    good: build({ preBuildSteps: [{ name: 'Sign', run: 'sign', env: { KEY: '${{ secrets.GITHUB_TOKEN }}' } }] }),
  },
];
