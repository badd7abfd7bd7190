import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { textEnd } from '../../src/outside/text-end';

let server: Server;
let ranges: (string | undefined)[];

afterEach(async () => new Promise((resolve) => server.close(resolve)));

/** A server of one text, that says how long it is and knows ranges, or not. */
async function serve(text: string, { says = true, knows = true } = {}): Promise<string> {
  ranges = [];
  server = createServer((request, response) => {
    ranges.push(request.headers.range);
    const from = knows ? Number(/\d+/.exec(request.headers.range ?? '')?.[0] ?? 0) : 0;
    response.writeHead(from ? 206 : 200, says ? { 'content-length': text.length - from } : {}).write(text.slice(from, from + 7));
    response.end(text.slice(from + 7));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const LINES = 'first\nsecond\nthird\nlast\n';
const never = new AbortController().signal;

test('what is short is there as a whole', async () => {
  expect(await textEnd(await serve(LINES), 100, never)).toEqual({ status: 200, text: LINES });
  expect(ranges).toEqual([undefined]);
});

test('of what is long only the end is fetched, in whole lines', async () => {
  expect(await textEnd(await serve(LINES), 13, never)).toEqual({ status: 206, text: 'third\nlast\n' });
  expect(ranges).toEqual([undefined, 'bytes=11-']);
});

test('where nobody says how long it is, or knows ranges, no more is kept', async () => {
  expect(await textEnd(await serve(LINES, { says: false }), 13, never)).toEqual({ status: 200, text: 'third\nlast\n' });
  server.close();
  expect(await textEnd(await serve(LINES, { knows: false }), 13, never)).toEqual({ status: 200, text: 'third\nlast\n' });
});
