import type { FakeReleaseGitHub } from '../fake-release-github';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The body as JSON; undefined where it is none. */
  readonly json: any;
}

/** Asks the fake as a script would: by fetch, with a token. */
export class Client {
  public constructor(private readonly github: FakeReleaseGitHub, private readonly token = '') {}

  /** @param url a path of the API, or a whole URL */
  public async ask(method: string, url: string, body?: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const response = await fetch(new URL(url, this.github.url), {
      method,
      headers: { ...this.token && { authorization: `Bearer ${this.token}` }, ...headers },
      ...body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) },
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: /^[[{]/.test(text) ? JSON.parse(text) : undefined };
  }

  /** Uploads to the `upload_url` of a release. */
  public async upload(release: { readonly upload_url: string }, name: string, content = 'content'): Promise<Answer> {
    return this.ask('POST', release.upload_url.replace('{?name,label}', `?name=${encodeURIComponent(name)}`), content, { 'content-type': 'text/plain' });
  }
}
