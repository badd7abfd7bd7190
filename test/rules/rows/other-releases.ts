import { javascript, JsonPatch, release } from 'projen';
import { Credential, PublishTarget, type TagBuildOptions } from '../../../src';
import type { Case } from '../../cases/case';
import { build, type Row } from '../row';

const here = PublishTarget.githubRelease();
const elsewhere = PublishTarget.githubRelease({ repository: 'acme/releases', credential: Credential.token({ secret: 'RELEASE_TOKEN' }) });

/** A build in an npm project that is released by projen. */
function released(
  options: Partial<TagBuildOptions>, by: Partial<javascript.NodeProjectOptions> = {}, change: (project: javascript.NodeProject) => void = () => {},
): Case {
  return {
    ...build(options),
    project: (outdir) => {
      const project = new javascript.NodeProject({ outdir, name: 'web', defaultReleaseBranch: 'main', ...by });
      change(project);
      return project;
    },
  };
}

/** The same where the job that makes the release has a token of its own. */
function withToken(options: Partial<TagBuildOptions>): Case {
  return released(options, {}, (project) => project.tryFindObjectFile('.github/workflows/release.yml')!
    .patch(JsonPatch.replace('/jobs/release_github/steps/3/env/GITHUB_TOKEN', '${{ secrets.RELEASER }}')));
}

const workflow = (on: string, step: string) => ({
  '.github/workflows/old.yml': `on: ${on}\njobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n      - ${step}\n`,
});
const beside = (before: Case['before'], options: Partial<TagBuildOptions> = { publish: [here] }): Case => ({ ...build(options), before });

const ofWorkflow = (filter = 'v*.*.*') => [
  `publish[0] release: is of tags that '${filter}' matches, and the workflow .github/workflows/old.yml seems to make releases of such tags, too.`,
  'Remove its trigger once this build has taken its place, or choose other tags for one of them.',
];
const ofProjen = (filter = 'v*.*.*', free = 'app-v*.*.*') => [
  `publish[0] release: is of tags that '${filter}' matches, and the release of project 'web' (.github/workflows/release.yml) makes releases of such tags, too.`,
  `Leave one of them out (release: false for the project), or choose tags of its own, such as '${free}'.`,
];
const silent = (filter = 'v*.*.*', workflowName = 'release') => [
  `tags: '${filter}' matches tags that the release of project 'web' (.github/workflows/${workflowName}.yml) makes, and by them GitHub starts nothing, because the workflow's own token made them.`,
  "Choose tags of its own, such as 'app-v*.*.*', or let a person push them: release: false, or releaseTrigger: ReleaseTrigger.manual().",
];

/** Who else makes tags, or releases of them. */
export const otherReleaseRows: readonly Row[] = [
  { rule: 'tag-made-elsewhere', bad: released({}), says: silent(), good: released({ tags: ['app-v*'] }) },
  { rule: 'tag-made-elsewhere', bad: released({ publish: [elsewhere] }), says: silent(), good: released({}, { release: false }) },
  {
    rule: 'tag-made-elsewhere',
    bad: released({ tags: ['v3.*', '!v0.*'] }, { majorVersion: 3 }),
    says: silent('v3.*'),
    good: released({ tags: ['v3.*'] }, { majorVersion: 2 }),
  },
  {
    rule: 'tag-made-elsewhere',
    bad: released({ tags: ['app/**'] }, { releaseTagPrefix: 'app/' }),
    says: silent('app/**'),
    // a filter for one directory, not for what lies in it
    good: released({ tags: ['app'] }, { releaseTagPrefix: 'app/' }),
  },
  {
    rule: 'tag-made-elsewhere',
    bad: released({ tags: ['v*-beta.*'] }, { majorVersion: 1, releaseBranches: { next: { majorVersion: 2, prerelease: 'beta' } } }),
    says: silent('v*-beta.*', 'release-next'),
    good: released({ tags: ['v*-rc.*'] }, { majorVersion: 1, releaseBranches: { next: { majorVersion: 2, prerelease: 'beta' } } }),
  },
  {
    rule: 'tag-made-elsewhere',
    bad: released({ tags: ['app-v*'] }, { releaseTagPrefix: 'app-' }),
    says: silent('app-v*').map((line) => line.replace('app-v*.*.*', 'app-build-v*.*.*')),
    good: released({ tags: ['app-build-v*.*.*'] }, { releaseTagPrefix: 'app-' }),
  },
  // whoever runs projen's task pushes the tag
  {
    rule: 'tag-made-elsewhere',
    bad: released({}, { releaseTrigger: release.ReleaseTrigger.workflowDispatch() }),
    says: silent(),
    good: released({}, { releaseTrigger: release.ReleaseTrigger.manual() }),
  },
  { rule: 'tag-made-elsewhere', bad: released({}), says: silent(), good: withToken({}) },
  { rule: 'release-made-elsewhere', bad: released({ publish: [here] }), says: ofProjen(), good: released({ publish: [here] }, { releaseTagPrefix: 'lib-' }) },
  {
    rule: 'release-made-elsewhere',
    bad: withToken({ publish: [here] }),
    says: ofProjen(),
    good: released({ publish: [here] }, { releaseTrigger: release.ReleaseTrigger.manual() }),
  },
  {
    rule: 'release-made-elsewhere',
    bad: released({ tags: ['app-v*'], publish: [here] }, { releaseTrigger: release.ReleaseTrigger.tagged({ tags: ['app-*'] }) }),
    says: ofProjen('app-v*', 'app-build-v*.*.*'),
    good: released({ tags: ['app-v*'], publish: [here] }, { releaseTrigger: release.ReleaseTrigger.tagged({ tags: ['lib-*'] }) }),
  },
  {
    rule: 'release-made-by-workflow',
    bad: beside(workflow("{ push: { tags: ['v*'] } }", 'uses: softprops/action-gh-release@v2')),
    says: ofWorkflow(),
    good: beside(workflow("{ push: { tags: ['v*'] } }", 'uses: actions/upload-artifact@v4')),
  },
  {
    rule: 'release-made-by-workflow',
    bad: beside(workflow('{ push: { tags: v1.* } }', 'run: gh release create "$TAG"'), { tags: ['v*', '!v0.*'], publish: [here] }),
    says: ofWorkflow('v*'),
    good: beside(workflow('{ push: { tags: v0.* } }', 'run: gh release create "$TAG"'), { tags: ['v*', '!v0.*'], publish: [here] }),
  },
  {
    rule: 'release-made-by-workflow',
    bad: beside(workflow('{ push: { tags: [v*] } }', 'uses: ncipollo/release-action@v1')),
    says: ofWorkflow(),
    // what is only for branches, is broken, or publishes nothing of this build here
    good: beside({
      ...workflow('{ push: { branches: [main] } }', 'uses: ncipollo/release-action@v1'),
      '.github/workflows/broken.yml': 'on: { push: { tags: [v*\njobs: *a',
      '.github/workflows/odd.yaml': 'on: [tags]\njobs: [{ steps: gh release create }]',
    }),
  },
  {
    rule: 'release-made-by-workflow',
    bad: beside(workflow('{ push: { tags: [v*] } }', 'uses: goreleaser/goreleaser-action@v6')),
    says: ofWorkflow(),
    good: beside(workflow('{ push: { tags: [v*] } }', 'uses: goreleaser/goreleaser-action@v6'), { publish: [elsewhere] }),
  },
];
