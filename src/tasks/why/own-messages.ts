import type { FoundCause } from './diagnosis';
import type { Then } from './known-cause';
import { plain } from './log-lines';
import { TITLES } from '../../publish/titles';
import { loadPublishingDoc } from '../../render/late-parts';
import { requirementKinds } from '../../requirements/kinds';
import { guardMessages } from '../../text/guard-messages';
import { withoutTokens } from '../../text/tokens';

/** Where a message leads to its heading in the setup doc. */
const LINK = / See (\S+#([a-z0-9-]+))$/;

/** A file of the repository: no directory there that could be a host. */
const PATH = /^(?:[\w-]+\/)*[\w-]+\.md#/;

/** What some of our messages ask for; those of the guard otherwise ask for a re-run of all jobs, those of whoever publishes for one of the failed. */
const ASKED: Readonly<Partial<Record<Then, readonly string[]>>> = {
  'rerun': [
    'github-could-not-be-reached', 'github-limits-the-rate-of-requests', 'github-has-trouble', 'github-gave-an-unexpected-answer', 'the-check-ran-out-of-time', 'logins-are-locked-out', 'an-answer-is-too-large',
    'a-registry-did-not-answer', 'a-deploy-key-could-not-be-tried', 'github-gave-no-identity-token', 'apple-did-not-answer', 'notarizing-failed',
    'a-file-could-not-be-stapled', 'a-file-could-not-be-opened', 'packages-cannot-be-installed',
    'a-platform-left-no-files', 'a-bundle-does-not-attest-the-files', 'npm-does-not-answer', 'the-draft-is-not-as-it-should-be', 'github-asks-to-publish-more-slowly',
    'github-has-trouble-while-publishing', 'github-could-not-be-reached-to-publish', 'an-answer-of-github-is-not-understood',
  ],
  'settings-then-rerun': [
    'a-secret-is-not-base64', 'an-api-key-is-not-a-private-key', 'a-password-does-not-fit-its-certificate', 'a-certificate-cannot-be-imported',
    'apple-refused-to-notarize', 'a-signature-is-of-somebody-else', 'an-issue-could-not-be-written',
  ],
  'settings-then-rerun-all': ['a-proof-of-signing-did-not-arrive', 'a-required-signature-is-missing', 'the-files-are-not-those-that-were-assembled'],
  'new-tag': [
    'a-repository-seems-private', 'a-repository-is-blocked', 'a-tag-holds-no-version', 'a-file-with-a-ref-is-missing', 'a-file-holds-no-ref', 'a-repository-was-renamed', 'a-private-repository-cannot-attest',
    'an-immutable-release-has-the-tag', 'a-release-has-the-tag-already', 'a-file-with-the-version-is-missing', 'a-version-is-not-the-one-of-the-tag', 'a-version-cannot-be-stamped',
    'apple-did-not-notarize-a-file', 'a-file-is-not-signed', 'a-signature-is-not-valid', 'a-signature-has-no-time-stamp', 'a-file-is-not-notarized',
    'there-is-nothing-to-prove-a-signature-of', 'a-public-key-could-not-be-read', 'a-tool-to-prove-signatures-is-missing', 'packages-do-not-exist',
    'the-manager-of-packages-is-missing', 'packages-need-root', 'a-smoke-test-failed', 'an-artifact-is-missing', 'a-file-cannot-be-uploaded', 'files-differ-in-case-only', 'an-app-looks-for-updates-elsewhere', 'a-file-cannot-be-handed-on',
    'handed-on-files-cannot-be-placed', 'a-runner-goes-away',
    'the-script-was-called-wrongly', 'a-pattern-has-no-file', 'a-file-is-not-declared', 'a-file-cannot-be-published', 'a-file-is-empty', 'a-file-is-too-large', 'a-file-has-no-name',
    'two-files-have-one-name', 'there-are-too-many-files', 'the-public-key-of-updates-is-not-known', 'an-updater-does-not-read-the-version', 'an-update-is-of-another-version',
    'a-bundle-and-its-signature-are-not-together', 'a-signature-is-not-understood', 'an-update-is-signed-with-another-key', 'a-signature-is-of-another-file', 'a-trusted-comment-was-changed',
    'an-update-is-not-the-only-one', 'a-platform-finds-no-update', 'there-is-not-one-sbom', 'the-sbom-cannot-be-attested', 'update-metadata-is-not-there', 'update-metadata-cannot-be-read',
    'update-metadata-is-of-another-version', 'update-metadata-does-not-fit-the-files', 'update-metadata-cannot-be-merged', 'an-update-would-not-be-found', 'an-updater-file-is-not-there-once',
    'an-updater-file-is-of-another-version', 'there-is-not-one-tarball', 'the-tarball-is-another-package', 'npm-is-too-old', 'npm-has-another-file-of-the-version',
    'the-notes-could-not-be-read', 'the-changelog-says-nothing-of-the-version', 'the-release-repository-has-moved', 'the-tag-was-moved', 'an-immutable-release-had-the-tag',
    'the-release-is-public-and-differs',
  ],
};

/** Commands that say some of them before a tag is pushed, beside what the doctor's checks name themselves; what takes a new tag, a rehearsal shows otherwise. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  plan: [
    'a-tag-holds-no-version', 'a-file-with-the-version-is-missing', 'a-version-is-not-the-one-of-the-tag', 'a-version-cannot-be-stamped',
    'the-notes-could-not-be-read', 'the-changelog-says-nothing-of-the-version', 'an-updater-does-not-read-the-version',
  ],
  doctor: [
    'a-runner-goes-away', 'the-publishing-token-was-rejected', 'the-publishing-token-needs-single-sign-on', 'the-publishing-token-may-not', 'the-publishing-token-does-not-see-it',
    'the-release-repository-has-moved', 'the-release-repository-is-empty', 'the-tag-could-not-be-made', ...requirementKinds.flatMap(({ guard }) => guard),
  ],
  check: ['the-script-was-called-wrongly'],
};

/** They depend on what was published or pushed before. */
const UNFORESEEN = [
  'an-immutable-release-has-the-tag', 'an-immutable-release-had-the-tag', 'a-release-has-the-tag-already', 'the-release-is-public-and-differs', 'the-tag-was-moved',
  'npm-has-another-file-of-the-version', 'npm-is-too-old',
];

interface OwnMessage {
  readonly id: string;
  readonly cause: string;
  readonly cure: string;
  /** Where nothing else stands above. */
  readonly then: Then;
}

/**
 * One of our messages, as an annotation has it; undefined where it is none. Any step can print one: what
 * leads elsewhere than to the repository is a stranger's.
 *
 * @param home the repository's page
 */
export function ownMessage(title: string, message: string, home: string): FoundCause | undefined {
  const found = titled(title);
  const link = LINK.exec(message)?.[1] ?? '';
  return found && (!link || link.startsWith(`${home}/`) || PATH.test(link)) ? {
    id: found.id,
    title,
    said: withoutTokens(plain(message.replace(LINK, '').replace(/\s+/g, ' '))),
    cause: found.cause,
    cure: found.cure,
    then: asked(found),
    before: before(found),
    sources: link ? [link] : [],
  } : undefined;
}

/** The same of a line of a log, which has no title, and is known by where it leads to. */
export function ownLine(line: string, home: string): FoundCause | undefined {
  const anchor = LINK.exec(line)?.[2];
  const title = [...guardMessages.map((message) => message.title), ...Object.values(TITLES)].find((one) => one.toLowerCase().replaceAll(' ', '-') === anchor);
  return title === undefined ? undefined : ownMessage(title, line, home);
}

function titled(title: string): OwnMessage | undefined {
  const guard = guardMessages.find((message) => message.title === title);
  if (guard) {
    return { ...guard, then: 'settings-then-rerun-all' };
  }
  const published = loadPublishingDoc().publishMessageOf(title);
  return published && { ...published, then: 'settings-then-rerun' };
}

function asked({ id, then }: OwnMessage): Then {
  return (Object.keys(ASKED) as Then[]).find((one) => ASKED[one]!.includes(id)) ?? then;
}

function before(message: OwnMessage): string {
  const command = Object.keys(SAID).find((one) => SAID[one].includes(message.id));
  return command ?? (asked(message) === 'new-tag' && !UNFORESEEN.includes(message.id) ? 'rehearse' : '');
}
