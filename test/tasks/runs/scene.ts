import { Deadline } from '../../../src/outside/deadline';
import { GitHubClient } from '../../../src/outside/github-client';
import { GitHubRuns } from '../../../src/tasks/runs/github-runs';
import type { Patience } from '../../../src/tasks/runs/patience';
import { FakeReleaseGitHub } from '../../support/fake-github/fake-release-github';
import type { Repository } from '../../support/fake-github/repository';
import type { FakeRun } from '../../support/fake-github/runs';
import type { RunScript } from '../../support/fake-github/scripted-run';
import type { Token } from '../../support/fake-github/state';

export const PATH = '.github/workflows/desktop.yml';

/** For each test a fake GitHub with acme/app, and what asks it about runs. */
export class RunsScene {
  public github!: FakeReleaseGitHub;
  public repository!: Repository;
  public runs!: GitHubRuns;
  /** Looks at once, and not more often than the test wants. */
  public readonly patience: Patience = { between: 1, attempts: 4, retries: 2, idle: 3, now: () => Date.now() };

  public constructor() {
    beforeEach(async () => {
      this.github = await FakeReleaseGitHub.start();
      this.repository = this.github.addRepository('acme/app', { private: true });
      this.repository.addWorkflow('desktop.yml', { inputs: { guard_only: {} } });
      this.runs = this.as('classic', 'actions:write', 'checks:read');
    });
    afterEach(async () => this.github.close());
  }

  public as(kind: Token['kind'], ...permissions: readonly string[]): GitHubRuns {
    const token = `${kind}-${permissions.join('-').replaceAll(':', '_')}`;
    this.github.addToken(token, { kind, repositories: { 'acme/app': permissions } });
    return this.by(token);
  }

  public by(token: string, seconds = 5): GitHubRuns {
    return new GitHubRuns(new GitHubClient({ apiUrl: this.github.url, serverUrl: this.github.url, token, deadline: new Deadline(seconds) }), 'acme/app');
  }

  public start(script: RunScript, ref = 'v1.0.0'): FakeRun {
    this.repository.script('desktop.yml', script);
    return this.repository.startRun('desktop.yml', 'push', ref, this.repository.head!);
  }
}
