import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { write } from '../cases/harness';

export const NPM_TOKEN = 'token-of-the-npm-registry';
export const CARGO_TOKEN = 'token-of-the-cargo-registry';

/** One package, @acme/ui. */
export function npmRegistry(root: string): RequestListener {
  const home = join(root, 'npm');
  write(home, { 'package/package.json': JSON.stringify({ name: '@acme/ui', version: '1.0.0', main: 'index.js' }), 'package/index.js': 'module.exports = 42;\n' });
  execFileSync('tar', ['-czf', 'ui.tgz', 'package'], { cwd: home });
  const tarball = readFileSync(join(home, 'ui.tgz'));
  const dist = { tarball: 'https://npm.acme.dev/@acme/ui/-/ui-1.0.0.tgz', integrity: `sha512-${createHash('sha512').update(tarball).digest('base64')}` };
  const packument = { 'name': '@acme/ui', 'dist-tags': { latest: '1.0.0' }, 'versions': { '1.0.0': { name: '@acme/ui', version: '1.0.0', main: 'index.js', dist } } };
  return ({ url = '', headers: { authorization } }, response) => {
    if (authorization !== `Bearer ${NPM_TOKEN}`) { response.writeHead(401).end('{}'); return; }
    response.writeHead(200, { 'Content-Type': url.endsWith('.tgz') ? 'application/octet-stream' : 'application/json' });
    response.end(url.endsWith('.tgz') ? tarball : JSON.stringify(packument));
  };
}

/** One crate, acme-core. */
export function cargoRegistry(root: string): RequestListener {
  const home = join(root, 'crates');
  write(home, {
    'acme-core-1.0.0/Cargo.toml': '[package]\nname = "acme-core"\nversion = "1.0.0"\nedition = "2021"\n',
    'acme-core-1.0.0/src/lib.rs': 'pub fn answer() -> u32 { 42 }\n',
  });
  execFileSync('tar', ['-czf', 'core.crate', 'acme-core-1.0.0'], { cwd: home });
  const crate = readFileSync(join(home, 'core.crate'));
  const entry = { name: 'acme-core', vers: '1.0.0', deps: [], cksum: createHash('sha256').update(crate).digest('hex'), features: {}, yanked: false };
  const answers: Readonly<Record<string, string | Buffer>> = {
    '/index/config.json': JSON.stringify({ 'dl': 'https://cargo.acme.dev/dl/{crate}/{version}', 'auth-required': true }),
    '/index/ac/me/acme-core': JSON.stringify(entry),
    '/dl/acme-core/1.0.0': crate,
  };
  return ({ url = '', headers: { authorization } }, response) => {
    const answer = answers[url];
    response.writeHead(authorization !== CARGO_TOKEN ? 401 : answer ? 200 : 404).end(authorization === CARGO_TOKEN ? answer : '');
  };
}
