import { createReadStream } from 'node:fs';
import { type IncomingMessage, request as plain } from 'node:http';
import { request as secure } from 'node:https';
import type { Socket } from 'node:net';

/** What is sent: a text, or a file, which is read as it goes out. */
export interface Outgoing {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string | number>>;
  readonly text?: string;
  readonly file?: string;
}

export interface Incoming {
  readonly status: number;
  /** By their names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** No answer came. */
export class Disconnected extends Error {
  /** @param connected whether the request may have arrived all the same */
  public constructor(message: string, public readonly connected: boolean) {
    super(message);
  }
}

/** Milliseconds until a connection stands. */
const CONNECTING = 30_000;
/** Milliseconds in which nothing moves; the sums of a large file take GitHub a while. */
const IDLE = 180_000;
/** Bytes; a page of releases with many files has some millions. */
const LONGEST_ANSWER = 64 * 1024 * 1024;

/** Sends one request. Redirects are answers like others: what goes along is for this address alone. */
export async function send({ method, url, headers, text, file }: Outgoing): Promise<Incoming> {
  return new Promise((resolve, reject) => {
    let connected = false;
    const request = (url.protocol === 'https:' ? secure : plain)(url, { method, headers, timeout: CONNECTING });
    const fail = (error: Error) => {
      request.destroy();
      reject(new Disconnected(error.message, connected));
    };
    request.on('socket', (socket) => whenConnected(socket, url, () => {
      connected = true;
      request.setTimeout(IDLE);
    }));
    request.on('timeout', () => fail(new Error('nothing came for too long')));
    request.on('error', fail);
    request.on('response', (response) => readAnswer(response).then((answer) => {
      // an answer may come before the whole file has gone out
      if (!request.writableFinished) {
        request.destroy();
      }
      resolve(answer);
    }, fail));
    if (file === undefined) {
      request.end(text);
    } else {
      createReadStream(file).on('error', fail).pipe(request);
    }
  });
}

function whenConnected(socket: Socket, { protocol }: URL, connected: () => void): void {
  if (socket.connecting) {
    socket.once(protocol === 'https:' ? 'secureConnect' : 'connect', connected);
  } else {
    connected();
  }
}

async function readAnswer(response: IncomingMessage): Promise<Incoming> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LONGEST_ANSWER) {
      throw new Error(`the answer has more than ${LONGEST_ANSWER} bytes`);
    }
    chunks.push(chunk);
  }
  const headers = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
  return { status: response.statusCode!, headers: Object.fromEntries(headers), text: Buffer.concat(chunks).toString('utf8') };
}
