// A registry that has one package of its own, given as a tarball, and sends everybody else to that which npm is configured for.
// Prints its address.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const [file, upstream] = process.argv.slice(2);
const tarball = readFileSync(file);
const manifest = JSON.parse(execFileSync('tar', ['-xzOf', file, 'package/package.json'], { encoding: 'utf8' }));
const { name, version } = manifest;
/** Yarn and pnpm install nothing that is younger than a day. */
const PUBLISHED = '2025-01-01T00:00:00.000Z';
const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;

const server = createServer(({ url, headers: { host } }, response) => {
  if (url === `/${name}/-/${name}.tgz`) {
    response.writeHead(200, { 'Content-Type': 'application/octet-stream' }).end(tarball);
  } else if (url === `/${name}`) {
    const dist = { tarball: `http://${host}/${name}/-/${name}.tgz`, integrity };
    response.writeHead(200, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ name, 'dist-tags': { latest: version }, 'versions': { [version]: { ...manifest, dist } }, 'time': { [version]: PUBLISHED } }));
  } else {
    response.writeHead(302, { Location: new URL(url.slice(1), upstream).href }).end();
  }
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
