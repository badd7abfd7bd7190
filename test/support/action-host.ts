import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PINS } from '../../src/github/pins';

/** The tags of the pinned actions, as git is told them by a server that only holds files; of an action that is not there, nothing. */
export class ActionHost {
  public static async start(): Promise<ActionHost> {
    const host = new ActionHost();
    await new Promise<void>((resolve) => host.server.listen(0, '127.0.0.1', resolve));
    return host;
  }

  /** By action, its tags and their commits. */
  public readonly tags = new Map<string, Map<string, string>>(PINS.map(({ action, version, commit }) => [action, new Map([[version, commit]])]));
  private readonly server: Server;

  private constructor() {
    this.server = createServer((request, response) => {
      const [, action] = /^\/([\w.-]+\/[\w.-]+)\/info\/refs/.exec(request.url ?? '') ?? [];
      const tags = this.tags.get(action);
      const lines = [...tags ?? []].map(([tag, commit]) => `${commit}\trefs/tags/${tag}\n`);
      response.writeHead(tags ? 200 : 404, { 'content-type': 'text/plain' }).end(lines.join(''));
    });
  }

  /** So that git asks here what it would ask of github.com. */
  public get env(): Record<string, string> {
    return {
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `url.http://127.0.0.1:${(this.server.address() as AddressInfo).port}/.insteadOf`,
      GIT_CONFIG_VALUE_0: 'https://github.com/',
    };
  }

  public async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }
}
