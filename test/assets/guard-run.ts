import { type FakeGitHub } from '../support/fake-github';
import { compose, runScript, type RunOptions, type ScriptRun } from '../support/run-script';

/** Runs the guard as a pushed tag would, against the fake GitHub. */
export async function runGuard(github: FakeGitHub, env: Record<string, string>, options: RunOptions & { script?: string } = {}): Promise<ScriptRun> {
  return runScript(options.script ?? compose('guard'), {
    GITHUB_API_URL: github.apiUrl,
    GITHUB_SERVER_URL: github.serverUrl,
    GITHUB_REPOSITORY: 'acme/app',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_WORKFLOW_REF: 'acme/app/.github/workflows/app.yml@refs/tags/v1.2.3',
    WORKFLOW_PATH: '.github/workflows/app.yml',
    GITHUB_REF: 'refs/tags/v1.2.3',
    GITHUB_REF_NAME: 'v1.2.3',
    GITHUB_REF_TYPE: 'tag',
    GITHUB_SHA: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    DOC_URL: 'https://doc',
    TAG_FILTERS: '+ ^v[^/]*$',
    WORKFLOW_TOKEN: 'ghs_1_workflow',
    ...env,
  }, options);
}

/** What the guard said, without what differs from run to run. */
export function said(run: ScriptRun, github: FakeGitHub): string {
  return run.stdout
    .replaceAll(github.serverUrl, 'https://github')
    .replace(/\d{4}-\d\d-\d\d( \d\d:\d\d:\d\d)?/g, 'DATE')
    .replace(/\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT/g, 'DATE GMT')
    .replace(/\d\d:\d\d UTC/g, 'TIME UTC')
    .replace(/curl: \(\d+\) .*?\. (?=Nothing|No name|A proxy|The proxy|The connection|Where|What answers|(?:On the|The) runner)/, 'CURL. ')
    .replace(/mkdir: .*?(?=\. Mend)/, 'MKDIR')
    .trimEnd();
}
