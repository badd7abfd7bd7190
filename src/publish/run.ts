import { input } from './inputs';
import { fail } from './report';

/** The run that the script is part of, and what its guard made of the tag. */
export interface Run {
  /** `owner/name`. */
  readonly repository: string;
  /** What was built. */
  readonly commit: string;
  /** 1 until somebody re-runs it. */
  readonly attempt: number;
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly tag: string;
  readonly version: string;
  readonly prerelease: boolean;
}

/** What the environment says of the run. Nothing but a real tag is ever published. */
export function readRun(): Run {
  if (input('REAL') !== 'true') {
    fail('the-script-was-called-wrongly', 'The guard did not say that this run is real, and a rehearsal publishes nothing. Push a tag, or run the workflow on one.');
  }
  return {
    repository: needed('GITHUB_REPOSITORY'),
    commit: needed('GITHUB_SHA'),
    attempt: Number(needed('GITHUB_RUN_ATTEMPT')),
    apiUrl: needed('GITHUB_API_URL'),
    serverUrl: needed('GITHUB_SERVER_URL'),
    tag: needed('TAG'),
    version: needed('VERSION'),
    prerelease: input('PRERELEASE') === 'true',
  };
}

/** A token goes into a header, where neither spaces nor line breaks can be. It is never shown. */
export function readToken(): string {
  const token = input('TOKEN');
  if (!/^[\x21-\x7e]+$/.test(token)) {
    fail('the-publishing-token-was-rejected', token === ''
      ? 'The token is empty. Set its secret, in the environment of the job where it has one. Then choose "Re-run failed jobs".'
      : 'The token holds a space or a line break. Store it again without. Then choose "Re-run failed jobs".');
  }
  return token;
}

/** A variable that cannot be empty. */
export function needed(name: string): string {
  return input(name) || fail('the-script-was-called-wrongly', `The variable ${name} of the step is empty. GitHub empties an output of a job that holds the value of a secret; otherwise run "npx projen", which writes the workflow anew.`);
}
