import { type Answer, saidIn } from './answer';
import { unexpected } from './shapes';
import { Failure, type Message } from '../report';
import type { MessageId } from '../titles';

/** What makes sense after the cause is gone. */
export const RERUN = 'Then choose "Re-run failed jobs".';

/**
 * Why GitHub did not do what it was asked.
 *
 * @param doing a phrase behind "may not", with the repository in it
 */
export function refused(answer: Answer, doing: string): Failure {
  if (answer.status < 300) {
    return unexpected(`${answer.status} when asked to ${doing}`);
  }
  const said = saidIn(answer);
  const quoted = said && `: "${said}"`;
  switch (answer.status) {
    case 301:
    case 302:
    case 307:
    case 308:
      return failure('the-release-repository-has-moved', `GitHub says that the repository is elsewhere (${answer.status}) when asked to ${doing}. The token follows no redirect. Declare the repository by its new name, run "npx projen" and push a new tag.`);
    case 401:
      return failure('the-publishing-token-was-rejected', `GitHub rejected the token (401) when asked to ${doing}: it is expired, revoked or mistyped. That of an App lasts an hour, and each run of the job makes a new one; any other store anew in its secret. ${RERUN}`);
    case 403:
      return forbidden(answer, doing, quoted);
    case 404:
      return failure('the-publishing-token-does-not-see-it', `GitHub found nothing (404) when asked to ${doing}. It says so too where a token may not see something: see that the name is right, that the token is for this repository, and that it has "Contents: write" there. ${RERUN}`);
    case 409:
      return failure('the-release-repository-is-empty', `GitHub could not ${doing} (409${quoted}). A repository without a commit can have no tag: push one. ${RERUN}`);
    default:
      return failure('github-refused-to-publish', `GitHub refused to ${doing} (${answer.status}${quoted}). Mend what it says. ${RERUN}`);
  }
}

function forbidden({ headers, text }: Answer, doing: string, quoted: string): Failure {
  if (headers['x-github-sso']?.startsWith('required')) {
    const [, url = ''] = /url=(https:\/\/[^\s;]+)/.exec(headers['x-github-sso']) ?? [];
    return failure('the-publishing-token-needs-single-sign-on', `The organization admits only tokens that were authorized for single sign-on; this one may not ${doing}. Authorize it${url && `: ${url}`}. ${RERUN}`);
  }
  if (/IP allow list/.test(text)) {
    return failure('the-publishing-token-may-not', `The organization admits only listed IP addresses, and the runner's is none of them; it may not ${doing}. Use a runner with a listed address, or ask an owner of the organization. ${RERUN}`);
  }
  const accepted = headers['x-accepted-github-permissions'];
  return failure('the-publishing-token-may-not', `The token may not ${doing} (403${quoted}).${accepted ? ` It needs: ${accepted.slice(0, 200)}.` : ''} Give it what is missing. ${RERUN}`);
}

/** The limit of the rate holds for longer than a job waits. */
export function limited(until: number, patience: number): Failure {
  return failure('github-asks-to-publish-more-slowly', `GitHub asks to wait until ${new Date(until).toISOString().slice(0, 16).replace('T', ' ')} UTC, and this job waits ${patience} minutes at most altogether. Choose "Re-run failed jobs" after that time.`);
}

export function trouble(why: string): Message {
  return { level: 'error', id: 'github-has-trouble-while-publishing', text: `${why}; see https://www.githubstatus.com. Choose "Re-run failed jobs" when it is over.` };
}

export function unreachable(why: string): Message {
  return { level: 'error', id: 'github-could-not-be-reached-to-publish', text: `${why}. See that the runner reaches it; behind a proxy it needs a newer Node.js and NODE_USE_ENV_PROXY=1. ${RERUN}` };
}

export function failure(id: MessageId, text: string): Failure {
  return new Failure([{ level: 'error', id, text }]);
}
