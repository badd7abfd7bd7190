import { json, type Reply } from '../github-answers';

/** Ends the handling of a request with an answer. */
export class Refusal extends Error {
  public constructor(public readonly reply: Reply) {
    super(`refused with ${reply.status}`);
  }
}

export interface FieldError {
  readonly resource: string;
  readonly code: string;
  readonly field?: string;
  readonly message?: string;
}

export function invalid(...errors: readonly FieldError[]): Reply {
  return json(422, { message: 'Validation Failed', errors, documentation_url: 'https://docs.github.com/rest', status: '422' });
}

export const noContent: Reply = { status: 204 };
