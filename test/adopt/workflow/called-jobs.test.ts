import { importOf } from './import-of';
import { printDraft } from '../../../src/adopt/print/print-draft';

/** What stands behind the declaration, and the report. */
function calledIn(jobs: string): { readonly code: string; readonly said: readonly string[] } {
  const { draft, report } = importOf(`on: { push: { tags: ['v*'] } }\njobs:\n${jobs.replace(/^(?=.)/gm, '  ')}`);
  const printed = printDraft(draft!, { language: 'ts', project: 'existing', name: 'app' });
  return { code: printed.slice(printed.indexOf('\n});\n') + 5).trim(), said: report.map(({ fate, what, became }) => `${fate} ${what}: ${became}`) };
}

const build = (id: string, os: string, more = '') => `${id}:
  runs-on: ${os}
${more}  steps:
    - uses: actions/checkout@v4
    - run: make ${id}
    - uses: actions/upload-artifact@v4
      with: { name: ${id}, path: dist }
`;

test('nothing waits for itself, where two jobs that waited for one another by a third are platforms of one', () => {
  const { code, said } = calledIn(`${build('app', 'ubuntu-24.04')}${build('other', 'windows-2025', '  needs: sign\n')}sign: { needs: app, uses: ./.github/workflows/sign.yml, permissions: {} }\n`);

  expect(code).not.toContain('waitFor');
  expect(code).toContain("needs: ['guard', 'build']");
  expect(said).toContain('left-out other: needs sign: sign comes when what this job has become is done, and nothing can wait for itself');
});

test('what another job tells is asked of a job that tells it now, or it is said that nobody does', () => {
  const { code, said } = calledIn(`${build('app', 'ubuntu-24.04')}odd:
  runs-on: ubuntu-24.04
  outputs: { day: '\${{ steps.s.outputs.day }}', tag: '\${{ github.ref_name }}' }
  steps: [{ id: s, run: 'echo "day=$(date)" >> "$GITHUB_OUTPUT"' }]
plan: { uses: ./.github/workflows/plan.yml, permissions: {} }
draft:
  needs: [app, odd, plan]
  if: always() && needs.app.result == 'success' && needs.plan.outputs.wanted == 'true'
  uses: ./.github/workflows/draft.yml
  with: { day: '\${{ needs.odd.outputs.day }}', tag: '\${{ needs.odd.outputs.tag }}', plan: '\${{ needs.plan.outputs.plan }}' }
  permissions: {}
`);

  expect(code).toContain("tagBuild.workflow.addJob('draft-2', {");
  expect(code).toContain("needs: ['guard', 'build', 'plan']");
  expect(code).toContain("if: \"needs.guard.outputs.real == 'true' && (always() && needs.build.result == 'success' && needs.plan.outputs.wanted == 'true')\"");
  expect(code).toContain("with: { tag: '${{ needs.guard.outputs.tag }}', plan: '${{ needs.plan.outputs.plan }}' }");
  expect(code).toContain('// decide: with day was ${{ needs.odd.outputs.day }}: odd tells other jobs nothing any more; say it otherwise\n');
  expect(said).toContain('left-out draft: with day: ${{ needs.odd.outputs.day }}: odd tells other jobs nothing any more; say it otherwise');
});

test.each([
  ["matrix: '${{ fromJSON(vars.PLACES) }}'", 'matrix', '${{ fromJSON(vars.PLACES) }}'],
  ['matrix: { place: [{ name: here }] }', 'matrix', '{"place":[{"name":"here"}]}'],
])('a matrix that projen cannot say is left out, with what asks for it: %s', (matrix) => {
  const { code, said } = calledIn(`${build('app', 'ubuntu-24.04')}go:
  strategy: { ${matrix}, fail-fast: false }
  uses: ./.github/workflows/go.yml
  with: { place: '\${{ matrix.place.name }}', when: now }
  permissions: {}
`);

  expect(code).toContain("with: { when: 'now' }");
  expect(code).toContain('strategy: { failFast: false }');
  expect(said.filter((line) => /^left-out go: (?:matrix|with place)/.test(line))).toHaveLength(2);
});

test('a right that projen has no name for is left out, with the line that adds it', () => {
  const { code } = calledIn(`${build('app', 'ubuntu-24.04')}go: { uses: ./.github/workflows/go.yml, permissions: { contents: read, artifact-metadata: write } }\n`);

  expect(code).toContain('permissions: { contents: github.workflows.JobPermission.READ }');
  expect(code).toContain("tagBuild.workflow.file?.addOverride('jobs.go.permissions.artifact-metadata', 'write')");
});

test('a name that JavaScript keeps for itself is another', () => {
  expect(calledIn(`${build('app', 'ubuntu-24.04')}constructor: { uses: ./.github/workflows/go.yml, permissions: {} }\n`).code).toContain("addJob('call-constructor', {");
});

test('what never runs for a tag is called by nothing', () => {
  const { code, said } = calledIn(`${build('app', 'ubuntu-24.04')}go: { if: "github.event_name == 'pull_request'", uses: ./.github/workflows/go.yml }\n`);

  expect(code).toBe('');
  expect(said).toContain('left-out job go with the steps of ./.github/workflows/go.yml: it never runs for a tag; keep it in a workflow of its own');
});

test('what a job that is called may upload is in no release, and that is said', () => {
  const { said } = calledIn(`${build('app', 'ubuntu-24.04')}package: { uses: ./.github/workflows/package.yml, permissions: {} }
release:
  needs: [app, package]
  runs-on: ubuntu-24.04
  steps:
    - uses: actions/download-artifact@v4
    - uses: softprops/action-gh-release@v2
      with: { files: '*/*' }
`);

  expect(said.filter((line) => line.startsWith('left-out artifacts of package: only what a build job makes is released'))).toHaveLength(1);
  expect(said).toContain("understood release: needs package: tagBuild.waitFor('publish', 'package')");
});
