import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** A mirror on loopback with packages of its own, for the real apt-get, and a configuration by which that touches nothing else. */
export class AptMirror {
  public static async start(directory: string, packages: Readonly<Record<string, string>>): Promise<AptMirror> {
    const mirror = new AptMirror(directory);
    mirror.fill(packages);
    await new Promise<void>((resolve) => mirror.server.listen(0, '127.0.0.1', resolve));
    mirror.configure();
    return mirror;
  }

  /** What it answers to requests whose path ends so, a number of times. */
  public readonly failures: { readonly ending: string; readonly status: number; times: number }[] = [];
  /** Paths that were asked for. */
  public readonly requests: string[] = [];
  private readonly files = new Map<string, Buffer>();
  private readonly server: Server = createServer(({ url: asked = '' }, response) => {
    const url = asked.replace('/./', '/');
    this.requests.push(url);
    const failure = this.failures.find(({ ending, times }) => times > 0 && url.endsWith(ending));
    const file = this.files.get(url);
    if (failure) failure.times--;
    response.writeHead(failure?.status ?? (file ? 200 : 404)).end(failure ? '' : file);
  });

  private constructor(private readonly directory: string) {}

  /** For APT_CONFIG. */
  public get configuration(): string {
    return join(this.directory, 'apt.conf');
  }

  public async stop(): Promise<void> {
    await new Promise((resolve) => this.server.close(resolve));
  }

  private fill(packages: Readonly<Record<string, string>>): void {
    const entries = Object.entries(packages).map(([name, version]) => this.add(name, version));
    const list = Buffer.from(entries.join('\n'));
    this.files.set('/Packages', list);
    this.files.set('/Release', Buffer.from(`Suite: test\nDate: ${new Date().toUTCString()}\nSHA256:\n ${sha256(list)} ${list.length} Packages\n`));
  }

  private add(name: string, version: string): string {
    const root = join(this.directory, name);
    const control = `Package: ${name}\nVersion: ${version}\nArchitecture: all\nMaintainer: Nobody <nobody@example.com>\nDescription: nothing\n`;
    mkdirSync(join(root, 'DEBIAN'), { recursive: true });
    writeFileSync(join(root, 'DEBIAN', 'control'), control);
    execFileSync('dpkg-deb', ['--build', '-Znone', root, `${root}.deb`]);
    const file = readFileSync(`${root}.deb`);
    this.files.set(`/${name}.deb`, file);
    return `${control}Filename: ./${name}.deb\nSize: ${file.length}\nSHA256: ${sha256(file)}\n`;
  }

  private configure(): void {
    const { port } = this.server.address() as AddressInfo;
    for (const directory of ['lists/partial', 'archives/partial']) mkdirSync(join(this.directory, directory), { recursive: true });
    writeFileSync(join(this.directory, 'status'), '');
    writeFileSync(join(this.directory, 'sources.list'), `deb [trusted=yes] http://127.0.0.1:${port} ./\n`);
    writeFileSync(this.configuration, [
      `Dir::Etc::SourceList "${this.directory}/sources.list"`,
      'Dir::Etc::SourceParts "-"',
      `Dir::State::Lists "${this.directory}/lists"`,
      `Dir::State::Status "${this.directory}/status"`,
      `Dir::State::Extended_States "${this.directory}/extended"`,
      `Dir::Cache "${this.directory}"`,
      `Dir::Cache::Archives "${this.directory}/archives"`,
      `Dir::Log "${this.directory}"`,
      'Dir::Bin::Dpkg "/bin/true"',
      'Debug::NoLocking "true"',
      'APT::Sandbox::User ""',
      'APT::Architecture "amd64"',
      'Acquire::Retries::Delay "false"',
      'Acquire::http::Proxy "DIRECT"',
      'DPkg::Pre-Install-Pkgs ""',
    ].map((line) => `${line};\n`).join(''));
  }
}

function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
