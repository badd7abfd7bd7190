import { Client } from './client';
import { FakeReleaseGitHub } from '../fake-release-github';
import type { Repository } from '../repository';

/** For each test a GitHub with the repository acme/app, and who asks it. */
export class Scene {
  public github!: FakeReleaseGitHub;
  public repository!: Repository;
  /** With `contents: write`. */
  public writer!: Client;
  /** With `contents: read`. */
  public reader!: Client;
  public anonymous!: Client;

  public constructor() {
    beforeEach(async () => this.begin());
    afterEach(async () => this.github.close());
  }

  private async begin(): Promise<void> {
    this.github = await FakeReleaseGitHub.start();
    this.repository = this.github.addRepository('acme/app', { discussionCategories: ['Announcements'] });
    this.github.addToken('writes', { kind: 'fine-grained', repositories: { 'acme/app': ['contents:write'] } });
    this.github.addToken('reads', { kind: 'fine-grained', repositories: { 'acme/app': ['contents:read'] } });
    this.writer = new Client(this.github, 'writes');
    this.reader = new Client(this.github, 'reads');
    this.anonymous = new Client(this.github);
  }

  /** Asks as a token of that kind that has these permissions. */
  public as(kind: Parameters<FakeReleaseGitHub['addToken']>[1]['kind'], ...permissions: readonly string[]): Client {
    this.github.addToken(`${kind} ${permissions.join()}`.replace(/\W/g, '_'), { kind, repositories: { 'acme/app': permissions } });
    return new Client(this.github, `${kind} ${permissions.join()}`.replace(/\W/g, '_'));
  }
}
