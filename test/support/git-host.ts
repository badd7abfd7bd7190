import { execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Files } from '../cases/case';
import { write } from '../cases/harness';

const AUTHOR = ['-c', 'user.name=Somebody', '-c', 'user.email=somebody@example.com'];

/** Bare repositories, served over HTTP by git itself to whoever has a token that may read them. */
export class GitHost {
  public static async start(root: string): Promise<GitHost> {
    const host = new GitHost(root);
    await new Promise<void>((resolve) => host.server.listen(0, '127.0.0.1', resolve));
    return host;
  }

  private readonly readers = new Map<string, readonly string[]>();
  private readonly large = new Map<string, string>();
  private readonly server: Server;

  private constructor(private readonly root: string) {
    this.server = createServer((request, response) => this.serve(request, response));
  }

  public get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/`;
  }

  /** Makes an empty repository that these tokens may read. */
  public create(name: string, tokens: readonly string[]): void {
    this.readers.set(name, tokens);
    mkdirSync(this.pathOf(name), { recursive: true });
    git(this.pathOf(name), 'init', '--quiet', '--bare', '--initial-branch=main');
    git(this.pathOf(name), 'config', 'uploadpack.allowFilter', 'true');
  }

  /** Commits files, and submodules by their paths, on top of `parent`, where there is one, and moves a branch or tag to the new commit, which is returned. */
  public commit(name: string, ref: string, files: Files, parent = ref, submodules: Readonly<Record<string, string>> = {}): string {
    const dir = mkdtempSync(join(this.root, 'work-'));
    git(dir, 'clone', '--quiet', this.pathOf(name), '.');
    if (this.resolve(name, parent)) { git(dir, 'checkout', '--quiet', '--detach', this.resolve(name, parent)); }
    write(dir, files);
    git(dir, 'add', '--all');
    Object.entries(submodules).forEach(([path, commit]) => git(dir, 'update-index', '--add', '--cacheinfo', `160000,${commit},${path}`));
    git(dir, ...AUTHOR, 'commit', '--quiet', '--allow-empty', '--message', `Change ${Object.keys(files).join(', ')}`);
    git(dir, 'push', '--quiet', '--force', 'origin', `HEAD:${ref}`);
    rmSync(dir, { recursive: true });
    return this.resolve(name, ref);
  }

  /** Keeps a file as Git LFS does, for whoever reads a repository, and returns the pointer that is committed in its place. */
  public store(content: string): string {
    const oid = createHash('sha256').update(content).digest('hex');
    this.large.set(oid, content);
    return `version https://git-lfs.github.com/spec/v1\noid sha256:${oid}\nsize ${Buffer.byteLength(content)}\n`;
  }

  /** The commit of a ref; '' where there is none. */
  public resolve(name: string, ref: string): string {
    try {
      return git(this.pathOf(name), 'rev-parse', '--quiet', '--verify', `${ref}^{commit}`);
    } catch {
      return '';
    }
  }

  /** A clone whose branch main is at a ref, with none of its files. */
  public cloneInto(dir: string, name: string, ref: string): void {
    mkdirSync(dir);
    git(dir, 'init', '--quiet', '--initial-branch', 'main');
    git(dir, 'fetch', '--quiet', this.pathOf(name), ref);
    git(dir, 'update-ref', 'refs/heads/main', 'FETCH_HEAD');
  }

  public async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  /** Answers as github.com does: whoever brings nothing is asked, and to whoever may not read there is nothing. */
  public serve(request: IncomingMessage, response: ServerResponse): void {
    const { pathname, search } = new URL(request.url ?? '', this.url);
    const [, name, rest] = /^\/([^/]+\/[^/]+?)(?:\.git)?(\/.*)$/.exec(pathname) ?? [];
    if (!this.readers.get(name)?.includes(passwordOf(request))) {
      response.writeHead(request.headers.authorization ? 404 : 401, { 'WWW-Authenticate': 'Basic realm="GitHub"' }).end('Repository not found.');
      return;
    }
    const [, oid] = /^\/info\/lfs\/objects\/(.+)$/.exec(rest) ?? [];
    if (oid) {
      response.setHeader('Content-Type', 'application/vnd.git-lfs+json').end(oid === 'batch' ? this.batch(new URL('./', `https://${request.headers.host}${pathname}`)) : this.large.get(oid));
      return;
    }
    const backend = spawn('git', ['http-backend'], {
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: this.root,
        GIT_HTTP_EXPORT_ALL: '1',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
        HTTP_CONTENT_ENCODING: request.headers['content-encoding'] ?? '',
        REQUEST_METHOD: request.method,
        PATH_INFO: `/${name}.git${rest}`,
        QUERY_STRING: search.slice(1),
        CONTENT_TYPE: request.headers['content-type'] ?? '',
      },
    });
    request.pipe(backend.stdin);
    answer(backend.stdout, response);
  }

  /** @see https://github.com/git-lfs/git-lfs/blob/main/docs/api/batch.md */
  private batch(objects: URL): string {
    return JSON.stringify({
      objects: [...this.large].map(([oid, content]) => ({ oid, size: Buffer.byteLength(content), authenticated: false, actions: { download: { href: `${objects}${oid}` } } })),
    });
  }

  private pathOf(name: string): string {
    return join(this.root, `${name}.git`);
  }
}

function passwordOf({ headers: { authorization = '' } }: IncomingMessage): string {
  return Buffer.from(authorization.replace(/^Basic /i, ''), 'base64').toString().replace(/^[^:]*:/, '');
}

/** Turns what a CGI program prints, headers and all, into an answer. */
function answer(output: NodeJS.ReadableStream, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  output.on('data', (chunk) => chunks.push(chunk)).on('end', () => {
    const all = Buffer.concat(chunks);
    const end = all.indexOf('\r\n\r\n');
    const headers = all.subarray(0, end).toString().split('\r\n').map((line) => line.split(': '));
    const status = Number(headers.find(([key]) => key === 'Status')?.[1].slice(0, 3) ?? 200);
    response.writeHead(status, Object.fromEntries(headers.filter(([key]) => key !== 'Status'))).end(all.subarray(end + 4));
  });
}

/** As if nobody had told it anything on this machine. */
function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', args, { cwd, env: { ...process.env, GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null' }, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] }).trim();
}
