import { parseWorkflowJobs, validateWorkflow } from './github-validator';

const CHECKOUT = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1';
const GOOD = `\
name: Build
on:
  push:
    tags: ['v*']
permissions: {}
concurrency:
  group: build-\${{ github.ref }}
  queue: max
jobs:
  guard:
    runs-on: ubuntu-slim
    outputs:
      commit: \${{ steps.probe.outputs.commit }}
    steps:
      - id: probe
        env:
          TOKEN: \${{ secrets.READ_TOKEN }}
        run: ./guard.sh
  build:
    needs: guard
    if: github.repository == 'acme/app'
    strategy:
      matrix:
        include:
          - platform: linux-x64
            runner: ubuntu-24.04
    runs-on: \${{ matrix.runner }}
    steps:
      - uses: ${CHECKOUT} # v7.0.1
        with:
          ref: \${{ needs.guard.outputs.commit }}
          persist-credentials: false
      - uses: acme/unheard-of@0123456789012345678901234567890123456789
        with:
          anything: goes
`;

/** The good workflow with one thing changed; a change that changes nothing would prove nothing. */
function spoiled(good: string, bad: string): string {
  expect(GOOD).toContain(good);
  return GOOD.replace(good, bad);
}

test('a good workflow has no findings', async () => {
  expect(await validateWorkflow(GOOD, { secrets: ['READ_TOKEN'] })).toEqual([]);
  expect(await validateWorkflow(GOOD)).toEqual([]);
});

test.each([
  ['an unknown key', 'needs: guard', 'need: guard', "line 20: Unexpected value 'need'"],
  ['secrets in a condition', "if: github.repository == 'acme/app'", "if: secrets.READ_TOKEN != ''", "line 21: Unrecognized named-value: 'secrets'"],
  ['a job that nobody declared', 'needs: guard', 'needs: gate', "line 20: Job 'build' depends on unknown job 'gate'"],
  ['an input that the pinned action does not take', 'persist-credentials', 'persist-credential', "line 32: Invalid action input 'persist-credential'"],
  ['a required input that is missing', 'acme/unheard-of', 'actions/upload-artifact', 'line 34: Missing required input `path`'],
  ['a context that does not exist', 'matrix.runner', 'matrix.runners', 'line 27: Context access might be invalid: runners'],
  ['an undeclared secret', 'secrets.READ_TOKEN', 'secrets.OTHER_TOKEN', 'line 17: Context access might be invalid: OTHER_TOKEN'],
])('finds %s', async (_what, good, bad, finding) => {
  const findings = await validateWorkflow(spoiled(good, bad), { secrets: ['READ_TOKEN'] });
  expect(findings).toContainEqual(expect.stringContaining(finding));
});

test('finds a secret where none is declared', async () => {
  expect(await validateWorkflow(GOOD, { secrets: [] })).toEqual(['line 17: Context access might be invalid: READ_TOKEN']);
});

test('lists what it finds in the order of the lines', async () => {
  const text = spoiled('needs: guard', 'need: guard').replace('persist-credentials', 'persist-credential');
  const lines = (await validateWorkflow(text)).map((finding) => Number(/^line (\d+): /.exec(finding)?.[1]));
  expect(lines).toEqual([20, 31, 32]);
});

test.each([['an empty file', ''], ['a file that is not YAML', '{'], ['a file without jobs', 'name: Build']])('finds something in %s', async (_what, text) => {
  expect(await validateWorkflow(text)).not.toEqual([]);
});

test('reads the jobs of a workflow', async () => {
  const jobs = await parseWorkflowJobs(GOOD);
  expect(jobs.map((job) => [job.id.value, job.needs?.map((need) => need.value)])).toEqual([['guard', undefined], ['build', ['guard']]]);
});

test('does not read the jobs of a file that is wrong', async () => {
  await expect(parseWorkflowJobs(spoiled('needs: guard', 'need: guard'))).rejects.toThrow("Unexpected value 'need'");
  await expect(parseWorkflowJobs('')).rejects.toThrow('not a workflow');
});
