import type { Deadline } from './deadline';
import type { Answer } from './github-client';

/** The registry of npm, asked without credentials. */
export class NpmRegistry {
  public constructor(private readonly url: string, private readonly deadline: Deadline) {}

  /** The manifest of a version of a package, or of what a dist-tag stands for. */
  public async manifest(name: string, version: string): Promise<Answer> {
    const url = `${this.url}/${name.replace('/', '%2f')}/${encodeURIComponent(version)}`;
    try {
      const response = await fetch(url, { signal: this.deadline.signal, headers: { accept: 'application/json' } });
      return { kind: 'reply', status: response.status, headers: Object.fromEntries(response.headers), data: response.ok ? await response.json() : '' };
    } catch (error) {
      return { kind: 'silence', reason: `npm gave no answer at ${this.url} (${(error as Error).name})`, fix: 'Look the package up on npmjs.com, or try again later.' };
    }
  }
}
