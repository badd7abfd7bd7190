import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';

/**
 * Hosts of the internet on loopback, under their own names and with TLS: whoever has `env` reaches
 * them through a proxy, and no other host.
 */
export class PrivateHosts {
  public static async start(root: string, hosts: Readonly<Record<string, RequestListener>>): Promise<PrivateHosts> {
    const names = Object.keys(hosts);
    execFileSync('openssl', [
      'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', `/CN=${names[0]}`,
      '-addext', `subjectAltName=${names.map((name) => `DNS:${name}`).join(',')}`, '-keyout', join(root, 'tls.key'), '-out', join(root, 'tls.pem'),
    ], { stdio: 'ignore' });
    const started = new PrivateHosts(root, hosts);
    await new Promise<void>((resolve) => started.proxy.listen(0, '127.0.0.1', resolve));
    return started;
  }

  /** `METHOD host/path` of each request. */
  public readonly requests: string[] = [];
  private readonly proxy: Server;
  private readonly tls: TlsServer;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly root: string, hosts: Readonly<Record<string, RequestListener>>) {
    this.tls = createTlsServer({ key: readFileSync(join(root, 'tls.key')), cert: readFileSync(this.certificate) }, (request, response) => {
      const host = request.headers.host ?? '';
      this.requests.push(`${request.method} ${host}${request.url}`);
      return hosts[host]?.(request, response);
    });
    this.proxy = createServer().on('connect', (request, socket: Socket) => {
      if (!hosts[(request.url ?? '').replace(/:443$/, '')]) { socket.end('HTTP/1.1 403 Forbidden\r\n\r\n'); return; }
      this.sockets.add(socket.on('error', () => {}));
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      this.tls.emit('connection', socket);
    });
  }

  /** How every tool finds its way here. */
  public get env(): Record<string, string> {
    const proxy = `http://127.0.0.1:${(this.proxy.address() as AddressInfo).port}`;
    const trusting = ['GIT_SSL_CAINFO', 'NODE_EXTRA_CA_CERTS', 'NPM_CONFIG_CAFILE', 'CARGO_HTTP_CAINFO', 'SSL_CERT_FILE', 'CURL_CA_BUNDLE'];
    return { HTTPS_PROXY: proxy, https_proxy: proxy, ...Object.fromEntries(trusting.map((name) => [name, this.certificate])) };
  }

  public async stop(): Promise<void> {
    this.sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => this.proxy.close(resolve));
  }

  private get certificate(): string {
    return join(this.root, 'tls.pem');
  }
}
