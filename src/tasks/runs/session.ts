import { GitHubRuns } from './github-runs';
import { Deadline } from '../../outside/deadline';
import { GitHubClient } from '../../outside/github-client';
import { cleaner } from '../../text/clean';
import type { BareContext } from '../command';
import { addressesIn } from '../doctor/addresses';
import { findCredentials } from '../doctor/credentials';
import { findOwnRepository } from '../doctor/own-repository';

/** Seconds for an answer. */
const PATIENCE = 30;

/** The repository on GitHub, and whoever asks for it. */
export interface Session {
  /** `owner/name`. */
  readonly repository: string;
  readonly github: GitHubClient;
  readonly npmUrl: string;
  readonly runs: GitHubRuns;
  /** Makes words of others fit to be printed, without the token. */
  readonly clean: (text: string) => string;
}

/** @throws Error, in words, where nothing says which repository it is, or who asks */
export async function openRuns(context: BareContext): Promise<Session> {
  const { apiUrl, serverUrl, npmUrl } = addressesIn(context.env);
  const [{ token }, repository] = await Promise.all([findCredentials(context), findOwnRepository(context, serverUrl)]);
  if (repository === undefined) {
    throw new Error('the remote "origin" is not known, or is no repository on GitHub. Add the remote, or set GITHUB_REPOSITORY=owner/name.');
  }
  if (!token) {
    throw new Error(`nobody is logged in, and GitHub tells strangers too little of the runs of ${repository}. Run "gh auth login", or export GH_TOKEN.`);
  }
  const github = new GitHubClient({ apiUrl, serverUrl, token, deadline: new Deadline(PATIENCE) });
  return { repository, github, npmUrl, runs: new GitHubRuns(github, repository), clean: cleaner([token]) };
}
