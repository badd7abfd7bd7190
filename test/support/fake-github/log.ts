import type { IncomingHttpHeaders } from 'node:http';
import type { Hosts } from './hosts';
import type { TokenKind } from './state';

/** A request as it came. The values of tokens are left out. */
export interface LoggedRequest {
  /** Beginning with 1. */
  readonly number: number;
  readonly method: string;
  readonly part: keyof Hosts;
  /** With its query. */
  readonly path: string;
  readonly headers: Readonly<IncomingHttpHeaders>;
  readonly token: TokenKind | 'none' | 'unknown';
  /** What JSON it sent; undefined where it sent none. */
  body?: unknown;
  /** Bytes of the body that came. */
  bytes: number;
  /** What it was answered with; 0 where nothing was. */
  status: number;
}
