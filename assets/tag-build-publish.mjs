/*
 * Publishes what a tag build has made: "node tag-build-publish.mjs COMMAND [MODE]". It needs Node.js 20
 * or newer and nothing else, and runs no code of the build. It is src/publish of projen-tag-build,
 * whose types are left out; "npx projen-tag-build check" compares it with what the package ships.
 */
import { lstatSync, readdirSync, statSync, appendFileSync, readFileSync, createReadStream, rmSync, mkdirSync, linkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { extname, join, resolve, relative } from 'node:path';
import { createHash, verify, createPublicKey } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { readFile, lstat, readdir, rm, mkdir, copyFile, realpath } from 'node:fs/promises';
import { isUtf8 } from 'node:buffer';
import { isDeepStrictEqual } from 'node:util';
import { setTimeout } from 'node:timers/promises';
import { request as request$1 } from 'node:http';
import { request } from 'node:https';
import { execFile } from 'node:child_process';

// --- publish/assemble/extension.ts -------------------------------------------------------------

/** What looks like an extension: letters and digits, a letter among them. The 3 of App-1.2.3 does not. */
const EXTENSION = /^(?=.*[A-Za-z])[A-Za-z0-9]{1,16}$/;

/** What the file is beside or inside of: the extension in front of these belongs to it. */
const AROUND = [
  { outer: /^(?:gz|bz2|xz|zst|lz4|blockmap|zsync|sig|asc|minisig|sha256|sha512|sigstore)$/i, inner: EXTENSION },
  { outer: /^(?:tar|zip)$/i, inner: /^(?:app|appimage|nsis|msi)$/i },
  { outer: /^json$/i, inner: /^(?:sigstore|sbom|spdx|cdx|intoto)$/i },
  { outer: /^(?:sbom|spdx|cdx|intoto)$/i, inner: EXTENSION },
];

/** A file's name in two: what it is called, and what a person calls its extension, such as `.app.tar.gz`. */
function splitName(file) {
  const segments = file.split('.');
  let first = segments.length;
  while (first > 1 && belongs(segments[first - 1], segments[first])) {
    first -= 1;
  }
  // what begins with a dot has no other name
  const at = segments.slice(0, first).join('.') === '' ? segments.length : first;
  return [segments.slice(0, at).join('.'), segments.slice(at).map((segment) => `.${segment}`).join('')];
}

function belongs(segment, outer) {
  return outer === undefined ? EXTENSION.test(segment) : AROUND.some((one) => one.outer.test(outer) && one.inner.test(segment));
}

// --- github/limits.ts --------------------------------------------------------------------------

/**
 * Bytes of a tag's name: a ref has at most 255, `refs/tags/` among them.
 *
 * @see https://github.com/desktop/desktop/issues/819
 */
const MAX_TAG_BYTES = 255 - 'refs/tags/'.length;

/**
 * Characters of an asset's name that GitHub leaves as they are; others it replaces.
 *
 * @see https://docs.github.com/en/rest/releases/assets#upload-a-release-asset
 */
const ASSET_NAME = /^(?![.-])(?!.*(?:\.\.|\.$))[0-9A-Za-z._+@-]+$/;

/** Bytes of a file's name: the file systems of all runners hold as many. */
const MAX_FILE_NAME_BYTES = 255;

/**
 * Bytes of an asset: fewer than 2 GiB.
 *
 * @see https://docs.github.com/en/repositories/releasing-projects-on-github/about-releases#storage-and-bandwidth-quotas
 */
const MAX_ASSET_BYTES = 2 ** 31 - 1;

/**
 * Bytes of an SBOM that is attested.
 *
 * @see https://github.com/actions/attest#inputs
 */
const MAX_SBOM_BYTES = 16 * 2 ** 20;

/**
 * Assets of a release.
 *
 * @see https://docs.github.com/en/repositories/releasing-projects-on-github/about-releases#storage-and-bandwidth-quotas
 */
const MAX_ASSETS = 1000;

// --- text/placeholders.ts ----------------------------------------------------------------------

/** A text with its placeholders: `{tag}` is the value of that name. One that has no value stays as it is written. */
function filled(template, values) {
  return template.replace(/\{([a-z]+)\}/g, (written, name) => Object.hasOwn(values, name) ? values[name] : written);
}

/** The names of the placeholders in a text. */
function placeholdersIn(template) {
  return Array.from(template.matchAll(/\{([a-z]+)\}/g), ([, name]) => name);
}

// --- publish/assemble/asset-names.ts -----------------------------------------------------------

const OWN_NAME = '{name}{ext}';
const WITH_LEG = '{name}-{platform}{ext}';

/** What lies beside a file of the same leg and is looked for by its name. */
const COMPANION = /\.(?:blockmap|sig)$/;

/** The name of each file in a release, in their order; '' where none can be made. */
function assetNames(files, rule) {
  const paths = new Set(files.map(placeOf));
  const [companions, others] = [files.filter(isCompanion), files.filter((file) => !isCompanion(file))];
  const names = new Map(namesOf(others, rule).map((name, index) => [placeOf(others[index]), name]));
  // the shorter path is that of the file that another lies beside
  for (const file of [...companions].sort((a, b) => a.path.length - b.path.length)) {
    const name = names.get(placeOf(besides(file)));
    names.set(placeOf(file), name && name + COMPANION.exec(file.path)[0]);
  }
  return files.map((file) => names.get(placeOf(file)));

  function isCompanion(file) {
    return !file.kept && COMPANION.test(file.path) && paths.has(placeOf(besides(file)));
  }
}

function besides({ leg, path }) {
  return { leg, path: path.replace(COMPANION, '') };
}

function placeOf({ leg: { name }, path }) {
  return `${name}/${path}`;
}

function namesOf(files, rule) {
  const names = files.map((file) => assetName(file, rule.template || OWN_NAME, rule));
  if (rule.template) {
    return names;
  }
  const legs = new Map();
  files.forEach(({ leg }, index) => {
    const key = names[index].toLowerCase();
    legs.set(key, (legs.get(key) ?? new Set()).add(leg.name));
  });
  return files.map((file, index) => legs.get(names[index].toLowerCase()).size > 1 ? assetName(file, WITH_LEG, rule) : names[index]);
}

function assetName({ leg, path, called = path.split('/').at(-1), kept }, template, { version, tag }) {
  if (kept) {
    return called;
  }
  const [written, ext] = splitName(called);
  const name = accepted(written);
  if (name === '' && placeholdersIn(template).includes('name')) {
    return '';
  }
  return accepted(filled(template, { name, ext, platform: leg.name, job: leg.job, version, tag }));
}

/**
 * A text out of the characters that GitHub leaves alone: letters without their accents, `-` for
 * everything else. Nothing is changed of a text that is out of them already.
 */
function accepted(text) {
  const renamed = text.normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^0-9A-Za-z._+@-]+/g, ' ')
    .replace(/ ?\. ?/g, '.')
    .trim()
    .replace(/-* [- ]*/g, '-')
    .replace(/\.{2,}/g, '.');
  return ASSET_NAME.test(text) ? text : renamed.replace(/^[.-]+|\.+$/g, '');
}

// --- publish/contract.ts -----------------------------------------------------------------------

/** Minutes that `release` waits altogether because GitHub asks for it: an hour, after which a limit has passed. */
const RELEASE_PATIENCE = 65;

/** The same of `dispatch`, which asks twice. */
const DISPATCH_PATIENCE = 15;

/** Where each leg's artifact was downloaded to, from the workspace: `legs/<job>/<platform>`. */
const LEGS = 'legs';

/** What is assembled, from the workspace: the one artifact that all later jobs download. */
const SET = 'release';

/** In it, the files under the names that they have in a release. */
const FILES = 'files';

/** In it, what is known of them: a `ReleaseSet`. */
const RECORD = 'set.json';

/** The files of a release that the script makes itself: the sums of the others, and the record. */
const CHECKSUMS = 'SHA256SUMS';
const MANIFEST = 'build-manifest.json';

/** The output of `assemble` that holds the sum of the record. */
const RECORD_SUM = 'record-sha256';

/** What `attest collect` lays out, from the workspace: the artifact that the jobs that make releases download besides. */
const ATTESTATIONS = 'attestations';

/** In it, the bundles of signatures, which become files of the release: for all files, and of the SBOM. */
const PROVENANCE = 'provenance.sigstore.json';
const SBOM_ATTESTATION = 'sbom.sigstore.json';

/**
 * The output of `attest` that holds the sums of the bundles, `<sha256> <name>` behind one another with
 * a comma between; `release` reads it as `ATTESTATION_SUMS`.
 */
const ATTESTATION_SUMS = 'attestation-sums';

/** Which file is the SBOM: an output of `assemble`, its path from the workspace; '' where there is none. */
const SBOM_PATH = 'sbom-path';

/** What the log of `assemble` says of each file, in front of its name: a rehearsal is told by it what a tag would publish. */
const TO_PUBLISH = 'to publish: ';

/** No path of an artifact has it. */
const EITHER = '|';

/** What Tauri apps look for in the latest release. */
const LATEST_JSON = 'latest.json';

// --- publish/assemble/legs.ts ------------------------------------------------------------------

/** Characters of a path that are shown; a stranger's may have thousands. */
const MOST_CHARACTERS$1 = 300;

/** Everything in the artifact of a leg that is no directory; nothing where it was not downloaded. No link is followed. */
function filesOf(leg) {
  return below(directoryOf(leg), '').map((file) => {
    // a name that is no UTF-8 names nothing once it was read
    const stats = lstatSync(locationOf({ leg, path: file }), { throwIfNoEntry: false });
    return { leg, path: file, size: stats?.size ?? 0, isFile: stats?.isFile() ?? false };
  });
}

/** Where a file lies, from the workspace. */
function locationOf({ leg, path: file }) {
  return path.join(directoryOf(leg), file);
}

/** A path, as it is shown. */
function shownPath(file) {
  return file.length > MOST_CHARACTERS$1 ? `${file.slice(0, MOST_CHARACTERS$1)}…` : file;
}

/** A file, as messages name it: `'dist/app.zip' of windows-x64`. */
function shownFile({ leg, path: file }) {
  return `'${shownPath(file)}' of ${leg.name}`;
}

function directoryOf({ job, platform }) {
  return path.join(LEGS, job, platform);
}

function below(root, directory) {
  if (!lstatSync(path.join(root, directory), { throwIfNoEntry: false })?.isDirectory()) {
    return [];
  }
  return readdirSync(path.join(root, directory), { withFileTypes: true })
    .map((entry) => ({ at: path.posix.join(directory, entry.name), isDirectory: entry.isDirectory() }))
    .sort((a, b) => a.at < b.at ? -1 : 1)
    .flatMap(({ at, isDirectory }) => isDirectory ? below(root, at) : [at]);
}

// --- text/words.ts -----------------------------------------------------------------------------

/** `a, b and c`. */
function andList(items) {
  return list(items, 'and');
}

/** `a, b or c`. */
function orList(items) {
  return list(items, 'or');
}

function list(items, word) {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${word} ${items[items.length - 1]}`;
}

/** `1 platform`, `4 platforms`. */
function count(amount, one, many) {
  return `${amount} ${amount === 1 ? one : many}`;
}

/** The values without repeats, in the order in which they first stand. */
function distinct(values) {
  return [...new Set(values)];
}

/** The first of a list, and how many there are besides. */
function beginning(items, most) {
  const more = items.length - most;
  return items.slice(0, most).join(', ') + (more > 0 ? ` and ${more} more` : '');
}

// --- github/artifact-patterns.ts ---------------------------------------------------------------

/** A pattern without its signs, of which each turns its meaning round. */
function withoutSigns(pattern) {
  const [, signs, path] = /^(!*)(.*)$/s.exec(pattern.trim());
  return { excludes: signs.length % 2 === 1, path: path.trim() };
}

/** The segments before the first one with a wildcard: where the upload begins to look. */
function searchPath(pattern) {
  const names = pattern.split('/').filter((segment) => segment !== '' && segment !== '.').map(nameOf$1);
  const wildcard = names.indexOf(undefined);
  return (wildcard < 0 ? names : names.slice(0, wildcard));
}

/** The only name that a segment matches; undefined where it has wildcards. A set of one character is that character. */
function nameOf$1(segment) {
  const pieces = segment.match(/\[[^\]]+\]|./gs) ?? [];
  return pieces.some((piece) => piece === '*' || piece === '?' || piece.length > 3) ? undefined : pieces.map((piece) => piece.length === 3 ? piece[1] : piece).join('');
}

/** The upload looks in the paths that lie in no other. */
function outermostOf(paths) {
  return paths.filter((path) => !paths.some((other) => other.length < path.length && isPrefix(other, path)));
}

function isPrefix(outer, inner) {
  return outer.every((segment, index) => inner[index] === segment);
}

// --- github/glob.ts ----------------------------------------------------------------------------

/**
 * Whether the tokens match a whole text.
 *
 * All ways are followed at once and none is gone back on, so it takes as many steps as there are
 * tokens times characters: a pattern that comes from outside cannot make it take long, as it could
 * with a regular expression.
 *
 * @param text or what it is made of, where that is not whole characters
 */
function matchesGlob(tokens, text) {
  const characters = [...text];
  const start = [true, ...characters.map(() => false)];
  const ends = tokens.reduce((reached, token) => reached.includes(true) ? after(token, characters, reached) : reached, start);
  return ends[characters.length];
}

/** Where a token may end, by the number of characters before it, if it may begin where `reached` says. */
function after({ takes, admits }, characters, reached) {
  const ends = takes === 'one' || takes === 'some' ? reached.map(() => false) : [...reached];
  const goesOn = takes === 'some' || takes === 'many';
  let inDirectories = false;
  characters.forEach((character, at) => {
    inDirectories ||= takes === 'directories' && reached[at];
    const taken = inDirectories ? character === '/' : takes !== 'directories' && (reached[at] || goesOn && ends[at]) && admits(character);
    ends[at + 1] ||= taken;
  });
  return ends;
}

// --- github/fnmatch.ts -------------------------------------------------------------------------

/** The end of a set is not looked for beyond what anybody writes, else many that have none take long. */
const TOKEN$1 = /(\*\*\/)|(\*+)|(\?)|\[([!^]?)((?:\\.|[^\]\\]){1,100})\]|\\(.)|(.)/gs;
const RANGE = /\\?(.)(?:-\\?(.))?/gs;

/**
 * Whether a pattern of a ruleset or of an environment matches a whole name. `*` does not reach over
 * a slash; `**` before one does. It is not as in `on.push.tags`: `?` is any character, `+` is a plus.
 *
 * @see https://docs.github.com/en/repositories/configuring-branches-and-merges-in-your-repository/managing-rulesets/creating-rulesets-for-a-repository#using-fnmatch-syntax
 */
function fnmatch(pattern, name) {
  return matchesGlob([...pattern.matchAll(TOKEN$1)].map(toToken), name);
}

/** What a pattern asks for at one place: the groups are directories, any characters, any one, whether a set is negated, the set, an escaped character, another. */
function toToken([, globstar, star, any, negation, set, escaped, other]) {
  if (globstar)
    return { takes: 'directories', admits: noSlash };
  if (star)
    return { takes: 'many', admits: noSlash };
  if (any)
    return { takes: 'one', admits: noSlash };
  return { takes: 'one', admits: set ? ofSet(set, negation !== '') : (character) => character === (escaped ?? other) };
}

function noSlash(character) {
  return character !== '/';
}

function ofSet(set, negated) {
  const ranges = [...set.matchAll(RANGE)].map(([, first, last = first]) => ({ first, last }));
  return (character) => noSlash(character) && ranges.some(({ first, last }) => first <= character && character <= last) !== negated;
}

// --- github/artifact-glob.ts -------------------------------------------------------------------

/** `**` is any number of segments where it is a whole one, and `*` elsewhere. */
const TOKEN = /(?<![^/])(\*\*\/)|(\*+)|(\?)|\[([!^]?)((?:\\.|[^\]\\/]){1,100})\]|\\(.)|(.)/gs;

/**
 * Reads patterns as actions/upload-artifact does, and assets/artifacts.sh.
 *
 * @see https://github.com/actions/toolkit/tree/main/packages/glob#patterns
 */
function readArtifactPatterns(patterns) {
  return patterns.filter((written) => !/^\s*(?:#|$)/.test(written)).map((written) => {
    const { excludes, path } = withoutSigns(written);
    const body = path.toLowerCase().replace(/\/{2,}/g, '/').replace(/^\.(?:\/|$)/, '');
    // what is matched takes all below it anyway
    const matched = body.replace(/(?:\/\*\*)*\/?$/, '') || '**';
    return {
      written,
      excludes,
      tokens: [...matched.matchAll(TOKEN)].map(toToken),
      isDirectory: body.endsWith('/') && matched !== '**',
      root: searchPath(body),
    };
  });
}

/**
 * The patterns that a file is collected by; none where it is not, since the last that matches
 * decides. Upper and lower case are the same, as on Windows: which files there were, a platform has
 * decided with its own eyes.
 */
function collectedBy(patterns, file) {
  const segments = file.toLowerCase().split('/');
  const places = segments.map((_, index) => segments.slice(0, index + 1).join('/').split(''));
  const matching = patterns.filter(({ tokens, isDirectory }) => places.slice(0, isDirectory ? -1 : undefined).some((place) => matchesGlob(tokens, place)));
  return matching.at(-1)?.excludes || !isSeen(patterns, segments) ? [] : matching.filter(({ excludes }) => !excludes);
}

/** Nothing hidden is, from the directory on where the search begins; on the way to there names do not matter. */
function isSeen(patterns, segments) {
  const roots = outermostOf(patterns.filter(({ excludes }) => !excludes).map(({ root }) => root));
  return roots.some((root) => root.every((name, index) => name === segments[index])
    && !segments.slice(Math.max(0, root.length - 1)).some((name) => name.startsWith('.')));
}

// --- publish/titles.ts -------------------------------------------------------------------------

/**
 * What each message of the publish script is called by: its title in the log, and the heading in the
 * setup doc that it links to. Letters, digits, spaces and hyphens only, for an anchor has no others.
 * src/render/doc/publish-messages.ts explains each; one that it forgets does not compile.
 */
const TITLES = {
  'the-script-was-called-wrongly': 'The publish script was called wrongly',
  'a-platform-left-no-files': 'A platform left no files',
  'a-pattern-has-no-file': 'A pattern has no file',
  'a-file-is-not-declared': 'A file is not declared',
  'a-file-cannot-be-published': 'A file cannot be published',
  'a-file-is-empty': 'A file is empty',
  'a-file-is-too-large': 'A file is too large',
  'a-file-has-no-name': 'A file has no name for a release',
  'two-files-have-one-name': 'Two files have one name',
  'there-are-too-many-files': 'There are too many files',
  'the-public-key-of-updates-is-not-known': 'The public key of updates is not known',
  'an-updater-does-not-read-the-version': 'An updater does not read the version',
  'an-update-is-of-another-version': 'An update is of another version',
  'a-bundle-and-its-signature-are-not-together': 'A bundle and its signature are not together',
  'a-signature-is-not-understood': 'A signature is not understood',
  'an-update-is-signed-with-another-key': 'An update is signed with another key',
  'a-signature-is-of-another-file': 'A signature is of another file',
  'a-trusted-comment-was-changed': 'A trusted comment was changed',
  'an-update-is-not-the-only-one': 'An update is not the only one',
  'a-platform-finds-no-update': 'A platform finds no update',
  'there-is-not-one-sbom': 'There is not one SBOM',
  'the-sbom-cannot-be-attested': 'The SBOM cannot be attested',
  'a-platform-is-absent': 'A platform is absent from the release',
  'a-proof-of-signing-did-not-arrive': 'A proof of signing did not arrive',
  'a-required-signature-is-missing': 'A required signature is missing',
  'update-metadata-is-not-there': 'Update metadata is not there',
  'update-metadata-cannot-be-read': 'Update metadata cannot be read',
  'update-metadata-is-of-another-version': 'Update metadata is of another version',
  'update-metadata-does-not-fit-the-files': 'Update metadata does not fit the files',
  'update-metadata-cannot-be-merged': 'Update metadata cannot be merged',
  'an-update-would-not-be-found': 'An update would not be found',
  'an-updater-file-is-not-there-once': 'An updater file is not there once',
  'an-updater-file-is-of-another-version': 'An updater file is of another version',
  'there-is-not-one-tarball': 'There is not one tarball',
  'the-files-are-not-those-that-were-assembled': 'The files are not those that were assembled',
  'a-bundle-does-not-attest-the-files': 'A bundle does not attest the files',
  'the-tarball-is-another-package': 'The tarball is another package',
  'npm-is-too-old': 'npm is too old',
  'npm-does-not-answer': 'npm does not answer',
  'npm-has-another-file-of-the-version': 'npm has another file of the version',
  'npm-refuses-the-package': 'npm refuses the package',
  'npm-has-the-version-already': 'npm has the version already',
  'a-version-waits-for-approval': 'A version waits for approval',
  'the-notes-could-not-be-read': 'The notes could not be read',
  'the-changelog-says-nothing-of-the-version': 'The changelog says nothing of the version',
  'the-publishing-token-was-rejected': 'The publishing token was rejected',
  'the-publishing-token-needs-single-sign-on': 'The publishing token needs single sign-on',
  'the-publishing-token-may-not': 'The publishing token lacks a right',
  'the-publishing-token-does-not-see-it': 'The publishing token does not see it',
  'the-release-repository-has-moved': 'The release repository has moved',
  'the-release-repository-is-empty': 'The release repository is empty',
  'the-tag-was-moved': 'The tag was moved',
  'the-tag-could-not-be-made': 'The tag could not be made',
  'an-immutable-release-had-the-tag': 'An immutable release had the tag',
  'several-drafts-have-the-tag': 'Several drafts have the tag',
  'the-draft-holds-other-files': 'The draft holds other files',
  'a-file-was-not-accepted': 'A file was not accepted',
  'the-draft-is-not-as-it-should-be': 'The draft is not as it should be',
  'the-release-could-not-be-made-public': 'The release could not be made public',
  'the-release-is-public-and-differs': 'The release is public and differs',
  'the-release-is-not-immutable': 'The release is not immutable',
  'installed-apps-do-not-find-the-release': 'Installed apps do not find the release',
  'a-workflow-could-not-be-started': 'A workflow could not be started',
  'a-workflow-may-have-started': 'A workflow may have started',
  'github-asks-to-publish-more-slowly': 'GitHub asks to publish more slowly',
  'github-has-trouble-while-publishing': 'GitHub has trouble while publishing',
  'github-could-not-be-reached-to-publish': 'GitHub could not be reached to publish',
  'github-refused-to-publish': 'GitHub refused to publish',
  'an-answer-of-github-is-not-understood': 'An answer of GitHub is not understood',
};

// --- publish/report.ts -------------------------------------------------------------------------

/** Ends a command. All problems that are known are said at once. */
class Failure extends Error {
  messages;
  constructor(messages) {
    super(messages.map(({ id, text }) => `${TITLES[id]}: ${text}`).join('\n'));
    this.messages = messages;
  }
}

/** A problem. All that are known are said together, and end the command. */
function error(id, text) {
  return { level: 'error', id, text };
}

/** Ends a command with one problem. */
function fail(id, text) {
  throw new Failure([error(id, text)]);
}

/** Says something where a reader of the run looks: as an annotation, and in the summary. */
function say({ level, id, text }) {
  const link = process.env.DOC_URL ? `${process.env.DOC_URL}#${TITLES[id].toLowerCase().replaceAll(' ', '-')}` : '';
  const line = oneLine$1(text);
  process.stdout.write(`::${level} title=${TITLES[id]}::${line.replaceAll('%', '%25')}${link && ` See ${link}`}\n`);
  summarize(`\n- **${level}: ${TITLES[id]}.** ${message(line)}${link && ` [How to mend it](${link})`}\n`);
}

/**
 * A line of the log. Nothing that a name or an answer holds begins a line of its own, nor is it a
 * command to the runner, which reads `::command::` behind spaces too, and `##[command]` anywhere.
 *
 * @see https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
function log(text) {
  process.stdout.write(`${oneLine$1(text).replace(/^(?=\s*::)/, '|').replaceAll('##[', '# #[')}\n`);
}

/** Adds Markdown to the summary of the run. GitHub takes 1 MiB of a step, and of more nothing at all. */
function summarize(text) {
  const file = process.env.GITHUB_STEP_SUMMARY;
  const size = file && statSync(file, { throwIfNoEntry: false })?.size || 0;
  if (size + Buffer.byteLength(text) <= 1_000_000) {
    append(file, text);
  }
  else if (size < 1_040_000) {
    append(file, '\nThe summary has no room for more; what is wrong is in the log.\n');
  }
}

/** Sets an output of the step. */
function setOutput(name, value) {
  append(process.env.GITHUB_OUTPUT, `${name}=${oneLine$1(value)}\n`);
}

function append(file, text) {
  if (file) {
    appendFileSync(file, text);
  }
}

/** Control characters, and what makes a line read in another order than it is written, are spaces. */
function oneLine$1(text) {
  return text.replace(/[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
}

/** A link in Markdown to an address, which GitHub has encoded already. */
function linkTo(address) {
  return `<${new URL(address).href}>`;
}

/**
 * A text as Markdown that reads the same, as assets/say.sh has it. A comment keeps GitHub from making
 * an address, a mention, an issue or a picture of what a name holds.
 */
function markdown(text) {
  return oneLine$1(text)
    .replace(/[\\[\]`*_|~]/g, '\\$&')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    .replace(/[:@#](?! )|www|gh-/gi, '$&<!-- -->')
    .replaceAll('$', '<span>$</span>');
}

/** A message as Markdown: an address of ours in it is a link, and stays whole. */
function message(text) {
  const server = (process.env.GITHUB_SERVER_URL || 'https://github.com').replace(/[.]/g, '\\$&');
  const sign = '[A-Za-z0-9._~%/?&#!*+,:@=-]';
  const ours = new RegExp(`((?:${server}/(?:${sign}*[A-Za-z0-9_~%/#*+=-])?|https://www\\.githubstatus\\.com)(?=[.,:?&!@]*(?!${sign})))`);
  return text.split(ours).map((part, index) => index % 2 ? `<${part}>` : markdown(part)).join('');
}

// --- publish/assemble/problems.ts --------------------------------------------------------------

/** How many names a message shows. */
const SHOWN$3 = 20;

/** What a leg's artifact has too little or too much. Nothing is said of one that may be absent, and is. */
function legProblems(leg, files) {
  if (!files.length) {
    return leg.allowedToFail ? [] : [error('a-platform-left-no-files', `The artifact of ${leg.name} is not there, or holds nothing. Look at its job, and choose "Re-run failed jobs" when its cause is gone.`)];
  }
  const patterns = readArtifactPatterns(leg.patterns.flatMap((pattern) => pattern.split(EITHER)));
  const hits = files.map((file) => ({ file, by: collectedBy(patterns, [leg.root, file.path].filter(Boolean).join('/')) }));
  const needed = patterns.filter(({ excludes, written }) => !excludes && !leg.unneeded.includes(written));
  const hasNone = needed.filter((pattern) => hits.every(({ by }) => !by.includes(pattern))).map(({ written }) => written);
  const missed = leg.patterns.map((pattern) => pattern.split(EITHER)).filter((all) => all.every((written) => hasNone.includes(written)));
  return [
    ...missed.map((all) => error('a-pattern-has-no-file', `No file of ${leg.name} matches ${orList(all.map((written) => `'${written}'`))}; its artifact holds: ${beginning(files.map((file) => shownPath(file.path)), SHOWN$3)}. Correct the pattern or the build.`)),
    ...hits.filter(({ by }) => !by.length).map(({ file }) => error('a-file-is-not-declared', `No pattern of ${leg.name} names '${shownPath(file.path)}', which is in its artifact. Declare it among the artifacts, or let nothing else upload under the name of this one.`)),
  ];
}

/** What keeps single files out of a release. */
function fileProblems(files) {
  return files.flatMap((file) => {
    if (!file.isFile || /\p{Cc}/u.test(file.path)) {
      return [error('a-file-cannot-be-published', `${shownFile(file)} is ${file.isFile ? 'called by a name with control characters' : 'a link, a pipe or a device, or is not found by its name'}. Let the build leave a plain file.`)];
    }
    return [...sizeProblems(file), ...nameProblems(file)];
  });
}

function sizeProblems(file) {
  const { size } = file;
  if (size === 0) {
    return [error('a-file-is-empty', `${shownFile(file)} has 0 bytes, and GitHub takes no such file. Look at what the build did.`)];
  }
  return size <= MAX_ASSET_BYTES ? [] : [
    error('a-file-is-too-large', `${shownFile(file)} has ${size} bytes, and GitHub takes at most ${MAX_ASSET_BYTES}. Let the build split or compress it.`),
  ];
}

function nameProblems(file) {
  const { name } = file;
  if (!ASSET_NAME.test(name)) {
    return [error('a-file-has-no-name', `Nothing of the name of ${shownFile(file)} can stand in a release, which takes letters, digits and . _ + @ -. Let the build name it otherwise, or give all files names without their own: assetName: 'app-{platform}{ext}'.`)];
  }
  return name.length <= MAX_FILE_NAME_BYTES ? [] : [
    error('a-file-has-no-name', `${shownFile(file)} would be called by ${name.length} characters; allowed are ${MAX_FILE_NAME_BYTES}. Let the build name it shorter, or set assetName.`),
  ];
}

/** What keeps the files together out of one release; `own` are those that are made here. */
function setProblems(files, own) {
  const count = files.length + own.length;
  return [
    ...files.length ? [] : [error('a-platform-left-no-files', 'No platform left a file, so that there is nothing to publish. Look at their jobs, and choose "Re-run failed jobs" when the cause is gone.')],
    ...count <= MAX_ASSETS ? [] : [error('there-are-too-many-files', `There are ${count} files, ${own.length} of them made here, and a release takes ${MAX_ASSETS}. Narrow the patterns, or let the build pack files together.`)],
    ...sharedNames(files).map(([name, ...same]) => error('two-files-have-one-name', `${name} would be the name of ${beginning(same, SHOWN$3)}. Let the build name them apart, or set assetName, for instance '{name}-{platform}{ext}'.`)),
    ...own.filter((name, index) => own.findIndex((other) => isSame(name, other)) < index)
      .map((name) => error('two-files-have-one-name', `${name} would be made here twice, where upper and lower case are the same. Let all platforms build it under one name.`)),
    ...files.filter(({ name }) => [CHECKSUMS, MANIFEST, ...own].some((taken) => isSame(name, taken)))
      .map((file) => error('two-files-have-one-name', `${shownFile(file)} would be called ${file.name}, which is a name of a file that is made here. Let the build name it otherwise, or set assetName.`)),
  ];
}

/** Each name that several files have, with them. Upper and lower case are the same: so they are where people download to. */
function sharedNames(files) {
  const byName = new Map();
  for (const file of files.filter(({ name }) => name !== '')) {
    const key = file.name.toLowerCase();
    byName.set(key, [...byName.get(key) ?? [file.name], shownFile(file)]);
  }
  return [...byName.values()].filter((entry) => entry.length > 2);
}

function isSame(name, other) {
  return name.toLowerCase() === other.toLowerCase();
}

// --- publish/inputs.ts -------------------------------------------------------------------------

/** A variable of the environment; '' is a value. */
function input(name) {
  const value = process.env[name];
  if (value === undefined) {
    fail('the-script-was-called-wrongly', `The step has no variable ${name}. Run "npx projen", which writes the workflow anew.`);
  }
  return value;
}

/** What the workflow says as JSON, in the shape of contract.ts. */
function readPlan(name) {
  try {
    return JSON.parse(input(name));
  }
  catch (error) {
    fail('the-script-was-called-wrongly', `The variable ${name} of the step is no JSON: ${error.message}. Run "npx projen", which writes the workflow anew.`);
  }
}

// --- publish/assemble/record.ts ----------------------------------------------------------------

/** What is known of the run, for the record of the set. */
function recordOf(plan, files, absent, signatures) {
  const [repository, id] = [input('GITHUB_REPOSITORY'), input('GITHUB_RUN_ID')];
  return {
    version: 1,
    build: plan.build,
    tag: input('TAG'),
    release: releaseName(),
    prerelease: input('PRERELEASE') === 'true',
    run: { repository, id: Number(id), url: `${input('GITHUB_SERVER_URL')}/${repository}/actions/runs/${id}` },
    repositories: plan.repositories.map(builtRepository),
    files,
    absent,
    signatures,
  };
}

/** The version in the tag, or the name of the branch. GitHub empties an output that holds the value of a secret. */
function releaseName() {
  const name = input('TAG') ? input('VERSION') : input('NAME');
  return name || called('The guard handed on neither a version nor a name. GitHub empties an output in which the value of a secret stands');
}

/** The version in the tag; '' in a rehearsal on a branch. */
function tagVersion() {
  return input('TAG') && releaseName();
}

function builtRepository({ id, name, ref }) {
  if (name === '') {
    return { name: input('GITHUB_REPOSITORY'), ref: input('GITHUB_REF_NAME'), commit: input('GITHUB_SHA') };
  }
  const commit = handedOn('COMMITS', id);
  return {
    name,
    ref: ref || handedOn('REFS', id) || called(`The guard handed on no ref of ${name}. GitHub empties an output in which the value of a secret stands`),
    commit: /^[0-9a-f]{40,64}$/.test(commit) ? commit : called(`The guard handed on no commit of ${name}, but '${commit}'`),
  };
}

/** What the guard says of a repository: a line `id value` each. */
function handedOn(variable, id) {
  return input(variable).split('\n').map((line) => line.trim().split(' ')).find(([of]) => of === id)?.[1] ?? '';
}

function called(problem) {
  fail('the-script-was-called-wrongly', `${problem}. Choose "Re-run all jobs".`);
}

// --- publish/github/shapes.ts ------------------------------------------------------------------

function releaseIn(value) {
  const release = fieldsIn(value, 'a release');
  return {
    id: numberIn$1(release, 'id'),
    tag: textIn(release, 'tag_name'),
    draft: release.draft === true,
    immutable: release.immutable === true,
    prerelease: release.prerelease === true,
    body: typeof release.body === 'string' ? release.body : '',
    url: textIn(release, 'html_url'),
    uploadUrl: textIn(release, 'upload_url'),
  };
}

function assetIn(value) {
  const asset = fieldsIn(value, 'a file of a release');
  return {
    id: numberIn$1(asset, 'id'),
    name: textIn(asset, 'name'),
    size: numberIn$1(asset, 'size'),
    uploaded: asset.state === 'uploaded',
    digest: typeof asset.digest === 'string' ? asset.digest : '',
    byBot: isFields(asset.uploader) && asset.uploader.type === 'Bot',
  };
}

/** What a ref or an annotated tag points to. */
function gitObjectIn(value) {
  const object = fieldsIn(fieldsIn(value, 'a ref').object, 'the object of a ref');
  return { sha: textIn(object, 'sha'), annotated: object.type === 'tag' };
}

/** A text of an object whose kind is said in `what`. */
function textOf$1(value, name, what) {
  return textIn(fieldsIn(value, what), name);
}

function isFields(value) {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fieldsIn(value, what) {
  return isFields(value) ? value : unexpected(`${what} is no object`);
}

function textIn(fields, name) {
  const value = fields[name];
  return typeof value === 'string' ? value : unexpected(`'${name}' is no text`);
}

function numberIn$1(fields, name) {
  const value = fields[name];
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : unexpected(`'${name}' is no whole number`);
}

/** Ends the command because of an answer that nobody could read. */
function unexpected(what) {
  return fail('an-answer-of-github-is-not-understood', `GitHub answered something that this version does not know: ${what}. Re-run the failed jobs; if it stays, update projen-tag-build.`);
}

// --- publish/sbom-kind.ts ----------------------------------------------------------------------

/**
 * What actions/attest calls the statement that a list of contents is attested by; undefined where it takes it for none.
 *
 * @see https://github.com/actions/attest/blob/main/src/sbom.ts
 */
function sbomPredicateType(sbom) {
  if (!isFields(sbom)) {
    return undefined;
  }
  const [, spdx] = /^SPDX-(\d+\.\d+)$/.exec(String(sbom.spdxVersion)) ?? [];
  if (spdx && sbom.SPDXID) {
    return `https://spdx.dev/Document/v${spdx}`;
  }
  return sbom.bomFormat && sbom.serialNumber && sbom.specVersion ? 'https://cyclonedx.org/bom' : undefined;
}

// --- publish/assemble/sbom.ts ------------------------------------------------------------------

/** More names are no help. */
const SHOWN$2 = 20;

/** Where the SBOM will lie, from the workspace, and what keeps it from being attested. Nothing is wanted where the pattern is ''. */
function sbomIn(files, pattern) {
  const found = files.filter(({ name }) => pattern !== '' && fnmatch(pattern, name));
  const isOne = pattern === '' || found.length === 1;
  return {
    path: found.map(({ name }) => `${SET}/${FILES}/${name}`)[0] ?? '',
    problems: isOne ? found.flatMap(unfit$1) : [error('there-is-not-one-sbom', `'${pattern}' matches ${found.length ? beginning(found.map(({ name }) => name), SHOWN$2) : 'no file'} of the release, and one is needed. Let one platform make it and declare it among its artifacts, or correct the sbom of the release.`)],
  };
}

/** As actions/attest takes it. What is wrong with it as a file is said elsewhere. */
function unfit$1(file) {
  const { size, isFile } = file;
  if (!isFile || size === 0) {
    return [];
  }
  if (size > MAX_SBOM_BYTES) {
    return [error('the-sbom-cannot-be-attested', `${shownFile(file)} has ${size} bytes, and GitHub attests an SBOM of at most ${MAX_SBOM_BYTES}. Let the build leave out of it what nobody looks up, such as single files.`)];
  }
  try {
    if (sbomPredicateType(JSON.parse(readFileSync(locationOf(file), 'utf8')))) {
      return [];
    }
  }
  catch (problem) {
    return [error('the-sbom-cannot-be-attested', `${shownFile(file)} is no JSON: ${problem.message}. Let the build write it as JSON, in UTF-8 without a byte order mark; '>' of Windows PowerShell writes UTF-16.`)];
  }
  return [error('the-sbom-cannot-be-attested', `${shownFile(file)} is neither SPDX (spdxVersion such as SPDX-2.3, SPDXID) nor CycloneDX (bomFormat, serialNumber, specVersion). Let the build write it in one of the two.`)];
}

// --- publish/assemble/signatures.ts ------------------------------------------------------------

/** What the legs that are there have proven, as their jobs handed it on. */
function signaturesOf(legs) {
  const signed = legs.filter(({ signings }) => signings.length);
  const lines = signed.length ? input('SIGNED').split('\n').map((line) => line.trim().split(/ +/)) : [];
  const found = signed.map((leg) => ofLeg(leg, lines.find(([job, platform]) => job === leg.job && platform === leg.platform)?.slice(2) ?? []));
  return { signatures: found.flatMap(({ signatures }) => signatures), problems: found.flatMap(({ problems }) => problems) };
}

function ofLeg(leg, states) {
  const { signings, name } = leg;
  if (states.length !== signings.length || !states.every((state) => state === 'proven' || state === 'absent')) {
    return {
      signatures: [],
      problems: [error('a-proof-of-signing-did-not-arrive', states.length
          ? `The job of ${name} says '${states.join(' ')}' of its signatures; expected is proven or absent for each of: ${titlesOf(signings)}. The step that proves them was changed. Run "npx projen", and push the next tag.`
          : `The job of ${name} handed on nothing of its signatures (${titlesOf(signings)}), though its files are there. GitHub empties an output that holds the value of a secret, such as "proven"; or the files are of an earlier attempt. Give that secret another value, then choose "Re-run all jobs".`)],
    };
  }
  const absent = (index) => states[index] === 'absent';
  return {
    signatures: signings.map(({ title, without }, index) => ({
      job: leg.job,
      platform: leg.platform,
      signing: title,
      ...absent(index) ? { state: 'absent', without } : { state: 'proven', without: '' },
    })),
    problems: signings.filter(({ without }, index) => absent(index) && without === '')
      .map(({ title }) => error('a-required-signature-is-missing', `${name} was built without ${title}, which is required. Set its secrets, and choose "Re-run all jobs".`)),
  };
}

function titlesOf(signings) {
  return signings.map(({ title }) => title).join(', ');
}

// --- publish/assemble/summary.ts ---------------------------------------------------------------

/** Rows of the table: the summary of a step has 1 MiB. */
const MOST_ROWS = 200;

/** The files of the set as Markdown, and where they become public. */
function summaryOf({ files, tag, signatures }, targets, isReal) {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return [
    `### The files of ${isReal ? markdown(tag) : 'a release'}`,
    '',
    `${count(files.length, 'file', 'files')}, ${bytes} bytes`,
    '',
    '| file | bytes | SHA-256 | platform | named by the build |',
    '| --- | ---: | --- | --- | --- |',
    ...files.slice(0, MOST_ROWS).map(row),
    ...files.length > MOST_ROWS ? ['', `And ${files.length - MOST_ROWS} files more.`] : [],
    ...signatures.length ? ['', 'Signatures:', '', ...signatures.map(signature)] : [],
    '',
    isReal ? 'To be published:' : 'What a tag would publish:',
    '',
    ...targets.map((target) => `- ${markdown(target)}`),
    '',
  ].join('\n');
}

function row({ name, size, sha256, job, platform, originalName }) {
  const cells = [markdown(name), size, sha256, markdown(`${job} ${platform}`.trim()), name === originalName ? '' : markdown(shownPath(originalName))];
  return `| ${cells.join(' | ')} |`;
}

function signature({ job, platform, signing, state, without }) {
  return `- ${markdown(`${job} ${platform}: ${signing}`)}, ${state === 'proven' ? 'proven' : `**not signed**: ${markdown(without)}`}`;
}

// --- publish/sha256.ts -------------------------------------------------------------------------

/** The sum of a file's content, in hexadecimal digits. */
async function sha256Of(file) {
  return sumOf(file, 'sha256', 'hex');
}

/** It is read once, and never held as a whole. */
async function sumOf(file, algorithm, encoding) {
  const hash = createHash(algorithm);
  await pipeline(createReadStream(file), hash);
  return hash.digest(encoding);
}

// --- publish/assemble/write-set.ts -------------------------------------------------------------

/** Puts the files under their new names into the set, and those that were made of them. They are read once, and never held as a whole. */
async function placeFiles(files, made) {
  rmSync(SET, { recursive: true, force: true });
  mkdirSync(path.join(SET, FILES), { recursive: true });
  const placed = [];
  for (const file of files) {
    const { name, size, path: originalName, leg: { job, platform } } = file;
    linkSync(locationOf(file), path.join(SET, FILES, name));
    placed.push({ name, size, sha256: await sha256Of(locationOf(file)), job, platform, originalName });
  }
  for (const { name, content } of made) {
    const location = path.join(SET, FILES, name);
    writeFileSync(location, content);
    placed.push({ name, size: Buffer.byteLength(content), sha256: await sha256Of(location), job: 'assemble', platform: '', originalName: name });
  }
  return placed.sort(byName);
}

/** Writes what the set says of itself: our record, and as files of the release what is wanted of it. */
async function writeRecord(set, wanted) {
  const json = `${JSON.stringify(set, undefined, 2)}\n`;
  writeFileSync(path.join(SET, RECORD), json);
  const own = (name) => path.join(SET, FILES, name);
  if (wanted.manifest) {
    writeFileSync(own(MANIFEST), json);
  }
  if (wanted.checksums) {
    const sums = [...set.files, ...wanted.manifest ? [{ name: MANIFEST, sha256: await sha256Of(own(MANIFEST)) }] : []];
    writeFileSync(own(CHECKSUMS), sums.sort(byName).map(({ name, sha256 }) => `${sha256}  ${name}\n`).join(''));
  }
}

function byName(a, b) {
  return a.name < b.name ? -1 : 1;
}

// --- publish/updaters/electron-builder/choice.ts -----------------------------------------------

const MACHINES = {
  macos: [{ arch: 'x64' }, { arch: 'arm64', isArm64Mac: true }, { arch: 'x64', isArm64Mac: true }],
  windows: [{ arch: 'x64' }, { arch: 'arm64' }, { arch: 'ia32' }],
};

/** What a system's updaters load, by the ends of names; one of them is needed. */
const LOADED = {
  linux: ['AppImage', 'deb', 'rpm', 'pacman'],
  macos: ['zip'],
  windows: ['exe'],
};

/** The paths that some machine chooses. */
function chosen$1({ system, arch, paths }) {
  const machines = system === 'linux' ? [{ arch }] : MACHINES[system];
  return new Set(machines.flatMap((machine) => LOADED[system].flatMap((extension) => choice(machine, system === 'macos' ? forMac(paths, machine) : paths, extension) ?? [])));
}

/** Those that could be chosen. */
function candidates({ system, paths }) {
  return paths.filter((path) => LOADED[system].some((extension) => hasExtension(path, extension)));
}

/** @see electron-updater/src/providers/Provider.ts, findFile */
function choice({ arch }, paths, extension) {
  const fitting = paths.filter((path) => hasExtension(path, extension));
  return fitting.find((path) => path.includes(arch)) ?? fitting[0];
}

/** @see electron-updater/src/MacUpdater.ts, filterFilesForArch */
function forMac(paths, { isArm64Mac }) {
  const isArm64 = (path) => path.includes('arm64');
  return paths.filter((path) => isArm64(path) === (Boolean(isArm64Mac) && paths.some(isArm64)));
}

function hasExtension(path, extension) {
  return path.toLowerCase().endsWith(`.${extension.toLowerCase()}`);
}

// --- publish/updaters/electron-builder/words.ts ------------------------------------------------

/** Characters of a value that a message shows: notes of a release may be such a value. */
const MOST_CHARACTERS = 100;

function shown(value) {
  return value.length > MOST_CHARACTERS ? `'${value.slice(0, MOST_CHARACTERS)}…'` : `'${value}'`;
}

// --- publish/updaters/electron-builder/described-files.ts --------------------------------------

/** Reads each file once: all channels name the same. */
function sums() {
  const known = new Map();
  return async (file) => {
    const sum = known.get(file) ?? sumOf(locationOf(file), 'sha512', 'base64');
    known.set(file, sum);
    return sum;
  };
}

/** Finds what metadata names among the files of its leg, and proves it. */
async function describedFiles(metadata, files, sumFor) {
  const found = new Map();
  const problems = legacyProblems(metadata);
  for (const entry of metadata.entries) {
    const file = await fileOf(entry, files, sumFor);
    if (!file) {
      problems.push(wrong(metadata, `${entry.at}.${entry.field} is ${shown(entry.name)}, and ${metadata.file.leg.name} left no file of that name, nor one with that sha512 under a name of its own. Declare it among the artifacts, or let nothing change it behind electron-builder.`));
      continue;
    }
    found.set(entry, file);
    problems.push(...await sumProblems(metadata, entry, file, sumFor), ...blockmapProblems(metadata, entry, file, files));
  }
  return { ...metadata, files: found, problems };
}

/** By its name; otherwise by its sum, for electron-builder writes other names than it gives where these hold spaces. */
async function fileOf(entry, files, sumFor) {
  const plain = files.filter(({ isFile }) => isFile);
  const called = plain.find(({ path }) => path.split('/').at(-1) === entry.name);
  if (called || /[/\\]/.test(entry.name)) {
    return called;
  }
  for (const file of plain.filter(({ size }) => size === (entry.size ?? size))) {
    if (await sumFor(file) === entry.sha512) {
      return file;
    }
  }
  return undefined;
}

async function sumProblems(metadata, { at, name, size, sha512 }, file, sumFor) {
  const because = 'Something changed it after electron-builder had described it: let nothing sign, staple or pack it anew behind the build.';
  if (size !== undefined && size !== file.size) {
    return [wrong(metadata, `${at}.size of ${shown(name)} is ${size}, and ${shownFile(file)} has ${file.size} bytes. ${because}`)];
  }
  const sum = await sumFor(file);
  return sum === sha512 ? [] : [wrong(metadata, `${at}.sha512 of ${shown(name)} is ${shown(sha512)}, and that of ${shownFile(file)} is '${sum}'. ${because}`)];
}

/**
 * Where an updater loads only what has changed, it looks for a blockmap beside the file; on Linux, and
 * for a web installer, that is a part of it. Without a size, electron-builder was told to make none.
 */
function blockmapProblems(metadata, { at, name, size, holdsBlockmap }, file, files) {
  const needed = metadata.system !== 'linux' && at.startsWith('files') && size !== undefined && !holdsBlockmap;
  return !needed || files.some(({ path, isFile }) => isFile && path === `${file.path}.blockmap`) ? [] : [
    wrong(metadata, `${at} is ${shown(name)}, and ${shownFile(file)} has no blockmap beside it, without which every update is loaded as a whole. Let nothing remove '${file.path.split('/').at(-1)}.blockmap', and collect it.`),
  ];
}

/** What the oldest updaters read: the first file once more. */
function legacyProblems(metadata) {
  const [path, sha512] = [metadata.fields.get('path'), metadata.fields.get('sha512')];
  return path === undefined && sha512 === undefined || metadata.entries.some((entry) => entry.field === 'url' && entry.name === path && entry.sha512 === sha512) ? [] : [
    wrong(metadata, `path and sha512 are ${shown(String(path))} and ${shown(String(sha512))}, and none of its files has both. Leave it as electron-builder writes it.`),
  ];
}

function wrong(metadata, text) {
  return error('update-metadata-does-not-fit-the-files', `${shownFile(metadata.file)}: ${text}`);
}

// --- publish/updaters/electron-builder/yaml.ts -------------------------------------------------

/** Says which line is not understood. */
class UnreadYaml extends Error {
}

function isMap(value) {
  return value instanceof Map;
}

// --- publish/updaters/electron-builder/yaml-scalars.ts -----------------------------------------

const SINGLE = /^'((?:[^']|'')*)'$/;
const DOUBLE = /^"((?:[^"\\]|\\.)*)"$/;
const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|(.))/g;
const ESCAPES = {
  '0': '\0',
  'a': '\x07',
  'b': '\b',
  't': '\t',
  'n': '\n',
  'v': '\v',
  'f': '\f',
  'r': '\r',
  'e': '\x1b',
  '"': '"',
  '/': '/',
  '\\': '\\',
  'N': '\x85',
  '_': '\xa0',
  'L': '\u2028',
  'P': '\u2029',
};

/** What can stand without quotes: it does not look like something else. */
const PLAIN$1 = /^(?![\s\-?:,[\]{}#&*!|>'"%@`=])(?!.*(?:: | #|[:\s]$)).+$/s;
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const WORDS$2 = new Map([['null', null], ['true', true], ['false', false]]);

/** What some reader or other takes for a number, a date, a truth value or nothing. */
const AMBIGUOUS = /^(?:[-+]?(?:0[box][\da-f_]+|\.?\d[\d_]*(?::[\d_]+)*(?:\.[\d_]*)?(?:e[-+]?\d+)?|\.inf|\.nan)|\d{4}-\d\d?-\d\d?(?:[t\s].*)?|null|true|false|yes|no|on|off|y|n|~|<<)$/i;

/** The value of a scalar that stands on one line; undefined where it is none that js-yaml writes. */
function readScalar(text) {
  if (text === '[]')
    return [];
  if (text === '{}')
    return new Map();
  const word = WORDS$2.get(text);
  if (word !== undefined)
    return word;
  if (NUMBER.test(text))
    return Number.isSafeInteger(Math.trunc(Number(text))) ? Number(text) : undefined;
  if (isPlain(text))
    return text;
  const single = SINGLE.exec(text);
  return single ? single[1].replaceAll('\'\'', '\'') : unescaped(DOUBLE.exec(text)?.[1]);
}

/** Whether a text means itself, without quotes. */
function isPlain(text) {
  return PLAIN$1.test(text) && !AMBIGUOUS.test(text);
}

function unescaped(text) {
  let known = text !== undefined;
  const value = text?.replace(ESCAPE, (_, x, u, U, letter = '') => {
    const code = Number.parseInt(x ?? u ?? U ?? '', 16);
    const character = code <= 0x10ffff ? String.fromCodePoint(code) : ESCAPES[letter];
    known &&= character !== undefined;
    return character ?? '';
  });
  return known ? value : undefined;
}

/** The text of a block: `|` keeps its lines, `>` joins them; `-` takes the line breaks at its end away, `+` keeps them all. */
function readBlock(lines, style, chomping) {
  let last = lines.length;
  while (last && lines[last - 1] === '') {
    last -= 1;
  }
  const text = style === '|' ? lines.slice(0, last).join('\n') : folded(lines.slice(0, last));
  if (chomping === '+') {
    return text + '\n'.repeat(lines.length - last + (last ? 1 : 0));
  }
  return chomping === '' && last ? `${text}\n` : text;
}

/** Lines that follow one another are one; empty lines, and lines that are indented further, break. */
function folded(lines) {
  let text = '';
  let breaks = 0;
  let before;
  for (const line of lines) {
    if (line === '') {
      breaks += 1;
      continue;
    }
    const indented = line.startsWith(' ') || before?.startsWith(' ');
    text += '\n'.repeat(before === undefined ? breaks : indented ? breaks + 1 : breaks);
    text += before === undefined || indented || breaks ? line : ` ${line}`;
    [before, breaks] = [line, 0];
  }
  return text;
}

// --- publish/updaters/electron-builder/yaml-writer.ts ------------------------------------------

/** Writes what the reader reads, and every other reader of YAML. */
function writeYaml(map) {
  return lines(map).map((line) => `${line}\n`).join('');
}

function lines(value) {
  const entries = isMap(value) ? [...value].map(([key, one]) => [`${key}:`, one]) : value.map((one) => ['-', one]);
  return entries.flatMap(([head, one]) => {
    const nested = isNested(one) ? lines(one) : [];
    if (!nested.length)
      return [`${head} ${scalar(one)}`];
    return head === '-' ? [`- ${nested[0]}`, ...nested.slice(1).map((line) => `  ${line}`)] : [head, ...nested.map((line) => `  ${line}`)];
  });
}

function isNested(value) {
  return isMap(value) || Array.isArray(value);
}

/** JSON is YAML, but for three characters that end a line there. */
function scalar(value) {
  if (isNested(value))
    return isMap(value) ? '{}' : '[]';
  if (typeof value !== 'string')
    return String(value);
  if (isPrintable(value))
    return isPlain(value) ? value : `'${value.replaceAll('\'', '\'\'')}'`;
  return JSON.stringify(value).replace(/[^ -~]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function isPrintable(text) {
  return /^[ -~\u00a1-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]*$/.test(text);
}

// --- publish/updaters/electron-builder/merge.ts ------------------------------------------------

/**
 * What a name says of the architecture: older updaters take the first file whatever it says, and
 * whoever has one of those has x64, or runs what is for it.
 */
const ARCHITECTURES$1 = [/x64/, /arm64|ia32|armv7l/];

/** Fields that are made anew; all others must be the same in all. */
const MADE = ['files', 'path', 'sha512', 'sha2', 'releaseDate', 'packages', 'version'];

/** Merges metadata; files are called by the names that they have in the release. One leg's alone stays as it is. */
async function merged(metadata, nameOf) {
  const named = metadata.map((one) => withNames(one, nameOf));
  const files = named.flatMap(({ files: list }) => list);
  const rank = ({ url }) => ARCHITECTURES$1.findIndex((architecture) => architecture.test(url));
  const sorted = [...files].sort((a, b) => rank(a) - rank(b));
  if (named.length === 1 && !named[0].renamed) {
    return { content: metadata[0].text, files, problems: [] };
  }
  const packages = new Map(named.flatMap((one) => [...one.packages]));
  const fields = new Map(metadata.flatMap((one) => [...one.fields]));
  const made = {
    files: sorted.map(({ fields: one }) => one),
    path: sorted[0]?.url,
    sha512: sorted[0]?.fields.get('sha512'),
    sha2: sorted[0] && fields.has('sha2') ? await sumOf(locationOf(sorted[0].file), 'sha256', 'hex') : undefined,
    releaseDate: latest(metadata.map((one) => one.fields.get('releaseDate'))),
    packages,
  };
  const content = writeYaml(new Map([...fields].map(([key, value]) => [key, made[key] ?? value])));
  return { content, files: sorted, problems: [...differences$1(metadata), ...packageProblems(metadata)] };
}

function withNames({ entries, fields, files: found }, nameOf) {
  const named = entries.filter((entry) => found.has(entry)).map((entry) => ({ entry, file: found.get(entry), url: nameOf(found.get(entry)) }));
  const lists = { files: fields.get('files'), packages: fields.get('packages') };
  const of = (kind) => named.filter(({ entry }) => entry.field === kind);
  return {
    files: of('url').map(({ entry, file, url }) => ({ url, file, fields: new Map([...lists.files[entries.indexOf(entry)], ['url', url]]) })),
    packages: new Map(of('path').map(({ entry, url }) => {
      const key = entry.at.slice('packages.'.length);
      const one = lists.packages.get(key);
      return [key, new Map([...one].map(([field, value]) => [field, ['path', 'file'].includes(field) ? url : value]))];
    })),
    renamed: named.some(({ entry, url }) => entry.name !== url),
  };
}

function latest(dates) {
  return [...dates].sort((a, b) => Date.parse(String(b)) - Date.parse(String(a)))[0];
}

/** What one leg says and another does not say, or says otherwise. */
function differences$1([first, ...others]) {
  const keys = (other) => [...new Set([...first.fields.keys(), ...other.fields.keys()])].filter((key) => !MADE.includes(key));
  return others.flatMap((other) => keys(other).flatMap((key) => {
    const [one, two] = [first, other].map(({ fields }) => valueOf(fields.get(key)));
    return one === two ? [] : [
      error('update-metadata-cannot-be-merged', `${first.name}: ${key} is ${one} in that of ${first.file.leg.name}, and ${two} in that of ${other.file.leg.name}, and one file stands for both. Let all platforms build with one configuration.`),
    ];
  }));
}

function valueOf(value) {
  if (value === undefined)
    return 'not there';
  return shown(isMap(value) || Array.isArray(value) ? JSON.stringify(writeYaml(new Map([['', value]]))) : String(value));
}

/** Two legs that bring the package of one architecture. */
function packageProblems(metadata) {
  const all = metadata.flatMap((one) => one.entries.filter(({ field }) => field === 'path').map((entry) => ({ one, entry })));
  return all.flatMap(({ one, entry }, index) => {
    const before = all.slice(0, index).find((other) => other.entry.at === entry.at && other.entry.sha512 !== entry.sha512);
    return before ? [error('update-metadata-cannot-be-merged', `${one.name}: ${entry.at} is ${shown(before.entry.name)} in that of ${before.one.file.leg.name}, and ${shown(entry.name)} in that of ${one.file.leg.name}. Let one platform build it.`)] : [];
  });
}

// --- publish/updaters/electron-builder/yaml-reader.ts ------------------------------------------

/** Updater metadata has three. */
const MOST_LEVELS = 10;

/** js-yaml escapes whatever else there is. */
const UNPRINTABLE = /[^\n -~\u00a1-\u2027\u202a-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}]|[\ud800-\udfff]/u;

const KEY = /^([A-Za-z_][\w.-]*):(?: (.*))?$/;
const BLOCK = /^([|>])2?([-+]?)$/;

/**
 * Reads the YAML that js-yaml writes of plain values: one map, indented by two, each text on a line
 * of its own or in a block. All else that YAML allows is refused rather than guessed at.
 */
function readYaml(written) {
  // what edits it on Windows may write both
  const text = written.replace(/^\ufeff/, '').replaceAll('\r\n', '\n');
  const strange = UNPRINTABLE.exec(text);
  if (strange || !text.endsWith('\n')) {
    throw new UnreadYaml(strange ? `it holds the character U+${strange[0].codePointAt(0).toString(16).toUpperCase().padStart(4, '0')}` : 'its last line does not end');
  }
  return new Reader(text.slice(0, -1).split('\n')).document();
}

class Reader {
  lines;
  at = 0;

  constructor(lines) {
    this.lines = lines;
  }

  document() {
    const map = this.map(0, 1);
    return this.at === this.lines.length ? map : this.refuse();
  }

  /** What begins at this line, so far to the right. */
  nested(indent, level) {
    if (level > MOST_LEVELS) {
      this.refuse();
    }
    return this.text(indent)?.startsWith('- ') ? this.list(indent, level) : this.map(indent, level);
  }

  map(indent, level) {
    const map = new Map();
    for (let match = this.match(indent); match; match = this.match(indent)) {
      const [, key, rest] = match;
      if (map.has(key)) {
        this.refuse();
      }
      this.at += rest === undefined ? 1 : 0;
      map.set(key, rest === undefined ? this.nested(indent + 2, level + 1) : this.value(rest, indent));
    }
    return map.size ? map : this.refuse();
  }

  list(indent, level) {
    const list = [];
    for (let text = this.text(indent); text?.startsWith('- '); text = this.text(indent)) {
      const rest = text.slice(2);
      if (KEY.test(rest) || rest.startsWith('- ')) {
        // what stands behind the dash is the first line of what is nested
        this.lines[this.at] = ' '.repeat(indent + 2) + rest;
        list.push(this.nested(indent + 2, level + 1));
      }
      else {
        list.push(this.value(rest, indent));
      }
    }
    return list;
  }

  value(text, indent) {
    const block = BLOCK.exec(text);
    const value = block ? this.block(block, indent + 2) : readScalar(text);
    if (value === undefined) {
      this.refuse();
    }
    this.at += block ? 0 : 1;
    return value;
  }

  block([header, style, chomping], indent) {
    const margin = ' '.repeat(indent);
    const first = this.at + 1;
    let end = first;
    while (end < this.lines.length && (this.lines[end] === '' || this.lines[end].startsWith(margin))) {
      end += 1;
    }
    const lines = this.lines.slice(first, end).map((line) => line.slice(indent));
    if (!header.includes('2') && lines.find((line) => line !== '')?.startsWith(' ')) {
      this.refuse();
    }
    this.at = end;
    return readBlock(lines, style, chomping);
  }

  match(indent) {
    return KEY.exec(this.text(indent) ?? '');
  }

  /** The line without its margin; undefined where it has another one. */
  text(indent) {
    const line = this.lines.at(this.at);
    return line?.startsWith(' '.repeat(indent)) && line[indent] !== ' ' ? line.slice(indent) : undefined;
  }

  refuse() {
    throw new UnreadYaml(`line ${this.at + 1} is not as electron-builder writes it`);
  }
}

// --- publish/updaters/electron-builder/update-info.ts ------------------------------------------

/**
 * Reads the content of a `latest.yml` and its like; throws an `UnreadYaml` where it is none.
 *
 * @see https://github.com/electron-userland/electron-builder/blob/master/packages/builder-util-runtime/src/updateInfo.ts
 */
function readUpdateInfo(text) {
  const fields = readYaml(text);
  const [version, files, packages] = [fields.get('version'), fields.get('files'), fields.get('packages')];
  if (typeof version !== 'string' || version === '') {
    throw new UnreadYaml('version is no text');
  }
  if (!Array.isArray(files) || !files.length) {
    throw new UnreadYaml('files is no list of files');
  }
  return {
    version,
    fields,
    entries: [
      ...files.map((file, index) => entry(file, 'url', `files[${index}]`)),
      ...isMap(packages) ? [...packages].map(([key, one]) => entry(one, 'path', `packages.${key}`)) : [],
    ],
  };
}

function entry(value, field, at) {
  const [name, sha512, size] = isMap(value) ? [value.get(field), value.get('sha512'), value.get('size')] : [];
  if (typeof name !== 'string' || typeof sha512 !== 'string' || !['number', 'undefined'].includes(typeof size)) {
    throw new UnreadYaml(`${at} has no ${field}, no sha512 or a size that is no number`);
  }
  return { at, field, name, sha512, size: size, holdsBlockmap: isMap(value) && value.has('blockMapSize') };
}

// --- publish/updaters/electron-builder/metadata.ts ---------------------------------------------

/** Notes of a release are in it, and GitHub takes 125,000 characters of them. */
const MOST_BYTES$1 = 1024 * 1024;

/** The channels that electron-builder knows; others have names of their own. */
const LATEST = 'latest';
const CHANNELS = [LATEST, 'beta', 'alpha'];

/** Windows has no word in it, and x64 none on Linux. @see app-builder-lib/src/publish/updateInfoBuilder.ts */
const NAME = /^(.+?)(?:(-mac)|(-linux)(?:-(arm64|arm|ia32))?)?\.yml$/;

/** The metadata in a file of a leg; undefined where it is another file. */
async function metadataIn(file, channel) {
  const name = file.path.split('/').at(-1);
  const match = NAME.exec(name);
  if (!match || !file.isFile || !ASSET_NAME.test(name)) {
    return undefined;
  }
  const [, ofChannel, mac, linux, arch = 'x64'] = match;
  try {
    if (file.size > MOST_BYTES$1) {
      throw new UnreadYaml(`it has ${file.size} bytes, and at most ${MOST_BYTES$1} are read`);
    }
    const text = await textOf(file);
    return { file, name, channel: ofChannel, system: mac ? 'macos' : linux ? 'linux' : 'windows', arch, text, ...readUpdateInfo(text) };
  }
  catch (caught) {
    if (!(caught instanceof UnreadYaml)) {
      throw caught;
    }
    return [...CHANNELS, channel].includes(ofChannel)
      ? { file, problem: error('update-metadata-cannot-be-read', `${shownFile(file)} is called like metadata of electron-updater, and ${caught.message}. Leave it as electron-builder writes it, or call it otherwise.`) }
      : undefined;
  }
}

async function textOf(file) {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(locationOf(file)));
  }
  catch {
    throw new UnreadYaml('it is no text in UTF-8');
  }
}

/** What the metadata of a system is called. */
function metadataName(channel, system) {
  const suffixes = { linux: '-linux', macos: '-mac' };
  return `${channel}${suffixes[system] ?? ''}.yml`;
}

/**
 * The channels that apps look for, one behind the other, where none is declared: the first word of a
 * pre-release, and the one that electron-builder names for GitHub whatever the version is.
 *
 * @see electron-updater/src/providers/GitHubProvider.ts, getLatestVersion
 */
function channelsOf(version) {
  return distinct([/^[^+-]*-([^.+]+)/.exec(version)?.[1] ?? LATEST, LATEST]);
}

// --- text/versions.ts --------------------------------------------------------------------------

const SHAPE = /^(\d+(?:\.\d+)*)(?:[._]?post[._-]?\d*)?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/i;

/** @see https://semver.org/#is-there-a-suggested-regular-expression-regex-to-check-a-semver-string */
const SEMVER = /^(?:0|[1-9]\d*)(?:\.(?:0|[1-9]\d*)){2}(?:-(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*)(?:\.(?:0|[1-9]\d*|\d*[A-Za-z-][0-9A-Za-z-]*))*)?(?:\+[0-9A-Za-z-]+(?:\.[0-9A-Za-z-]+)*)?$/;

/** Whether it is one strictly: three numbers, and no zeros in front. */
function isSemver(text) {
  return SEMVER.test(text);
}

/** Versions are the same whatever stands behind a plus. */
function withoutBuild(version) {
  return version.split('+')[0];
}

/** A version by semver, or of less or more numbers; a post-release of Python counts as what it stands behind. Undefined for anything else. */
function parseVersion(text) {
  const [, numbers, prerelease] = SHAPE.exec(text) ?? [];
  return numbers === undefined ? undefined : { numbers: numbers.split('.').map(BigInt), prerelease: prerelease?.split('.') ?? [] };
}

/**
 * Negative where the first is lower.
 *
 * @see https://semver.org/#spec-item-11
 */
function compareVersions(one, other) {
  for (let index = 0; index < Math.max(one.numbers.length, other.numbers.length); index++) {
    const [left, right] = [one, other].map(({ numbers }) => numbers[index] ?? 0n);
    if (left !== right) {
      return left < right ? -1 : 1;
    }
  }
  return comparePrereleases(one.prerelease, other.prerelease);
}

function comparePrereleases(one, other) {
  if (one.length === 0 || other.length === 0) {
    return other.length - one.length;
  }
  for (const [index, part] of one.entries()) {
    const difference = index < other.length ? compareParts(part, other[index]) : 1;
    if (difference !== 0) {
      return difference;
    }
  }
  return one.length - other.length;
}

/** Numbers are lower than words. */
function compareParts(one, other) {
  const [isNumber, isOtherNumber] = [one, other].map((part) => /^\d+$/.test(part));
  if (isNumber && isOtherNumber) {
    return Number(BigInt(one) - BigInt(other));
  }
  return isNumber ? -1 : isOtherNumber ? 1 : one < other ? -1 : one > other ? 1 : 0;
}

// --- publish/updaters/electron-builder/electron-builder.ts -------------------------------------

/** electron-updater: what electron-builder has written on each leg becomes one file for each name, and is proven. */
const electronBuilder = {
  before: async (plan, found) => {
    const legs = plan.legs.flatMap((leg) => present(leg, found));
    const read = await readAll(plan, legs.flatMap(({ files }) => files));
    const metadata = read.filter((one) => 'text' in one);
    const unread = read.filter((one) => 'problem' in one);
    const others = found.filter((file) => metadata.every((one) => one.file !== file));
    const sumFor = sums();
    const described = [];
    for (const one of metadata) {
      described.push(await describedFiles(one, others.filter(({ leg }) => leg === one.file.leg), sumFor));
    }
    return {
      described,
      taken: read.map(({ file }) => file),
      names: new Map(described.flatMap(({ files }) => [...files].map(([{ name }, file]) => [file, name]))),
      problems: [
        ...unread.map((one) => one.problem),
        ...missing(plan, legs.filter(({ leg }) => unread.every(({ file }) => file.leg !== leg)), metadata),
        ...metadata.flatMap(versionProblems$2),
        ...twice(metadata),
        ...described.flatMap(({ problems }) => problems),
      ],
    };
  },

  after: async (plan, files, { described }) => {
    const made = [];
    for (const name of distinct(described.map((one) => one.name))) {
      made.push(await madeOf(plan, described.filter((one) => one.name === name), files));
    }
    return { files: made.flatMap((one) => one.files), problems: made.flatMap(({ problems }) => problems) };
  },
};

function present({ job, platform, system }, found) {
  const files = found.filter(({ leg }) => leg.job === job && leg.platform === platform);
  return files.length ? [{ leg: files[0].leg, system, files }] : [];
}

async function readAll({ channel }, files) {
  const read = [];
  for (const file of files) {
    read.push(await metadataIn(file, channel || channelsOf(tagVersion())[0]));
  }
  return read.filter((one) => one !== undefined);
}

/** Every leg has metadata of a channel that apps look for, and of those that another leg of its system has. */
function missing({ channel }, legs, metadata) {
  const looked = channel ? [channel] : channelsOf(tagVersion() || (metadata[0]?.version ?? ''));
  const channelsIn = (wanted) => metadata.filter(({ file }) => file.leg === wanted).map((one) => one.channel);
  return legs.flatMap(({ leg, system }) => {
    const own = channelsIn(leg);
    const others = distinct(legs.filter((other) => other.system === system).flatMap((other) => channelsIn(other.leg)));
    const absent = others.filter((one) => !own.includes(one)).map((one) => [one]);
    const wanted = looked.some((one) => [...own, ...others].includes(one)) ? absent : [looked, ...absent];
    return wanted.map((channels) => notThere(leg, orList(channels.map((one) => `'${metadataName(one, system)}'`)), metadata));
  });
}

function notThere(leg, names, metadata) {
  const others = metadata.filter(({ file }) => file.leg === leg).map((one) => one.name);
  return error('update-metadata-is-not-there', `${leg.name} left no ${names}${others.length ? `, but ${others.join(', ')}` : ''}, and no app there would find the release. electron-builder writes it where it knows where updates come from: `
    + "name the repository in its configuration, publish: { provider: 'github', owner, repo }, and in output of the updater the directory that it writes to. If the configuration names a channel, set channel of the updater.");
}

function versionProblems$2({ file, version }) {
  const tag = tagVersion();
  return !tag || withoutBuild(version) === withoutBuild(tag) ? [] : [
    error('update-metadata-is-of-another-version', `${shownFile(file)}: version is '${version}', and that of the tag is '${tag}'. Raise the version in package.json with the tag, or let the build set it.`),
  ];
}

/** A leg has one file of a name; several publish configurations leave more, in directories of their own. */
function twice(metadata) {
  return metadata.flatMap(({ file, name }, index) => {
    const before = metadata.slice(0, index).find((other) => other.file.leg === file.leg && other.name === name);
    return before ? [error('two-files-have-one-name', `${shownFile(before.file)} and ${shownFile(file)} are metadata of one name. Collect the one that belongs to GitHub.`)] : [];
  });
}

async function madeOf(plan, described, named) {
  const [{ name, system, arch }] = described;
  const names = new Map(named.map((file) => [`${file.leg.name}/${file.path}`, file.name]));
  const { content, files, problems } = await merged(described, ({ leg, path }) => names.get(`${leg.name}/${path}`));
  const directory = `/${plan.repository || input('GITHUB_REPOSITORY')}/releases/download/${input('TAG')}/`;
  return { files: [{ name, content }], problems: [...versions(described), ...problems, ...unreachable$1(name, directory, { system, arch }, files)] };
}

function versions([first, ...others]) {
  const other = others.find(({ version }) => version !== first.version);
  return !other || tagVersion() ? [] : [
    error('update-metadata-is-of-another-version', `${shownFile(first.file)}: version is '${first.version}', and ${shownFile(other.file)} says '${other.version}'. Let all platforms build one version.`),
  ];
}

/**
 * What an updater would never load, although its platform left nothing else of that kind. It looks at
 * whole paths, in which the repository and the tag stand too.
 */
function unreachable$1(name, directory, machines, files) {
  const feed = { ...machines, paths: files.map(({ url }) => directory + url) };
  const [some, taken] = [candidates(feed), chosen$1(feed)];
  const shorten = (path) => path.slice(directory.length);
  if (files.length && !some.length) {
    const wanted = orList(LOADED[feed.system].map((extension) => `.${extension}`));
    return [error('an-update-would-not-be-found', `${name} names ${feed.paths.map(shorten).join(', ')}, and an app there loads ${wanted}. Add such a target to electron-builder's, and declare it among the artifacts.`)];
  }
  const kindOf = ({ url, file }) => `${file.leg.name} ${extname(url).toLowerCase()}`;
  const served = files.filter(({ url }) => taken.has(directory + url)).map(kindOf);
  const hidden = files.filter((file) => some.includes(directory + file.url) && !served.includes(kindOf(file)));
  return hidden.map(({ url }) => error('an-update-would-not-be-found', `${name}: no app would load ${url}; all take ${[...taken].map(shorten).join(', ') || 'nothing'}, `
    + `by the architecture in the path${/arm64|x64|ia32/.test(directory) ? ` ${directory}, which the repository and the tag are part of` : ''}. Name the architectures apart: artifactName: \${name}-\${version}-\${os}-\${arch}.\${ext}`));
}

// --- publish/updaters/files.ts -----------------------------------------------------------------

/** What is read of a file in search of the version. Appcasts and their like are small. */
const MOST_BYTES = 16 * 1024 * 1024;

const SHOWN$1 = 10;

/** Files that the build makes for its updater: they are there, and under the names that it gave them. */
const files = {
  before: async (plan, found) => {
    const matches = plan.files.map((pattern) => ({ pattern, hits: found.filter(({ path }) => fnmatch(pattern, path.split('/').at(-1))) }));
    const kept = [...new Set(matches.filter(({ hits }) => hits.length === 1).flatMap(({ hits }) => hits))];
    const stale = [];
    for (const file of plan.holdVersion && tagVersion() ? kept : []) {
      stale.push(...await versionProblem(file, tagVersion()));
    }
    return {
      taken: [],
      names: new Map(),
      kept,
      problems: [...matches.filter(({ hits }) => hits.length !== 1).map(({ pattern, hits }) => notOne(pattern, hits)), ...stale],
    };
  },
  after: async () => ({ files: [], problems: [] }),
};

function notOne(pattern, hits) {
  const got = hits.length ? beginning(hits.map(shownFile), SHOWN$1) : 'no file';
  return error('an-updater-file-is-not-there-once', `'${pattern}' of the updater matches ${got}, and one file is needed, for it keeps its name. ${hits.length ? 'Let one platform alone build it, or name it more closely.' : 'Let a platform build it and declare it among its artifacts.'}`);
}

async function versionProblem(file, version) {
  const what = shownFile(file);
  if (!file.isFile || file.size > MOST_BYTES) {
    return file.isFile ? [error('an-updater-file-is-of-another-version', `${what} has ${file.size} bytes, and at most ${MOST_BYTES} are searched for the version ${version}. Set holdVersion: false.`)] : [];
  }
  return holds(await readFile(locationOf(file), 'utf8'), version) ? [] : [
    error('an-updater-file-is-of-another-version', `${what} does not hold ${version}, the version of the tag. Let the build write it, or set holdVersion: false where it names no version.`),
  ];
}

/** Whether the version stands there, and not as a part of another one. */
function holds(text, version) {
  for (let at = text.indexOf(version); at >= 0; at = text.indexOf(version, at + 1)) {
    const end = at + version.length;
    if (!/\d\.?$/.test(text.slice(Math.max(0, at - 2), at)) && !/^(?:\.?\d|-[a-z]+\.\d+(?!\w))/i.test(text.slice(end, end + 30))) {
      return true;
    }
  }
  return false;
}

// --- publish/updaters/tauri/bundles.ts ---------------------------------------------------------

/** The kinds of each system, as the updater calls it; apps that do not say what they were installed from get the first that is there. */
const SYSTEMS = {
  darwin: ['app'],
  linux: ['appimage', 'deb', 'rpm'],
  windows: ['nsis', 'msi'],
};

/** What the names of bundles end in: as they are, and packed by `createUpdaterArtifacts: "v1Compatible"`. */
const ENDS = {
  app: { plain: '.app.tar.gz' },
  appimage: { plain: '.AppImage', packed: '.AppImage.tar.gz' },
  deb: { plain: '.deb' },
  rpm: { plain: '.rpm' },
  nsis: { plain: '.exe', packed: '.nsis.zip' },
  msi: { plain: '.msi', packed: '.msi.zip' },
};

const SIGNATURE = '.sig';

const APART = 'a-bundle-and-its-signature-are-not-together';

/**
 * Older versions of Tauri's command sign none of these: such a build is right for all other apps.
 *
 * @see https://github.com/tauri-apps/tauri/pull/12786
 */
const OFTEN_UNSIGNED = ['deb', 'rpm'];

/** A program for Windows that is not called as Tauri calls its own is a bundle only if it is signed. */
const OTHER_PROGRAM = /(?<!-setup)\.exe$/;

/** What an app for a target may be installed from; nothing where its system is unknown. */
function kindsOf(target) {
  const system = target.slice(0, target.indexOf('-'));
  return Object.hasOwn(SYSTEMS, system) ? SYSTEMS[system] : [];
}

/** The bundles of a leg that are signed, and what is there of others. */
function bundlesOf(leg, all) {
  const files = all.filter((file) => file.isFile && file.leg.job === leg.job && file.leg.platform === leg.platform);
  const byPath = new Map(files.map((file) => [file.path, file]));
  const kinds = distinct(leg.targets.flatMap(kindsOf));
  const found = files.flatMap((file) => kinds.flatMap((kind) => {
    const { plain, packed } = ENDS[kind];
    const isPacked = packed !== undefined && file.path.endsWith(packed);
    return isPacked || file.path.endsWith(plain) ? [{ kind, isPacked, file, signature: byPath.get(file.path + SIGNATURE) }] : [];
  }));
  return {
    leg,
    files,
    bundles: found.filter((bundle) => bundle.signature !== undefined),
    problems: [
      ...found.filter(({ file, signature }) => !signature && !OTHER_PROGRAM.test(file.path)).map(({ kind, file }) => {
        const isNone = found.every((other) => other.kind !== kind || !other.signature);
        return OFTEN_UNSIGNED.includes(kind) && isNone ? leftUnsigned(file) : unsigned(file);
      }),
      ...files.filter(({ path }) => path.endsWith(SIGNATURE) && !byPath.has(path.slice(0, -SIGNATURE.length))).map(alone),
    ],
  };
}

function unsigned(file) {
  return error(APART, `${shownFile(file)} has no signature beside it, '${shownPath(file.path)}${SIGNATURE}', and no app installs it. Let Tauri sign it: bundle.createUpdaterArtifacts in its configuration, and the secret TAURI_SIGNING_PRIVATE_KEY for the platform.`);
}

function leftUnsigned(file) {
  return { level: 'warning', id: APART, text: `${shownFile(file)} has no signature beside it: apps that were installed from it find no update. A newer @tauri-apps/cli signs it.` };
}

function alone(file) {
  return error(APART, `${shownFile(file)} is the signature of a file that is not beside it. Declare the file among the artifacts; or, if it is renamed after it was signed, let its signature be renamed with it.`);
}

// --- publish/updaters/tauri/platforms.ts -------------------------------------------------------

/** How many names a message shows. */
const SHOWN = 20;

/** The words for architectures in the names of bundles and of the directories that they lie in. */
const ARCHITECTURES = {
  x86_64: 'x86_64',
  amd64: 'x86_64',
  x64: 'x86_64',
  aarch64: 'aarch64',
  arm64: 'aarch64',
  i386: 'i686',
  i586: 'i686',
  i686: 'i686',
  x86: 'i686',
  armv7: 'armv7',
  armv7l: 'armv7',
  armv7hl: 'armv7',
  armhf: 'armv7',
  armhfp: 'armv7',
  riscv64: 'riscv64',
};
const WORDS$1 = new RegExp(`(?<![0-9a-z])(?:${Object.keys(ARCHITECTURES).join('|')})(?![0-9a-z])`, 'gi');

/** In the name of an MSI, of which an app may have one a language. Each of them installs the update. */
const LANGUAGE = /_[a-z]{2,3}-[A-Za-z]{2,4}(?=\.msi(?:\.zip)?$)/;
const COMMON_LANGUAGE = '_en-US.';

/**
 * What each app finds, by both forms of key: `darwin-aarch64-app` for those that say what they were
 * installed from, and `darwin-aarch64` for all others, as were those before version 2.10 of the plugin.
 */
function platformsOf(left, preferMsi) {
  const promised = left.flatMap((from) => from.leg.targets.map((target) => ({ target, from, bundles: bundlesFor(target, from) })));
  return {
    platforms: new Map(promised.flatMap(({ target, bundles }) => entriesOf(target, bundles, preferMsi))),
    problems: [...promisedTwice(promised), ...promised.flatMap((one) => [...none(one), ...several(one)])],
  };
}

function entriesOf(target, bundles, preferMsi) {
  const kinds = kindsOf(target).filter((kind) => bundles.some((bundle) => bundle.kind === kind));
  const entries = kinds.map((kind) => [`${target}-${kind}`, chosen(bundles, kind, false)]);
  const fallback = preferMsi && kinds.includes('msi') ? 'msi' : kinds[0];
  // an app of Tauri 1 knows no other key, and installs nothing but what is packed
  return fallback ? [[target, chosen(bundles, fallback, true)], ...entries] : [];
}

function chosen(bundles, kind, preferPacked) {
  const rank = ({ isPacked, file }) => (isPacked === preferPacked ? 0 : 2) + (file.path.includes(COMMON_LANGUAGE) ? 0 : 1);
  return bundles.filter((bundle) => bundle.kind === kind).sort((a, b) => rank(a) - rank(b))[0];
}

/** Names tell where a leg builds for several architectures, for another one than its runner's, or left more than one bundle of a kind. */
function bundlesFor(target, { bundles }) {
  const architecture = architectureOf(target);
  const mine = bundles.filter(({ kind, file }) => kindsOf(target).includes(kind) && ['', architecture].includes(architectureIn(file.path)));
  const named = mine.filter(({ file }) => architectureIn(file.path) === architecture);
  return mine.filter((bundle) => named.includes(bundle) || !named.some(({ kind }) => kind === bundle.kind));
}

/** The last one counts; '' where there is none. */
function architectureIn(path) {
  const word = path.match(WORDS$1)?.at(-1);
  return word ? ARCHITECTURES[word.toLowerCase()] : '';
}

function architectureOf(target) {
  return target.slice(target.indexOf('-') + 1);
}

function promisedTwice(promised) {
  return distinct(promised.map(({ target }) => target)).flatMap((target) => {
    const legs = promised.filter((one) => one.target === target).map(({ from: { leg } }) => `${leg.job} ${leg.platform}`);
    return legs.length < 2 ? [] : [error('an-update-is-not-the-only-one', `${beginning(legs, SHOWN)} each build for ${target}, and an app there would find the files of one of them only. Correct targets of the updater.`)];
  });
}

/** Nothing is said where the leg left nothing at all. */
function none({ target, from: { files }, bundles }) {
  return bundles.length || !files.length ? [] : [
    error('a-platform-finds-no-update', `${LATEST_JSON} would have no ${target}, and apps there would take what they are for the newest: no file of ${files[0].leg.name} is a signed bundle for it. Its artifact holds: ${beginning(files.map(({ path }) => shownPath(path)), SHOWN)}. Let Tauri build one and declare it among the artifacts, or correct targets of the updater.`),
  ];
}

/** Such as that of an earlier version, which was left in the directory. */
function several({ target, from: { files }, bundles }) {
  const written = ({ file }) => file.path.replace(LANGUAGE, '');
  const clash = (one, other) => one.kind === other.kind && one.isPacked === other.isPacked && written(one) !== written(other);
  const clashing = bundles.filter((one) => bundles.some((other) => clash(one, other)));
  return clashing.length ? [
    error('an-update-is-not-the-only-one', `${beginning(clashing.map(({ file }) => shownPath(file.path)), SHOWN)} of ${files[0].leg.name} are each for ${target}, and an app there would find one of them. Narrow the patterns of the platform, or let the build begin in an empty directory.`),
  ] : [];
}

// --- publish/updaters/tauri/app-names.ts -------------------------------------------------------

/** The only bundle whose name says no architecture. */
const APP = /^(.+)(\.app\.tar\.gz)$/;

/** The words that other bundles of Tauri have for them on macOS. */
const WORDS = { x86_64: 'x64', aarch64: 'aarch64' };

/** What archives of apps are called where one leg built several of one name, each in the directory of its target. */
function appNames(legs, all) {
  return new Map(legs.filter(({ targets }) => targets.some((target) => kindsOf(target).includes('app'))).flatMap(({ job, platform }) => {
    const apps = all.filter(({ leg, path }) => leg.job === job && leg.platform === platform && APP.test(nameOf(path)));
    return apps.flatMap((file) => {
      const [word, isAlone] = [WORDS[architectureIn(file.path)], apps.every((other) => other === file || nameOf(other.path) !== nameOf(file.path))];
      return word && !isAlone ? [[file, nameOf(file.path).replace(APP, `$1_${word}$2`)]] : [];
    });
  }));
}

function nameOf(path) {
  return path.split('/').at(-1);
}

// --- publish/updaters/tauri/latest-json.ts -----------------------------------------------------

/**
 * The text of the file that apps look for, for a release of the repository; '' is the workflow's own.
 *
 * @see https://v2.tauri.app/plugin/updater/#static-json-file
 */
function latestJson(repository, platforms, signatures) {
  const releases = `${input('GITHUB_SERVER_URL')}/${repository || input('GITHUB_REPOSITORY')}/releases`;
  const tag = encodeURIComponent(input('TAG') || input('NAME'));
  const time = Math.max(0, ...Array.from(signatures.values(), (signature) => signature.time));
  const entries = Array.from(platforms, ([key, bundle]) => [key, {
      signature: signatures.get(bundle).text,
      url: `${releases}/download/${tag}/${encodeURIComponent(bundle.file.name)}`,
    }]);
  return `${JSON.stringify({
    version: releaseName(),
    notes: `${releases}/tag/${tag}`,
    // not the time of this run: of the same files, the same text is made
    ...time && { pub_date: new Date(time * 1000).toISOString() },
    platforms: Object.fromEntries(entries),
  }, undefined, 2)}\n`;
}

// --- publish/updaters/tauri/minisign.ts --------------------------------------------------------

const PLAIN = 'Ed';
const PREHASHED = 'ED';
const ALGORITHM_BYTES = 2;
const ID_BYTES = 8;
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
const TRUSTED = 'trusted comment: ';

/** Undefined where it is none. */
function readPublicKey(text) {
  const [, line, ...more] = linesIn(text);
  const key = keyed(line, KEY_BYTES);
  if (key?.algorithm !== PLAIN || more.length) {
    return undefined;
  }
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: key.value.toString('base64url') };
  return { id: key.id, key: createPublicKey({ key: jwk, format: 'jwk' }) };
}

/** Undefined where it is none. */
function readSignature(text) {
  const [, line, comment, globalLine, ...more] = linesIn(text);
  const signature = keyed(line, SIGNATURE_BYTES);
  const globalBytes = bytesIn(globalLine);
  if (!signature || ![PLAIN, PREHASHED].includes(signature.algorithm) || more.length) {
    return undefined;
  }
  if (!comment?.startsWith(TRUSTED) || globalBytes?.length !== SIGNATURE_BYTES) {
    return undefined;
  }
  return {
    keyId: signature.id,
    isPrehashed: signature.algorithm === PREHASHED,
    bytes: signature.value,
    trustedComment: comment.slice(TRUSTED.length),
    globalBytes,
  };
}

/** Reads the file once. It is held as a whole only if its signature is one of the oldest kind. */
async function verdictOn(file, signature, { id, key }) {
  const { keyId, isPrehashed, bytes, trustedComment, globalBytes } = signature;
  if (keyId !== id) {
    return 'another-key';
  }
  if (!verify(null, isPrehashed ? Buffer.from(await sumOf(file, 'blake2b512', 'hex'), 'hex') : await readFile(file), key, bytes)) {
    return 'another-file';
  }
  return verify(null, Buffer.concat([bytes, Buffer.from(trustedComment)]), key, globalBytes) ? 'valid' : 'another-comment';
}

/** Without the empty one behind the last; none where it is no text in base64. */
function linesIn(text) {
  const bytes = bytesIn(text);
  return bytes && isUtf8(bytes) ? bytes.toString().replace(/\r?\n$/, '').split(/\r?\n/) : [];
}

/** What a line says of a key, and what follows it. */
function keyed(line, length) {
  const bytes = bytesIn(line);
  const start = ALGORITHM_BYTES + ID_BYTES;
  return bytes?.length === start + length ? {
    algorithm: bytes.toString('latin1', 0, ALGORITHM_BYTES),
    // minisign shows it as a number, whose lowest byte comes first
    id: Buffer.from(bytes.subarray(ALGORITHM_BYTES, start)).reverse().toString('hex').toUpperCase(),
    value: bytes.subarray(start),
  } : undefined;
}

/** Strictly: apps take no base64 with spaces, without its padding or with another end. */
function bytesIn(base64) {
  const bytes = Buffer.from(base64 ?? '', 'base64');
  return bytes.toString('base64') === base64 ? bytes : undefined;
}

// --- publish/updaters/tauri/public-key.ts ------------------------------------------------------

/** Bytes of a configuration that is read. */
const LONGEST$4 = 1024 * 1024;

/** Of the plan, or what Tauri's configuration says in the commit of the tag. */
function readAppConfig({ config, publicKey }) {
  if (config === '') {
    return { ...keyIn(publicKey, 'publicKey of the updater'), version: '', requiresVersion: false };
  }
  const said = lstatSync(config, { throwIfNoEntry: false });
  if (!said?.isFile() || said.size > LONGEST$4) {
    return unknown(`${config} is not in the commit that was built, or it is a link or larger than ${LONGEST$4} bytes`);
  }
  const content = parsed$1(readFileSync(config, 'utf8'));
  if (!isFields(content)) {
    return unknown(`${config} is no JSON`);
  }
  const updater = fieldsOf(fieldsOf(content.plugins).updater);
  const version = typeof content.version === 'string' && isSemver(content.version) ? content.version : '';
  return {
    ...typeof updater.pubkey === 'string' ? keyIn(updater.pubkey, `plugins.updater.pubkey in ${config}`) : unknown(`${config} has no plugins.updater.pubkey`),
    version,
    requiresVersion: updater.requireSignedVersion === true,
  };
}

function keyIn(text, where) {
  const publicKey = readPublicKey(text);
  return publicKey ? { publicKey, problems: [] } : unknown(`What stands in ${where} is no public key in base64, as "tauri signer generate" writes it into the .pub file`);
}

function unknown(what) {
  return {
    publicKey: undefined,
    version: '',
    requiresVersion: false,
    problems: [
      error('the-public-key-of-updates-is-not-known', `${what}, so that no signature can be checked. Set config of the updater to the file that has plugins.updater.pubkey, or publicKey to what stands there.`),
    ],
  };
}

function fieldsOf(value) {
  return isFields(value) ? value : {};
}

/** Undefined where it is no JSON. */
function parsed$1(text) {
  try {
    return JSON.parse(text);
  }
  catch {
    return undefined;
  }
}

// --- publish/updaters/tauri/signatures.ts ------------------------------------------------------

/** Bytes of a signature; Tauri's have about 400. */
const LONGEST$3 = 8 * 1024;

const SAME_KEY = 'Give the platforms the private key in TAURI_SIGNING_PRIVATE_KEY that belongs to the public key that apps were built with.';
const SIGN_LAST = 'Let nothing change a bundle after Tauri has signed it, and begin in an empty directory.';

/** Whether apps with that configuration accept the bundle as the version; '' in a rehearsal, which has none. */
async function checkSignature(bundle, config, version) {
  const { file, signature: { size, path, leg } } = bundle;
  const text = size > LONGEST$3 ? '' : readFileSync(locationOf({ leg, path }), 'utf8').trimEnd();
  const signature = readSignature(text);
  if (!signature) {
    const what = size > LONGEST$3 ? `has ${size} bytes, and one that Tauri makes has at most ${LONGEST$3}` : 'is no text in base64 that holds a signature of minisign';
    return { text: '', time: 0, problems: [error('a-signature-is-not-understood', `${shownFile(bundle.signature)} ${what}. Upload it as Tauri wrote it.`)] };
  }
  const { publicKey, requiresVersion } = config;
  const time = fieldIn(signature, 'timestamp');
  const canBeRead = publicKey && file.size <= MAX_ASSET_BYTES;
  const verdict = canBeRead ? await verdictOn(locationOf(file), signature, publicKey) : 'valid';
  return {
    text,
    time: /^\d{1,10}$/.test(time) ? Number(time) : 0,
    problems: verdict === 'valid' ? versionProblems$1(bundle, signature, version, requiresVersion) : [refusal$1(verdict, bundle, signature, publicKey.id)],
  };
}

function refusal$1(verdict, { file, signature }, made, id) {
  switch (verdict) {
    case 'another-key':
      return error('an-update-is-signed-with-another-key', `${shownFile(signature)} was made with the key ${made.keyId}, and apps accept ${id} alone. ${SAME_KEY}`);
    case 'another-file': {
      const of = fieldIn(made, 'file');
      return error('a-signature-is-of-another-file', `${shownFile(signature)} is not of the content of ${shownFile(file)}, so that no app accepts it; its comment names ${of ? `'${shownPath(of)}'` : 'no file'}. ${SIGN_LAST}`);
    }
    case 'another-comment':
      return error('a-trusted-comment-was-changed', `The trusted comment of ${shownFile(signature)} is not the one that was signed with it, so that no app accepts it. ${SIGN_LAST}`);
  }
}

/** Apps compare it with what `latest.json` says, since the plugin reads it; older commands of Tauri do not write it. */
function versionProblems$1({ file, signature }, made, version, isRequired) {
  const signed = fieldIn(made, 'version');
  if (signed === '') {
    return isRequired ? [error('an-update-is-of-another-version', `${shownFile(signature)} says no version, and apps accept none without: plugins.updater.requireSignedVersion is true. Build with a newer tauri command, which writes it.`)] : [];
  }
  return version === '' || signed.replace(/^v+/, '') === version ? [] : [
    error('an-update-is-of-another-version', `${shownFile(file)} was signed as version ${shownPath(signed)}, and the tag's is ${version}. Build the version of the tag, and begin in an empty directory.`),
  ];
}

/** The trusted comment consists of `name:value` with tabs between; '' where there is none of the name. */
function fieldIn({ trustedComment }, name) {
  const field = trustedComment.split('\t').find((one) => one.startsWith(`${name}:`));
  return field ? field.slice(name.length + 1) : '';
}

// --- publish/updaters/tauri/tauri.ts -----------------------------------------------------------

/**
 * Tauri's updater: `latest.json` is made of the signatures beside the bundles. An app reads all of it
 * before it looks for itself, so that one wrong entry stops them all.
 */
const tauri = {
  before: async ({ legs }, files) => ({ taken: [], names: appNames(legs, files), problems: [] }),
  after: async (plan, files) => {
    const config = readAppConfig(plan);
    const version = tagVersion();
    const legs = plan.legs.map((leg) => bundlesOf(leg, files));
    const { platforms, problems } = platformsOf(legs, plan.preferMsi);
    const signatures = new Map();
    for (const bundle of legs.flatMap(({ bundles }) => bundles)) {
      signatures.set(bundle, await checkSignature(bundle, config, isSemver(version) ? version : ''));
    }
    return {
      files: [{ name: LATEST_JSON, content: latestJson(plan.repository, platforms, signatures) }],
      problems: [
        ...config.problems,
        ...versionProblems(config, version),
        ...legs.flatMap((leg) => leg.problems),
        ...problems,
        ...Array.from(signatures.values(), (signature) => signature.problems).flat(),
        ...legs.flatMap(absences),
      ],
    };
  },
};

/** Of the tag; a rehearsal has none. */
function versionProblems({ version: built }, version) {
  if (version === '') {
    return [];
  }
  if (!isSemver(version)) {
    return [error('an-updater-does-not-read-the-version', `The version of the tag is '${shownPath(version)}', and Tauri's updater reads nothing but semver, such as 1.2.3 or 1.2.3-beta.1. Push a tag of such a version.`)];
  }
  return built === '' || built === version ? [] : [
    error('an-update-is-of-another-version', `Tauri's configuration says version ${shownPath(built)}, and the tag's is ${version}: installed apps would be offered the same update again and again. Commit the version, and push a tag of it.`),
  ];
}

function absences({ leg: { platform, targets }, files }) {
  return files.length ? [] : targets.map((target) => ({ level: 'notice', id: 'a-platform-finds-no-update', text: `Nothing came of ${platform}, so that ${LATEST_JSON} has no ${target}: apps there take what they are for the newest.` }));
}

// --- publish/updaters/updater-parts.ts ---------------------------------------------------------

/** Every kind of updater. */
const updaterParts = {
  'electron-builder': electronBuilder,
  tauri,
  files,
};

function partOf({ kind }) {
  return updaterParts[kind]
    ?? fail('the-script-was-called-wrongly', `There is no updater '${kind}'. Run "npx projen", which writes the workflow anew.`);
}

// --- publish/updaters/updates.ts ---------------------------------------------------------------

async function updatesOf(plans, found) {
  const known = [];
  for (const plan of plans) {
    known.push(await partOf(plan).before(plan, found));
  }
  const taken = new Set(known.flatMap((before) => before.taken));
  const names = new Map(known.flatMap((before) => [...before.names]));
  const kept = new Set(known.flatMap((before) => before.kept ?? []));
  return {
    files: found.filter((file) => !taken.has(file)).map((file) => ({ ...file, called: names.get(file), kept: kept.has(file) })),
    made: async (files) => {
      const made = [];
      for (const [index, plan] of plans.entries()) {
        made.push(await partOf(plan).after(plan, files, known[index]));
      }
      return { files: made.flatMap((one) => one.files), problems: [...known, ...made].flatMap(({ problems }) => problems) };
    },
  };
}

// --- publish/assemble/assemble.ts --------------------------------------------------------------

/**
 * Makes the set that is published out of the artifacts of all legs. Everything is checked first, and
 * all that is wrong said at once; nothing of it is written then.
 */
async function assemble() {
  const plan = readPlan('PLAN');
  const legs = plan.legs.map((leg) => ({ leg, files: filesOf(leg) }));
  const updates = await updatesOf(plan.updaters, legs.flatMap((leg) => leg.files));
  const files = named(updates.files, plan);
  const made = await updates.made(files);
  const sbom = sbomIn(files, plan.sbom);
  const absent = legs.filter((leg) => leg.leg.allowedToFail && !leg.files.length).map(({ leg }) => leg);
  const { signatures, problems } = signaturesOf(legs.filter((leg) => leg.files.length).map(({ leg }) => leg));
  stopOn([
    ...legs.flatMap((leg) => legProblems(leg.leg, leg.files)),
    ...fileProblems(files),
    ...setProblems(files, [
      ...plan.checksums ? [CHECKSUMS] : [], ...plan.manifest ? [MANIFEST] : [], ...plan.bundles, ...made.files.map(({ name }) => name),
    ]),
    ...sbom.problems,
    ...made.problems,
    ...problems,
    ...absent.map(absence),
  ]);
  const absences = absent.map(({ job, platform, allowedToFail: why }) => ({ job, platform, why }));
  const set = recordOf(plan, await placeFiles(files, made.files), absences, signatures);
  await writeRecord(set, plan);
  if (sbom.path) {
    setOutput(SBOM_PATH, sbom.path);
  }
  setOutput(RECORD_SUM, await sha256Of(`${SET}/${RECORD}`));
  summarize(summaryOf(set, plan.targets, input('REAL') === 'true'));
  log(`${count(set.files.length, 'file is', 'files are')} checked and put together.`);
  set.files.forEach(({ name, size }) => log(`${TO_PUBLISH}${name} (${size} bytes)`));
}

function named(files, { assetName }) {
  const names = assetNames(files, { template: assetName, version: releaseName(), tag: input('TAG') || input('NAME') });
  return files.map(({ leg, path, size, isFile }, index) => ({ leg, path, size, isFile, name: names[index] }));
}

/** What is only worth knowing is said of a set that is made. */
function stopOn(messages) {
  const errors = messages.filter(({ level }) => level === 'error');
  if (errors.length) {
    throw new Failure(errors);
  }
  messages.forEach(say);
}

function absence({ name, allowedToFail }) {
  return { level: 'notice', id: 'a-platform-is-absent', text: `Nothing came of ${name}, and the release is made without it. Why it may fail: ${allowedToFail}` };
}

// --- publish/attest/bundle.ts ------------------------------------------------------------------

/** Bytes: an SBOM of 16 MiB in base64, with room for signatures. */
const LONGEST$2 = 64 * 2 ** 20;
/** @see https://github.com/sigstore/protobuf-specs/blob/main/protos/sigstore_bundle.proto */
const BUNDLE = /^application\/vnd\.dev\.sigstore\.bundle(?:\.v\d+\.\d+\+json|\+json;version=\d+\.\d+)$/;
/** @see https://github.com/in-toto/attestation/blob/main/spec/v1/envelope.md */
const PAYLOAD = 'application/vnd.in-toto+json';
/** @see https://github.com/in-toto/attestation/blob/main/spec/v1/statement.md */
const STATEMENT = 'https://in-toto.io/Statement/v1';
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** What a bundle of Sigstore's attests. Whether its signature holds, `gh attestation verify` tells, and not this. */
async function readBundle(path) {
  const stat = await lstat(path).catch(() => undefined);
  if (!stat?.isFile() || stat.size > LONGEST$2) {
    return unfit(path, `is no file of at most ${LONGEST$2} bytes`);
  }
  const { mediaType, verificationMaterial, dsseEnvelope } = json(await readFile(path, 'utf8'), path, 'the bundle');
  if (typeof mediaType !== 'string' || !BUNDLE.test(mediaType) || !isFields(verificationMaterial) || !isFields(dsseEnvelope)) {
    return unfit(path, 'is no bundle of Sigstore with a certificate and an envelope');
  }
  const { payload, payloadType, signatures } = dsseEnvelope;
  const isSigned = Array.isArray(signatures) && signatures.length > 0 && signatures.every((one) => isFields(one) && isBase64(one.sig));
  if (payloadType !== PAYLOAD || !isBase64(payload) || !isSigned) {
    return unfit(path, `holds no signed statement of the type ${PAYLOAD}`);
  }
  return statementIn(json(Buffer.from(payload, 'base64').toString('utf8'), path, 'its statement'), path);
}

function statementIn({ _type: type, subject, predicateType, predicate }, path) {
  if (type !== STATEMENT || !Array.isArray(subject) || typeof predicateType !== 'string') {
    return unfit(path, `holds no statement of the type ${STATEMENT}`);
  }
  return { subjects: subject.map((one) => subjectIn(one) ?? unfit(path, 'names a file without one sum by SHA-256')), predicateType, predicate };
}

function subjectIn(subject) {
  const { name, digest } = isFields(subject) ? subject : {};
  return typeof name === 'string' && isFields(digest) && Object.keys(digest).join() === 'sha256' ? `${digest.sha256} ${name}` : undefined;
}

function json(text, path, what) {
  try {
    const value = JSON.parse(text);
    if (isFields(value)) {
      return value;
    }
  }
  catch {
    // said below
  }
  return unfit(path, `cannot be read: ${what} is no object of JSON`);
}

function isBase64(value) {
  return typeof value === 'string' && BASE64.test(value);
}

/** Ends the command because of a bundle. */
function unfit(path, why) {
  return fail('a-bundle-does-not-attest-the-files', `${path} ${why}. Nothing was published. Choose "Re-run failed jobs", which signs anew.`);
}

// --- publish/proven-set.ts ---------------------------------------------------------------------

/** More are no help. */
const MOST_PROBLEMS = 10;

/** Proves that the files are those that were assembled, byte for byte, and those alone. */
async function proveSet(directory, tag, recordSum) {
  const record = await readRecord(directory, recordSum);
  const files = await filesIn(join(directory, FILES));
  const manifest = files.find(({ name }) => name === MANIFEST);
  const problems = [
    ...record.tag === tag ? [] : [`it was assembled for tag '${record.tag}', and this run is for '${tag}'`],
    ...files.length > 0 && files.length <= MAX_ASSETS ? [] : [`it has ${files.length} files, and a release has 1 to ${MAX_ASSETS}`],
    ...files.flatMap(({ name, size }) => [
      ...ASSET_NAME.test(name) ? [] : [`'${name}' is no name that GitHub keeps`],
      ...size > 0 && size <= MAX_ASSET_BYTES ? [] : [`${name} has ${size} bytes, and GitHub takes 1 to ${MAX_ASSET_BYTES}`],
    ]),
    ...differences(files, record),
    ...!manifest || manifest.sha256 === await sha256Of(join(directory, RECORD)) ? [] : [`${MANIFEST} is not the record`],
    ...await sumsProblems(files),
  ];
  return problems.length === 0 ? { record, files } : fail('the-files-are-not-those-that-were-assembled', `What was downloaded differs from its record: ${beginning(problems, MOST_PROBLEMS)}. Nothing was sent. Choose "Re-run all jobs", which builds and assembles anew.`);
}

/** The record, if it is the one of that sum: any job of a run can upload another set in place of the one that was assembled. */
async function readRecord(directory, sum) {
  const path = join(directory, RECORD);
  const text = await readFile(path, 'utf8').catch(() => fail('the-files-are-not-those-that-were-assembled', `${path} is not there: the artifact of the job "assemble" was not downloaded, or it has expired. Choose "Re-run all jobs".`));
  if (await sha256Of(path) !== sum) {
    fail('the-files-are-not-those-that-were-assembled', `${path} is not the one that the job "assemble" wrote: something else in this run has put another artifact in its place. Nothing was sent. See what its jobs upload, and choose "Re-run all jobs".`);
  }
  try {
    const record = JSON.parse(text);
    const { version, files, repositories, absent, signatures } = record;
    if (version === 1 && [files, repositories, absent, signatures].every(Array.isArray)) {
      return record;
    }
  }
  catch {
    // said below
  }
  return fail('the-files-are-not-those-that-were-assembled', `${path} is no record that this version wrote. Run "npx projen", commit what it changes and push the next tag.`);
}

/** The files of a directory, with their sums. Nothing else may lie there. */
async function filesIn(directory) {
  const files = [];
  for (const name of (await readdir(directory).catch(() => [])).sort()) {
    const path = join(directory, name);
    const stat = await lstat(path);
    if (!stat.isFile()) {
      fail('the-files-are-not-those-that-were-assembled', `${path} is no file. Choose "Re-run all jobs", which builds and assembles anew.`);
    }
    files.push({ name, path, size: stat.size, sha256: await sha256Of(path) });
  }
  return files;
}

function differences(files, record) {
  const found = new Map(files.map((file) => [file.name, file]));
  const recorded = new Set([CHECKSUMS, MANIFEST, ...record.files.map(({ name }) => name)]);
  return [
    ...record.files.flatMap(({ name, size, sha256 }) => {
      const file = found.get(name);
      return !file ? [`${name} is missing`] : file.size === size && file.sha256 === sha256 ? [] : [`${name} has other bytes`];
    }),
    ...files.filter(({ name }) => !recorded.has(name)).map(({ name }) => `${name} is not in the record`),
  ];
}

/** The sums, where they are made, say what the files are. They also hold that of the manifest. */
async function sumsProblems(files) {
  const sums = files.find(({ name }) => name === CHECKSUMS);
  if (!sums) {
    return [];
  }
  const lines = (await readFile(sums.path, 'utf8')).split('\n').filter((line) => line !== '').sort();
  const expected = files.filter((file) => file !== sums).map(({ name, sha256 }) => `${sha256}  ${name}`).sort();
  return lines.join('\n') === expected.join('\n') ? [] : [`${CHECKSUMS} does not hold the sums of the files`];
}

// --- publish/run.ts ----------------------------------------------------------------------------

/** What the environment says of the run. Nothing but a real tag is ever published. */
function readRun() {
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
function readToken() {
  const token = input('TOKEN');
  if (!/^[\x21-\x7e]+$/.test(token)) {
    fail('the-publishing-token-was-rejected', token === ''
      ? 'The token is empty. Set its secret, in the environment of the job where it has one. Then choose "Re-run failed jobs".'
      : 'The token holds a space or a line break. Store it again without. Then choose "Re-run failed jobs".');
  }
  return token;
}

/** A variable that cannot be empty. */
function needed(name) {
  return input(name) || fail('the-script-was-called-wrongly', `The variable ${name} of the step is empty. GitHub empties an output of a job that holds the value of a secret; otherwise run "npx projen", which writes the workflow anew.`);
}

// --- publish/attest/attest.ts ------------------------------------------------------------------

/** @see https://slsa.dev/spec/v1.0/provenance */
const PROVENANCE_TYPE = 'https://slsa.dev/provenance/v1';

/**
 * The command `attest`: before the action signs, the files are proven to be those that were assembled;
 * behind it, that what it signed speaks of all of them and of nothing else.
 */
async function attest(mode) {
  if (mode !== 'prove' && mode !== 'collect') {
    fail('the-script-was-called-wrongly', `'attest' goes as far as 'prove' or 'collect', not '${mode ?? ''}'. Run "npx projen", which writes the workflow anew.`);
  }
  const { sbom } = readPlan('PLAN');
  const { files } = await proveSet(SET, readRun().tag, needed('RECORD_SHA256'));
  const wanted = [
    { name: PROVENANCE, variable: 'PROVENANCE_BUNDLE', predicateType: PROVENANCE_TYPE },
    ...sbom ? [{ name: SBOM_ATTESTATION, variable: 'SBOM_BUNDLE', ...await proveSbom(files, needed('SBOM_PATH')) }] : [],
  ];
  const subjects = subjectsOf(files);
  if (mode === 'collect') {
    await collect(wanted, subjects);
  }
  else {
    log(`${count(subjects.length, 'file is', 'files are')} as assembled, and can be attested.`);
  }
}

/** The files that the sums name: that they are all others is proven with the set. */
function subjectsOf(files) {
  if (!files.some(({ name }) => name === CHECKSUMS)) {
    fail('the-files-are-not-those-that-were-assembled', `${CHECKSUMS} is not among the files, and it is what is attested. Nothing was signed. Set release.checksums in the declaration, and run "npx projen".`);
  }
  return files.filter(({ name }) => name !== CHECKSUMS).map(({ name, sha256 }) => `${sha256} ${name}`).sort();
}

async function proveSbom(files, path) {
  const file = files.find((one) => one.path === path)
    ?? fail('the-files-are-not-those-that-were-assembled', `'${path}' is to be the SBOM, and it is no file of the release. Nothing was signed. Choose "Re-run all jobs".`);
  const predicate = JSON.parse(await readFile(file.path, 'utf8'));
  return { predicate, predicateType: sbomPredicateType(predicate) ?? '' };
}

async function collect(wanted, subjects) {
  await rm(ATTESTATIONS, { recursive: true, force: true });
  await mkdir(ATTESTATIONS);
  const sums = [];
  for (const one of wanted) {
    const path = needed(one.variable);
    await proveBundle(path, one, subjects);
    await copyFile(path, join(ATTESTATIONS, one.name));
    sums.push(`${await sha256Of(join(ATTESTATIONS, one.name))} ${one.name}`);
    log(`${one.name} attests ${count(subjects.length, 'file', 'files')} (${one.predicateType}).`);
  }
  setOutput(ATTESTATION_SUMS, sums.join(','));
}

async function proveBundle(path, { predicateType, predicate }, subjects) {
  const statement = await readBundle(path);
  if (statement.predicateType !== predicateType) {
    unfit(path, `attests '${statement.predicateType}', and '${predicateType}' is wanted`);
  }
  if (!isDeepStrictEqual([...statement.subjects].sort(), subjects)) {
    unfit(path, `speaks of ${count(statement.subjects.length, 'file', 'files')}, and not of exactly the ${subjects.length} that ${CHECKSUMS} names`);
  }
  if (predicate !== undefined && !isDeepStrictEqual(statement.predicate, predicate)) {
    unfit(path, 'holds another SBOM than the one of the release');
  }
}

// --- publish/clock.ts --------------------------------------------------------------------------

const systemClock = { now: Date.now, sleep: async (milliseconds) => setTimeout(milliseconds) };

// --- publish/github/answer.ts ------------------------------------------------------------------

function answerOf(incoming) {
  try {
    return { ...incoming, data: JSON.parse(incoming.text) };
  }
  catch {
    return { ...incoming, data: undefined };
  }
}

/** Longer ones say nothing more. */
const LONGEST$1 = 400;

/** What GitHub says of a refusal: its message, and what is wrong with which field. */
function saidIn({ data }) {
  if (!isFields(data)) {
    return '';
  }
  const errors = Array.isArray(data.errors) ? data.errors.map(errorIn) : [];
  return [data.message, ...errors].filter((part) => typeof part === 'string' && part !== '').join('; ').slice(0, LONGEST$1);
}

function errorIn(error) {
  return isFields(error) ? [error.field, error.code, error.message].filter((part) => typeof part === 'string').join(' ') : error;
}

// --- publish/github/http.ts --------------------------------------------------------------------

/** No answer came. */
class Disconnected extends Error {
  connected;
  /** @param connected whether the request may have arrived all the same */
  constructor(message, connected) {
    super(message);
    this.connected = connected;
  }
}

/** Milliseconds until a connection stands. */
const CONNECTING = 30_000;
/** Milliseconds in which nothing moves; the sums of a large file take GitHub a while. */
const IDLE = 180_000;
/** Bytes; a page of releases with many files has some millions. */
const LONGEST_ANSWER = 64 * 1024 * 1024;

/** Sends one request. Redirects are answers like others: what goes along is for this address alone. */
async function send$1({ method, url, headers, text, file }) {
  return new Promise((resolve, reject) => {
    let connected = false;
    const request$2 = (url.protocol === 'https:' ? request : request$1)(url, { method, headers, timeout: CONNECTING });
    const fail = (error) => {
      request$2.destroy();
      reject(new Disconnected(error.message, connected));
    };
    request$2.on('socket', (socket) => whenConnected(socket, url, () => {
      connected = true;
      request$2.setTimeout(IDLE);
    }));
    request$2.on('timeout', () => fail(new Error('nothing came for too long')));
    request$2.on('error', fail);
    request$2.on('response', (response) => readAnswer(response).then((answer) => {
      // an answer may come before the whole file has gone out
      if (!request$2.writableFinished) {
        request$2.destroy();
      }
      resolve(answer);
    }, fail));
    if (file === undefined) {
      request$2.end(text);
    }
    else {
      createReadStream(file).on('error', fail).pipe(request$2);
    }
  });
}

function whenConnected(socket, { protocol }, connected) {
  if (socket.connecting) {
    socket.once(protocol === 'https:' ? 'secureConnect' : 'connect', connected);
  }
  else {
    connected();
  }
}

async function readAnswer(response) {
  const chunks = [];
  let bytes = 0;
  for await (const chunk of response) {
    bytes += chunk.length;
    if (bytes > LONGEST_ANSWER) {
      throw new Error(`the answer has more than ${LONGEST_ANSWER} bytes`);
    }
    chunks.push(chunk);
  }
  const headers = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
  return { status: response.statusCode, headers: Object.fromEntries(headers), text: Buffer.concat(chunks).toString('utf8') };
}

// --- publish/github/refusals.ts ----------------------------------------------------------------

/** What makes sense after the cause is gone. */
const RERUN = 'Then choose "Re-run failed jobs".';

/**
 * Why GitHub did not do what it was asked.
 *
 * @param doing a phrase behind "may not", with the repository in it
 */
function refused(answer, doing) {
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

function forbidden({ headers, text }, doing, quoted) {
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
function limited(until, patience) {
  return failure('github-asks-to-publish-more-slowly', `GitHub asks to wait until ${new Date(until).toISOString().slice(0, 16).replace('T', ' ')} UTC, and this job waits ${patience} minutes at most altogether. Choose "Re-run failed jobs" after that time.`);
}

function trouble(why) {
  return { level: 'error', id: 'github-has-trouble-while-publishing', text: `${why}; see https://www.githubstatus.com. Choose "Re-run failed jobs" when it is over.` };
}

function unreachable(why) {
  return { level: 'error', id: 'github-could-not-be-reached-to-publish', text: `${why}. See that the runner reaches it; behind a proxy it needs a newer Node.js and NODE_USE_ENV_PROXY=1. ${RERUN}` };
}

function failure(id, text) {
  return new Failure([{ level: 'error', id, text }]);
}

// --- publish/github/waiting.ts -----------------------------------------------------------------

/** Milliseconds after a limit that does not say how long it holds. GitHub asks for a minute, and for more each time. */
const UNSAID = 60_000;

/** Whether GitHub refused because it is asked too often. Such a request had no effect. */
function isRateLimit({ status, headers, text }) {
  return status === 429
    || status === 403 && ('retry-after' in headers || headers['x-ratelimit-remaining'] === '0' || /rate limit|abuse detection/i.test(text));
}

/**
 * Milliseconds to wait after such an answer.
 *
 * @param nth how many of them came before, one after another
 * @see https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
function pauseAfterLimit({ headers }, nth, now) {
  // whoever goes on asking too early may be shut out
  const least = 1000 * 2 ** nth;
  const after = numberIn(headers['retry-after']);
  if (after !== undefined) {
    return Math.max(after * 1000, least);
  }
  const reset = numberIn(headers['x-ratelimit-reset']);
  return headers['x-ratelimit-remaining'] === '0' && reset !== undefined
    ? Math.max(reset * 1000 - now + 1000, least)
    : UNSAID * 2 ** nth;
}

/** Milliseconds before a request that failed is made again: 1, 2, 4, 8 seconds. */
function pauseAfterTrouble(nth) {
  return 1000 * 2 ** nth;
}

function numberIn(header) {
  return header !== undefined && /^\d{1,12}$/.test(header) ? Number(header) : undefined;
}

// --- publish/github/client.ts ------------------------------------------------------------------

/** A request that may or may not have had its effect. Whoever made it looks at what is there. */
class Uncertain extends Error {
  why;
  problem;
  constructor(why, problem) {
    super(why);
    this.why = why;
    this.problem = problem;
  }
}

/** How often a request is made that meets trouble. */
const TRIES = 5;
/** Of 100 each: GitHub lists 10,000 releases at most. */
const MOST_PAGES = 100;

/** Asks the API of GitHub with one token, which is sent nowhere else. */
class GitHub {
  options;
  clock;
  api;
  waited = 0;

  constructor(options) {
    this.options = options;
    this.clock = options.clock;
    this.api = new URL(options.apiUrl);
  }

  /**
   * Asks one thing, as often as it takes.
   *
   * @param path below the API, such as `/repos/acme/app`
   * @throws Uncertain where a POST or PATCH may have had its effect
   */
  async ask(method, path, body) {
    return this.request(method, this.urlFor(path), { text: body && JSON.stringify(body) });
  }

  /** All items of a list, page after page. */
  async all(path, refused) {
    const items = [];
    let url = this.urlFor(`${path}?per_page=100`);
    for (let page = 1; url; page++) {
      const answer = await this.request('GET', url, {});
      if (answer.status !== 200) {
        throw refused(answer);
      }
      if (!Array.isArray(answer.data) || page > MOST_PAGES) {
        return unexpected(`${path} is no list of at most ${MOST_PAGES} pages`);
      }
      answer.data.forEach((item) => items.push(item));
      url = this.nextPage(answer);
    }
    return items;
  }

  /**
   * Uploads a file.
   *
   * @param template the `upload_url` of a release, which ends in `{?name,label}`
   * @throws Uncertain where it may have arrived all the same
   */
  async upload(template, file) {
    const url = urlOf(template.replace(/\{.*$/, ''));
    if (url.origin !== this.api.origin && url.origin !== this.api.origin.replace('//api.', '//uploads.')) {
      return unexpected(`files would be uploaded to ${url.origin}, which is not GitHub's`);
    }
    url.searchParams.set('name', file.name);
    return this.request('POST', url, { file: file.path, headers: { 'content-type': 'application/octet-stream', 'content-length': file.size } });
  }

  /** Waits before a request whose fate is unknown is made again; gives up after some, and at once for any other error. */
  async afterTrouble(error, nth) {
    if (!(error instanceof Uncertain)) {
      throw error;
    }
    if (nth + 1 >= TRIES) {
      throw new Failure([error.problem]);
    }
    await this.wait(pauseAfterTrouble(nth), error.why);
  }

  /** Waits because GitHub asks for it; no longer than makes sense. */
  async wait(milliseconds, why) {
    this.waited += milliseconds;
    if (this.waited > this.options.patience * 60_000) {
      throw limited(this.clock.now() + milliseconds, this.options.patience);
    }
    log(`${why}: waiting ${Math.ceil(milliseconds / 1000)} s.`);
    await this.clock.sleep(milliseconds);
  }

  async request(method, url, content) {
    const outgoing = { ...content, method, url, headers: { ...this.headers(content.text), ...content.headers } };
    const repeatable = method === 'GET' || method === 'DELETE';
    for (let troubles = 0, limits = 0;;) {
      const result = await attempt(outgoing);
      if (result.answer && isRateLimit(result.answer)) {
        await this.wait(pauseAfterLimit(result.answer, limits++, this.clock.now()), 'GitHub limits the rate of requests');
      }
      else if (result.answer) {
        return answerOf(result.answer);
      }
      else if (!repeatable && result.mayHaveArrived) {
        throw new Uncertain(result.why, result.problem);
      }
      else if (++troubles === TRIES) {
        throw new Failure([result.problem]);
      }
      else {
        await this.wait(pauseAfterTrouble(troubles - 1), result.why);
      }
    }
  }

  urlFor(path) {
    return new URL(this.api.href.replace(/\/$/, '') + path);
  }

  headers(text) {
    return {
      'accept': 'application/vnd.github+json',
      'authorization': `Bearer ${this.options.token}`,
      'user-agent': 'projen-tag-build',
      'x-github-api-version': '2022-11-28',
      ...text !== undefined && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) },
    };
  }

  nextPage({ headers: { link = '' } }) {
    const next = /<([^<>]+)>; *rel="next"/.exec(link)?.[1];
    if (next === undefined) {
      return undefined;
    }
    const url = urlOf(next);
    return url.origin === this.api.origin ? url : unexpected(`the next page is at ${url.origin}, which is not its API`);
  }
}

async function attempt(outgoing) {
  try {
    const answer = await send$1(outgoing);
    if (answer.status < 500) {
      return { answer };
    }
    const why = `${outgoing.url.host} answered ${answer.status}`;
    return { why, problem: trouble(why), mayHaveArrived: true };
  }
  catch (error) {
    if (!(error instanceof Disconnected)) {
      throw error;
    }
    const why = `No answer came from ${outgoing.url.host} (${error.message})`;
    return { why, problem: unreachable(why), mayHaveArrived: error.connected };
  }
}

/** An address that an answer names. */
function urlOf(text) {
  return URL.canParse(text) ? new URL(text) : unexpected(`'${text}' is no address`);
}

// --- publish/dispatch.ts -----------------------------------------------------------------------

/** The command `dispatch`: starts a workflow, since a release that a workflow's token published starts none. */
async function dispatch() {
  const plan = readPlan('TARGET');
  const run = readRun();
  const repository = plan.repository || run.repository;
  const github = new GitHub({ apiUrl: run.apiUrl, token: readToken(), clock: systemClock, patience: DISPATCH_PATIENCE });
  const ref = plan.ref || await defaultBranchOf(github, repository);
  const answer = await start(github, repository, { ...plan, ref }, run);
  if (answer.status !== 200 && answer.status !== 204) {
    throw startRefused(answer, repository, { ...plan, ref });
  }
  const page = isFields(answer.data) && typeof answer.data.html_url === 'string' ? answer.data.html_url : '';
  const address = page.startsWith(`${run.serverUrl}/`) && URL.canParse(page) ? page : pageOf(run, repository, plan.workflow);
  log(`Started ${plan.workflow} of ${repository} on ${ref}: ${address}`);
  summarize(`\nStarted ${markdown(plan.workflow)} of ${markdown(repository)} on ${markdown(ref)}: ${linkTo(address)}\n`);
}

async function defaultBranchOf(github, repository) {
  const answer = await github.ask('GET', `/repos/${repository}`);
  if (answer.status !== 200) {
    throw refused(answer, `read ${repository}`);
  }
  return textOf$1(answer.data, 'default_branch', 'a repository');
}

/** Once only: after trouble it may run already, and what it does is not known here. */
async function start(github, repository, { workflow, ref, inputs }, run) {
  const values = { tag: run.tag, version: run.version };
  try {
    return await github.ask('POST', `/repos/${repository}/actions/workflows/${encodeURIComponent(workflow)}/dispatches`, {
      ref,
      inputs: Object.fromEntries(Object.entries(inputs).map(([name, value]) => [name, filled(value, values)])),
      return_run_details: true,
    });
  }
  catch (error) {
    if (!(error instanceof Uncertain)) {
      throw error;
    }
    return fail('a-workflow-may-have-started', `${error.why} when ${workflow} of ${repository} was started. It may run all the same: see ${pageOf(run, repository, workflow)}. Choose "Re-run failed jobs" only if it does not.`);
  }
}

function startRefused(answer, repository, { workflow, ref }) {
  const doing = `start ${workflow} of ${repository} on ${ref}`;
  switch (answer.status) {
    case 403:
      return refused(answer, doing);
    case 404:
      return failure('a-workflow-could-not-be-started', `GitHub found nothing (404) when asked to ${doing}: there is no such workflow on the default branch, or the token does not see the repository or may not start workflows there ("Actions: write"). ${RERUN}`);
    case 422:
      return failure('a-workflow-could-not-be-started', `GitHub refused to ${doing} (422: "${saidIn(answer)}"). The workflow needs "on: workflow_dispatch" with inputs of the declared names, it must not be disabled, and the ref must be there. ${RERUN}`);
    default:
      return refused(answer, doing);
  }
}

function pageOf({ serverUrl }, repository, workflow) {
  return `${serverUrl}/${repository}/actions/workflows/${workflow}`;
}

// --- publish/npm/run-npm.ts --------------------------------------------------------------------

/** Characters of what npm prints: it lists every file of a package. */
const MOST_OUTPUT = 64 * 1024 * 1024;

/** Runs npm, without a shell and without any script of a package. What it says of its work goes into the log. */
async function runNpm(...args) {
  const { failure, stdout, stderr } = await execute([...args, '--json', '--ignore-scripts']);
  stderr.split('\n').filter((line) => line.trim() !== '').forEach(log);
  if (failure?.code === 'ENOENT') {
    fail('npm-is-too-old', 'There is no npm on this machine. Set up Node.js in the job, which brings it.');
  }
  const json = parsed(stdout);
  const { code = '', summary = '' } = json?.error ?? {};
  return { succeeded: failure === null, json, error: { code: String(code), summary: String(summary) || failure?.message.split('\n')[0] || '' } };
}

async function execute(args) {
  return new Promise((resolve) => {
    execFile('npm', args, { maxBuffer: MOST_OUTPUT }, (failure, stdout, stderr) => resolve({ failure, stdout, stderr }));
  });
}

function parsed(text) {
  try {
    return JSON.parse(text);
  }
  catch {
    return undefined;
  }
}

// --- publish/npm/tarball.ts --------------------------------------------------------------------

/** The one tarball of the release that the target means: the declared package, of the tag's version. */
async function tarballOf({ package: wanted, tarball: pattern }, run) {
  const { files } = await proveSet(SET, run.tag, needed('RECORD_SHA256'));
  const file = theOne(files, pattern);
  // npm takes it for a path, whatever it is called
  const path = `./${file.path}`;
  const { json, error } = await runNpm('pack', path, '--dry-run');
  const [packed] = Object.values(json ?? {});
  if (!packed?.integrity) {
    fail('the-tarball-is-another-package', `npm takes ${file.name} for no package: ${error.code} ${error.summary}. Let the build make it by npm pack.`);
  }
  const { name = '', version: written = '', integrity } = packed;
  const version = withoutBuild(written);
  if (name !== wanted || version !== withoutBuild(run.version)) {
    fail('the-tarball-is-another-package', `${file.name} is ${name} ${version}; wanted is ${wanted} ${run.version}, the declared package in the version of the tag. Correct its package.json, or the package of the target.`);
  }
  return { path, version, integrity };
}

function theOne(files, pattern) {
  const found = files.filter(({ name }) => fnmatch(pattern, name));
  return found.length === 1 ? found[0] : fail('there-is-not-one-tarball', `'${pattern}' matches ${found.length ? found.map(({ name }) => name).join(', ') : 'no file'} of the release, and one is needed. Let a platform build it by npm pack, or correct the tarball of the target.`);
}

// --- publish/npm/versions.ts -------------------------------------------------------------------

/**
 * The first versions that publish so, and the first version of Node.js that brings such a one.
 *
 * @see https://docs.npmjs.com/trusted-publishers
 * @see https://docs.npmjs.com/staged-publishing
 */
const NEEDED = { staged: [11, 15, 0], direct: [11, 5, 1] };

/** Why this npm cannot publish by trusted publishing; undefined where it can. */
function npmVersionProblem(version, staged) {
  const needed = staged ? NEEDED.staged : NEEDED.direct;
  return isAtLeast(version, needed) ? undefined
    : `npm is ${version}, and ${staged ? 'staged' : 'trusted'} publishing needs ${needed.join('.')} or newer. Set up Node.js 26 in the job, whose npm is, or run "npm install --global npm@11" before.`;
}

function isAtLeast(version, needed) {
  const [, ...parts] = /^(\d+)\.(\d+)\.(\d+)/.exec(version)?.map(Number) ?? [];
  const differing = needed.findIndex((part, index) => part !== parts[index]);
  return differing < 0 ? parts.length > 0 : parts[differing] > needed[differing];
}

/** The dist-tag of a version: of a pre-release its first word, unless that is none, or the one of versions that are not. */
function distTagOf(version, distTag) {
  const [, prerelease] = /^[^-]*-(.*)$/.exec(version) ?? [];
  if (prerelease === undefined) {
    return distTag;
  }
  // a letter alone could be a range of versions, which no dist-tag may be
  const word = /^[A-Za-z]{2,}/.exec(prerelease)?.[0] ?? 'next';
  return word === 'latest' ? 'next' : word;
}

// --- publish/npm/npm.ts ------------------------------------------------------------------------

/**
 * Publishes a package by trusted publishing: npm asks GitHub who this job is, and its registry
 * whether that one may. It makes the provenance itself.
 *
 * @see https://docs.npmjs.com/trusted-publishers
 * @see https://docs.npmjs.com/staged-publishing
 */
async function npm() {
  const run = readRun();
  const target = readPlan('TARGET');
  await mustBeNewEnough(target);
  const tarball = await tarballOf(target, run);
  if (await isPublished(target, tarball)) {
    say({ level: 'notice', id: 'npm-has-the-version-already', text: `npm has ${target.package} ${tarball.version} already, with the same content. Nothing was sent.` });
    return;
  }
  await send(run, target, tarball);
}

async function mustBeNewEnough({ staged }) {
  const { json } = await runNpm('version');
  const problem = npmVersionProblem(String(json?.npm), staged);
  if (problem) {
    fail('npm-is-too-old', problem);
  }
}

/** Whether the version is there, and the same. A package that this job may not see counts as not there: npm decides then. */
async function isPublished(target, { version, integrity }) {
  const { succeeded, json, error } = await runNpm('view', `${target.package}@${version}`, 'dist.integrity');
  if (!succeeded && error.code !== 'E404') {
    fail('npm-does-not-answer', `npm could not be asked for ${target.package} ${version}: ${error.code} ${error.summary}. Choose "Re-run failed jobs".`);
  }
  if (!succeeded || json === undefined) {
    return false;
  }
  return json === integrity || fail('npm-has-another-file-of-the-version', `npm has ${target.package} ${version} with ${String(json)}; this run built ${integrity}. A published version cannot be replaced: raise the version, and push the next tag.`);
}

async function send(run, target, tarball) {
  const { succeeded, json, error } = await runNpm(...target.staged ? ['stage', 'publish'] : ['publish'], tarball.path, '--tag', distTagOf(tarball.version, target.distTag));
  const name = `${target.package} ${tarball.version}`;
  if (succeeded) {
    return target.staged ? sayStaged(name, stageIdIn(json, target)) : log(`${name} is published.`);
  }
  if (target.staged && error.code === 'E409') {
    return say({ level: 'warning', id: 'a-version-waits-for-approval', text: `npm holds ${name} staged already, from an earlier attempt. This run built ${tarball.integrity}: compare it by "npm stage list" and "npm stage view", then approve or reject it.` });
  }
  // the answer may have been lost on its way
  if (!await isPublished(target, tarball)) {
    fail('npm-refuses-the-package', refusal(run, target, error.code, error.summary));
  }
}

function stageIdIn(json, target) {
  const id = json?.[target.package]?.stageId;
  return typeof id === 'string' && /^[\w-]{1,100}$/.test(id) ? id : '';
}

function sayStaged(name, id) {
  say({ level: 'notice', id: 'a-version-waits-for-approval', text: `${name} is staged${id && ` as ${id}`}, and not public yet. A maintainer of the package approves it with a second factor: on npmjs.com, among the staged packages, or by "npm stage approve ${id || '<id>'}"${id && `, after "npm stage view ${id}"`}.` });
}

function refusal({ repository }, { package: name, staged }, code, summary) {
  const [, file = 'of this run'] = /\/\.github\/workflows\/([^@]+)@/.exec(process.env.GITHUB_WORKFLOW_REF ?? '') ?? [];
  return `npm refused ${name}: ${code} ${summary}. The package must exist, and its settings on npmjs.com name as trusted publisher ${repository} with the workflow file ${file}, the environment of the job, and the right to ${staged ? 'stage' : 'publish'}. Correct them there, and choose "Re-run failed jobs".`;
}

// --- publish/proven-bundles.ts -----------------------------------------------------------------

/** Proves that the bundles are those that the job `attest` laid out, byte for byte, and those alone. */
async function proveBundles(directory, sums) {
  const files = await filesIn(directory);
  if (files.map(({ name, sha256 }) => `${sha256} ${name}`).join(',') !== sums) {
    fail('the-files-are-not-those-that-were-assembled', `What lies in ${directory} is not what the job "attest" laid out there: it has expired, or something else in this run has put another artifact in its place. Nothing was sent. See what its jobs upload, and choose "Re-run all jobs".`);
  }
  return Promise.all(files.map(async (file) => ({ ...file, predicateType: (await readBundle(file.path)).predicateType })));
}

// --- publish/release/target.ts -----------------------------------------------------------------

/** Below the API, the releases of the target's repository. */
function releasesOf({ repository }) {
  return `/repos/${repository}/releases`;
}

/** Whether it is marked as a pre-release. */
function isPrerelease({ plan: { prerelease }, run }) {
  return prerelease === 'always' || prerelease === 'auto' && run.prerelease;
}

// --- publish/release/files.ts ------------------------------------------------------------------

/** Files that no two runs make alike. */
const MADE_ANEW = [CHECKSUMS, MANIFEST, PROVENANCE, SBOM_ATTESTATION];

/** The files of a release; undefined where it is no more. */
async function assetsOf(target, { id }) {
  let gone = false;
  const assets = await target.github.all(`${releasesOf(target)}/${id}/assets`, (answer) => {
    gone = answer.status === 404;
    return refused(answer, `list the files of release ${id} of ${target.repository}`);
  }).catch((error) => gone ? undefined : Promise.reject(error));
  return assets?.map(assetIn);
}

function compare(files, assets) {
  const byName = new Map(assets.map((asset) => [asset.name, asset]));
  const ours = new Set(files.map(({ name }) => name));
  const there = files.flatMap((file) => {
    const asset = byName.get(file.name);
    return asset ? [{ file, asset }] : [];
  });
  const isUnproven = ({ file, asset }) => asset.uploaded && asset.digest === '' && asset.size === file.size;
  return {
    equal: there.filter(({ file, asset }) => isEqual(file, asset)).map(({ file }) => file),
    unproven: there.filter(isUnproven).map(({ file }) => file),
    missing: files.filter(({ name }) => !byName.has(name)),
    different: there.filter((pair) => !isEqual(pair.file, pair.asset) && !isUnproven(pair)),
    others: assets.filter(({ name }) => !ours.has(name)),
  };
}

/** Whether a file of a release is one of those that were assembled. */
function isEqual(file, asset) {
  return asset.uploaded && asset.name === file.name && asset.size === file.size && asset.digest === `sha256:${file.sha256}`;
}

/**
 * What is compared with a release that is public: the manifest names the run, and the sums hold that
 * of the manifest, so a later run of the same commit writes others; and each signature is another one,
 * which holds for the same files. Of these only the names count.
 */
function comparePublic(files, assets) {
  const { different, equal, ...rest } = compare(files, assets);
  const isNamed = ({ file, asset }) => asset.uploaded && MADE_ANEW.includes(file.name);
  return {
    ...rest,
    equal: [...equal, ...different.filter(isNamed).map(({ file }) => file)],
    different: different.filter((pair) => !isNamed(pair)),
  };
}

/** In what they differ, as phrases; none where all is there and the same. What others added is not asked for. */
function differencesIn({ unproven, missing, different }) {
  return [
    ...missing.map(({ name }) => `${name} is missing`),
    ...different.map(({ file: { name }, asset }) => asset.uploaded ? `${name} has other bytes` : `${name} was never wholly uploaded`),
    ...unproven.map(({ name }) => `GitHub has no digest of ${name}`),
  ];
}

// --- publish/release/markdown-lines.ts ---------------------------------------------------------

function linesOf(text) {
  let open = '';
  return text.replace(/^\ufeff/, '').split(/\r\n|\r|\n/).map((line) => {
    const before = open;
    const [, marks = '', rest = ''] = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line) ?? [];
    if (before === '') {
      open = marks.startsWith('`') && rest.includes('`') ? '' : marks;
    }
    else if (marks.startsWith(before) && rest.trim() === '') {
      open = '';
    }
    return { text: line, inCode: before !== '' || open !== '', open };
  });
}

// --- publish/release/changelog.ts --------------------------------------------------------------

/** Nobody reads further. */
const LONGEST_HEADING = 500;

/**
 * The text below the heading of a version, up to the next heading that is as high: `## [1.2.3] -
 * 2026-11-25`, `# v1.2.3`, underlined ones too. Undefined where no heading names the version.
 */
function sectionOf(changelog, version) {
  const lines = linesOf(changelog);
  const headings = headingsIn(lines);
  const named = headings.filter(({ text }) => names(text, version));
  // one that speaks of another version may mention this one: "1.2.4 (replaces 1.2.3)"
  const heading = named.find(({ text }) => text.slice(0, text.indexOf(version)).search(/\d\.\d/) < 0) ?? named[0];
  if (!heading) {
    return undefined;
  }
  const next = headings.find(({ from, level }) => from > heading.from && level <= heading.level);
  return lines.slice(heading.to, next?.from).map(({ text }) => text).join('\n').trim();
}

/** Whether a version stands in a text, and is no part of another: 1.2.3 does not stand in 1.2.3-rc.1 nor in 11.2.3. */
function names(text, version) {
  const escaped = version.replace(/[.+*?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(String.raw `(?:(?<![0-9A-Za-z])[vV]|(?<![0-9A-Za-z.+]))${escaped}(?![0-9A-Za-z+-]|\.[0-9A-Za-z])`).test(text);
}

function headingsIn(lines) {
  return lines.flatMap(({ text, inCode }, index) => {
    const [, marks, title = ''] = inCode ? [] : /^ {0,3}(#{1,6})([ \t].*)?$/.exec(text) ?? [];
    if (marks) {
      return [{ level: marks.length, text: plain(title), from: index, to: index + 1 }];
    }
    const underline = lines[index + 1];
    const isUnderlined = !inCode && /^ {0,3}[^\s#>*+-]/.test(text) && underline && !underline.inCode && /^ {0,3}(?:=+|-+)[ \t]*$/.test(underline.text);
    return isUnderlined ? [{ level: underline.text.includes('=') ? 1 : 2, text: plain(text), from: index, to: index + 2 }] : [];
  });
}

/** Addresses hold versions of their own: `[1.2.4](…/compare/v1.2.3...v1.2.4)`. */
function plain(heading) {
  return heading.slice(0, LONGEST_HEADING).replace(/\]\([^()]*\)/g, ']').replace(/<[^<>]*>/g, '').replace(/[[\]*_`]/g, '');
}

// --- text/markdown.ts --------------------------------------------------------------------------

/**
 * Small helpers that write Markdown. What comes from a declaration is hostile text: `text` and
 * `code` make it harmless, the others take Markdown that those two have made.
 */

// Bidirectional controls can make a line read differently from what it says.
const BIDIRECTIONAL = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const LONE_SURROGATE = /\p{Cs}/gu;

/** One line, because a line break could begin a heading, a table row or a list of its own. */
function oneLine(value) {
  return value
    .replace(BIDIRECTIONAL, '')
    .replace(LONE_SURROGATE, '\ufffd')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

function numericEntity(character) {
  return `&#${character.codePointAt(0)};`;
}

/** Inline code. Inside a table a pipe ends the cell even in code, so such a value is written as HTML. */
function code(value) {
  const line = oneLine(value);
  if (line === '' || line.includes('|')) {
    return `<code>${line.replace(/[^\p{L}\p{N} ]/gu, numericEntity)}</code>`;
  }
  const fence = fenceFor(line, 1);
  const padding = line.startsWith('`') || line.endsWith('`') ? ' ' : '';
  return `${fence}${padding}${line}${padding}${fence}`;
}

function codeBlock(language, lines) {
  const body = lines.join('\n');
  const fence = fenceFor(body, 3);
  return `${fence}${language}\n${body}\n${fence}`;
}

/** A run of backticks that no run inside can close. */
function fenceFor(body, shortest) {
  const runs = body.match(/`+/g) ?? [];
  return '`'.repeat(runs.reduce((longest, run) => Math.max(longest, run.length + 1), shortest));
}

// --- text/shell.ts -----------------------------------------------------------------------------

/** A value as one word of a shell's command line, quoted only where the shell would read more into it. */
function shellWord(value) {
  return /^[\w./@:+=,%-]+$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}

/** The same as a document shows it: a line break would end the command there. */
function shownShellWord(value) {
  return shellWord(oneLine(value));
}

// --- publish/release/verification.ts -----------------------------------------------------------

/**
 * How whoever has downloaded a file verifies where it was built, as Markdown; nothing where no bundle is among
 * the files. The attestations belong to the repository that ran the workflow, wherever the release lies.
 */
function verificationOf(record, files) {
  if (!files.some(({ name }) => name === PROVENANCE)) {
    return [];
  }
  const { build, tag, run: { repository } } = record;
  const sbom = files.find(({ name }) => name === SBOM_ATTESTATION);
  const workflow = `${repository}/.github/workflows/${build}.yml`;
  const words = ['--repo', repository, '--signer-workflow', workflow, '--source-ref', `refs/tags/${tag}`].map(shownShellWord);
  return [
    `Each file that ${code(CHECKSUMS)} names was built by ${code(repository)}, and that can be verified with the [GitHub CLI](https://cli.github.com) 2.69.0 or newer:`,
    codeBlock('sh', [`gh attestation verify FILE ${words.join(' ')}`]),
    `With ${code(`--bundle ${PROVENANCE}`)} it needs no login; with ${code('--custom-trusted-root trusted_root.jsonl')} besides, which ${code('gh attestation trusted-root > trusted_root.jsonl')} writes beforehand, no network.`,
    ...sbom ? [`What is in the files is attested, too: with ${code(`--predicate-type ${sbom.predicateType}`)}, and ${code(SBOM_ATTESTATION)} as the bundle.`] : [],
  ];
}

// --- publish/release/notes.ts ------------------------------------------------------------------

/** Around what was built, which another run of the tag writes anew. Nobody sees them. */
const FACTS = { from: '<!-- what was built -->', to: '<!-- end of what was built -->' };
/** Characters of a release's notes. @see https://docs.github.com/en/rest/releases/releases#create-a-release */
const LONGEST = 125_000;
/** Of these at least the words keep as many. */
const ROOM_FOR_WORDS = 25_000;
/** Bytes of a file that is read for them. */
const LONGEST_FILE = 10 * 1024 * 1024;

/** Reads what the notes are made of. A section that is missing ends the command before anything is made. */
async function prepareNotes(target) {
  const { plan, run: { tag, version } } = target;
  const words = await wordsOf(target);
  const names = { tag, version };
  return async () => ({
    name: filled(plan.title, names),
    body: compose(words ?? await generated(target), target),
    prerelease: isPrerelease(target),
  });
}

/** Undefined where GitHub writes them, for which the tag must be there. */
async function wordsOf({ plan: { notes }, run: { tag, version } }) {
  switch (notes.kind) {
    case 'generated':
      return undefined;
    case 'changelog':
      return sectionOf(await readNotesFile(notes.path), version) || fail('the-changelog-says-nothing-of-the-version', `${notes.path} has no heading of ${version} with text below it, such as "## [${version}] - 2026-11-25". Nothing was published. Write it, and push a tag of another version; or move this tag to the commit that has it.`);
    case 'file':
      return readNotesFile(notes.path);
    case 'text':
      return filled(notes.text, { tag, version });
    case 'none':
      return '';
  }
}

/** Only what really lies in the checkout, since a link could lead to what nobody should read. */
async function readNotesFile(path) {
  const workspace = await realpath('.');
  const file = await realpath(resolve(workspace, path)).catch(() => fail('the-notes-could-not-be-read', `${path} is not in the commit of the tag. Nothing was published. Commit it, and push a tag of another version.`));
  const stat = await lstat(file);
  if (relative(workspace, file) !== join(path) || !stat.isFile() || stat.size > LONGEST_FILE) {
    fail('the-notes-could-not-be-read', `${path} is no file of at most ${LONGEST_FILE} bytes; links are not followed. Nothing was published. Commit the file itself, and push a tag of another version.`);
  }
  return readFile(file, 'utf8');
}

/** GitHub writes them, and saves nothing. */
async function generated(target) {
  const { github, plan: { notes }, repository, run: { tag } } = target;
  for (let nth = 0;; nth++) {
    try {
      const answer = await github.ask('POST', `${releasesOf(target)}/generate-notes`, {
        tag_name: tag,
        ...notes.previousTag !== '' && { previous_tag_name: notes.previousTag },
        ...notes.configurationFile !== '' && { configuration_file_path: notes.configurationFile },
      });
      if (answer.status !== 200) {
        throw refused(answer, `write notes for ${tag} in ${repository}`);
      }
      return textOf$1(answer.data, 'body', 'generated notes');
    }
    catch (error) {
      await github.afterTrouble(error, nth);
    }
  }
}

/** The words, and below them what must not be missing; where that is too much, the words are cut. */
function compose(words, target) {
  const facts = factsOf(target);
  return joined([cut(words.trim(), LONGEST - facts.length - 2), facts]);
}

/**
 * The notes of a draft that was there, with what was built as it is now; undefined where they say
 * that already. A person may have edited the words, and they stay.
 */
function renewed(body, target) {
  const there = partsOf(body);
  return there.facts === factsOf(target) ? undefined : compose(there.words, target);
}

/** The words of notes are a person's to edit, and stay; what stands between the marks is the run's. */
function partsOf(body) {
  const text = body.replaceAll('\r\n', '\n');
  const from = text.indexOf(FACTS.from);
  const to = text.indexOf(FACTS.to, from);
  if (from < 0 || to < 0) {
    return { words: text, facts: '' };
  }
  const end = to + FACTS.to.length;
  return { words: joined([text.slice(0, from).trim(), text.slice(end).trim()]), facts: text.slice(from, end) };
}

function factsOf({ plan: { notes }, run, set: { record, files } }) {
  const facts = [
    ...absentOf(record), ...unsignedOf(record), ...notes.commits ? [commitsOf(record, run.serverUrl)] : [], ...verificationOf(record, files),
  ];
  const sums = notes.checksums ? [sumsOf(files)] : [];
  const fits = joined([...facts, ...sums]).length <= LONGEST - ROOM_FOR_WORDS;
  const all = fits ? [...facts, ...sums] : [...facts, 'The SHA-256 sums are too many for these notes; they lie beside the files.'];
  return all.length === 0 ? '' : joined([FACTS.from, ...all, FACTS.to]);
}

function joined(paragraphs) {
  return paragraphs.filter((paragraph) => paragraph !== '').join('\n\n');
}

function cut(words, room) {
  if (words.length <= room) {
    return words;
  }
  const end = '\n\nThe rest is too long for these notes.';
  const most = words.slice(0, room - end.length - 80);
  const whole = most.slice(0, Math.max(most.lastIndexOf('\n'), 0)) || most.replace(/[\ud800-\udbff]$/, '');
  const { open } = linesOf(whole).at(-1);
  return `${whole}${open && `\n${open.slice(0, 78)}`}${end}`;
}

function absentOf({ absent }) {
  return absent.map(({ platform, why }) => `**Not in this release: ${markdown(platform)}.** ${markdown(why)}`);
}

/** A paragraph for each way of signing that some platforms do without. */
function unsignedOf({ signatures }) {
  const platforms = new Map();
  for (const { signing, without, platform } of signatures.filter(({ state }) => state === 'absent')) {
    const key = `(${markdown(signing)}).** ${markdown(without)}`;
    platforms.set(key, [...platforms.get(key) ?? [], markdown(platform)]);
  }
  return [...platforms].map(([how, names]) => `**Not signed: ${andList(distinct(names))} ${how}`);
}

function commitsOf({ repositories }, serverUrl) {
  return table(['Repository', 'Ref', 'Commit'], repositories.map(({ name, ref, commit }) => [
    markdown(name), markdown(ref), `[${markdown(commit.slice(0, 7))}](${serverUrl}/${encodeURI(name)}/commit/${encodeURIComponent(commit)})`,
  ]));
}

function sumsOf(files) {
  return table(['File', 'SHA-256'], files.map(({ name, sha256 }) => [markdown(name), `\`${sha256}\``]));
}

function table(head, rows) {
  return [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

// --- publish/release/draft.ts ------------------------------------------------------------------

/** Milliseconds that the list of releases may be behind: an earlier attempt's draft can be missing in it. */
const LAG = 3000;

/** More vanish for a reason. */
const MOST_MADE = 3;

/** More are no help. */
const MOST_NAMED$2 = 10;

/**
 * The release of the tag: the one that is public, else the draft with the lowest id, which it makes
 * where there is none. Asked again, it answers the same; two runs at once come to one draft, since
 * both keep the lowest. Other drafts go if nothing is lost with them.
 *
 * @param known ids that the list may not show yet; what is found or made is added
 */
async function theRelease(target, notes, known) {
  for (let nth = 0, made = 0, patience = target.run.attempt > 1 ? 1 : 0;;) {
    const found = await findRelease(target, known);
    if (found) {
      if (found.draft && !known.has(found.id)) {
        log(`Draft ${found.id} for ${found.tag} was there: ${found.url}. Its title and the words of its notes stay.`);
      }
      known.add(found.id);
      return found;
    }
    if (made === MOST_MADE) {
      fail('the-draft-is-not-as-it-should-be', `${target.repository} has had ${MOST_MADE} new drafts for ${target.run.tag} in this run, and each is gone: something deletes them. See that nothing else makes or deletes releases of such tags. ${RERUN}`);
    }
    if (patience-- > 0) {
      await target.github.wait(LAG, 'An earlier attempt may have left a draft that is not in the list yet');
      continue;
    }
    try {
      known.add(await create(target, notes));
      made++;
    }
    catch (error) {
      // after trouble it may be there: it is looked for before another is made
      await target.github.afterTrouble(error, nth++);
    }
    patience = 1;
  }
}

async function findRelease(target, known) {
  const ids = new Set([...known, ...await idsOfTag(target)]);
  const releases = [];
  for (const id of [...ids].sort((one, other) => one - other)) {
    releases.push(...await readRelease(target, id));
  }
  const kept = releases.find(({ draft }) => !draft) ?? releases[0];
  await removeRedundant(target, kept, releases.filter(({ draft, id }) => draft && id !== kept.id));
  return kept;
}

async function idsOfTag(target) {
  const { github, repository, run: { tag } } = target;
  const list = await github.all(releasesOf(target), (answer) => refused(answer, `list the releases of ${repository}`));
  const inList = list.map(releaseIn).filter((release) => release.tag === tag).map(({ id }) => id);
  const answer = await github.ask('GET', `${releasesOf(target)}/tags/${tag.split('/').map(encodeURIComponent).join('/')}`);
  return answer.status === 200 ? [...inList, releaseIn(answer.data).id] : inList;
}

/** What the release is now, whatever a list said; none where it is no more, or of another tag. */
async function readRelease(target, id) {
  const answer = await target.github.ask('GET', `${releasesOf(target)}/${id}`);
  if (answer.status === 404) {
    return [];
  }
  if (answer.status !== 200) {
    throw refused(answer, `read release ${id} of ${target.repository}`);
  }
  return [releaseIn(answer.data)].filter(({ tag }) => tag === target.run.tag);
}

/** Drafts that hold nothing but files of ours, and notes that are kept, go; of all others a person decides. */
async function removeRedundant(target, kept, others) {
  const precious = [];
  for (const draft of others) {
    if (!await isRedundant(target, draft, kept)) {
      precious.push(draft);
    }
    else if ((await readRelease(target, draft.id)).some((now) => now.draft)) {
      await remove(target, `${releasesOf(target)}/${draft.id}`);
      log(`Removed draft ${draft.id} of ${target.run.tag}, which held nothing of its own.`);
    }
  }
  if (precious.length > 0 && kept.draft) {
    const named = [kept, ...precious].map(({ id, url }) => `${id} (${url})`);
    fail('several-drafts-have-the-tag', `${target.repository} has several drafts for tag ${target.run.tag}: ${beginning(named, MOST_NAMED$2)}. The one with the lowest id is taken, and others are removed where they hold nothing but files of this release and the same notes; these hold something else. Delete all that you do not need. ${RERUN}`);
  }
}

/** Deletes something; that it is gone already is as good. */
async function remove({ github }, path) {
  const answer = await github.ask('DELETE', path);
  if (answer.status !== 204 && answer.status !== 404) {
    throw refused(answer, `delete ${path}`);
  }
}

async function isRedundant(target, draft, kept) {
  const [words, keptWords] = [draft, kept].map(({ body }) => partsOf(body).words.trim());
  if (words !== '' && words !== keptWords) {
    return false;
  }
  const { others, different, unproven } = compare(target.set.files, await assetsOf(target, draft) ?? []);
  return unproven.length === 0 && [...others, ...different.map(({ asset }) => asset)].every(({ uploaded }) => !uploaded);
}

/** Its notes are written now; a person may edit them afterwards, and they stay. */
async function create(target, notes) {
  const { github, repository, run: { tag } } = target;
  const answer = await github.ask('POST', releasesOf(target), { ...await notes(), tag_name: tag, draft: true });
  if (answer.status !== 201) {
    throw burnt(answer, target) ?? refused(answer, `make a release in ${repository}`);
  }
  const { id, url } = releaseIn(answer.data);
  log(`Made draft ${id} for ${tag}: ${url}`);
  return id;
}

/** A tag that an immutable release had is spent, also when the release is deleted. */
function burnt(answer, { repository, run: { tag } }) {
  return /was used by an immutable release/.test(saidIn(answer))
    ? failure('an-immutable-release-had-the-tag', `An immutable release of ${repository} had tag ${tag}. GitHub never gives such a name away again, also after the release was deleted. Push a tag of another version.`)
    : undefined;
}

// --- publish/release/fill.ts -------------------------------------------------------------------

/** The release is no more, or not what it was: it is looked for anew. */
class Changed extends Error {
}

/** From so many files on GitHub asks for pauses. @see https://docs.github.com/en/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests */
const MANY = 50;
const PAUSE = 1000;
/** Milliseconds. */
const LOOK_AGAIN = 10_000;
/** Rounds in which nothing gets better. */
const MOST_STALLS = 6;
const MOST_NAMED$1 = 10;

/**
 * Makes the files of a release those that were assembled, and reads them back: it looks, does what is
 * left to do, and looks again, until nothing is left. So it does not matter whether an upload that
 * was cut off arrived, nor whether an earlier attempt or another run did a part.
 *
 * @throws Changed where the release is no longer one whose files may be changed
 */
async function fill(filling) {
  const { target, release, fates } = filling;
  for (let stalls = 0, least = Infinity, trouble;;) {
    const comparison = compare(target.set.files, await assetsOf(target, release) ?? gone(release));
    const strangers = strangersIn(comparison, target, release);
    const left = [...differencesIn(comparison), ...strangers.map(({ name }) => `${name} is there, and no file of this build`)];
    if (left.length === 0) {
      keep(comparison, fates);
      return;
    }
    stalls = left.length < least ? 0 : stalls + 1;
    least = Math.min(least, left.length);
    if (stalls === MOST_STALLS && trouble) {
      throw new Failure([trouble.problem]);
    }
    if (stalls === MOST_STALLS) {
      fail('the-draft-is-not-as-it-should-be', `Release ${release.id} of ${target.repository} (${release.url}) does not become what was assembled: ${beginning(left, MOST_NAMED$1)}.`);
    }
    if (stalls > 0) {
      await target.github.wait(1000 * 2 ** (stalls - 1), `${count(left.length, 'thing is', 'things are')} left to do`);
    }
    trouble = await doOnce(filling, comparison, strangers).then(() => undefined, uncertainty);
  }
}

function uncertainty(error) {
  if (!(error instanceof Uncertain)) {
    throw error;
  }
  return error;
}

/** Files of other names: those of a workflow's earlier attempt go, a person decides about a person's. */
function strangersIn({ others }, { run: { tag }, repository }, { id, url, draft }) {
  const byPeople = others.filter(({ uploaded, byBot }) => uploaded && !byBot);
  if (draft && byPeople.length > 0) {
    fail('the-draft-holds-other-files', `Draft ${id} of ${tag} in ${repository} (${url}) holds files that this build did not make: ${beginning(byPeople.map(({ name }) => name), MOST_NAMED$1)}. Nothing becomes public but what was declared. Delete these files, or the whole draft. ${RERUN}`);
  }
  return draft ? others : [];
}

async function doOnce(filling, { missing, different }, strangers) {
  const { target, release, fates } = filling;
  const [pace, look] = [pacer(target), watcher(filling)];
  for (const asset of strangers) {
    await pace();
    await removeAsset(filling, asset);
    log(`Removed ${asset.name}, which is no file of this build.`);
  }
  const todo = [...different, ...missing.map((file) => ({ file, asset: undefined }))].sort((one, other) => one.file.name < other.file.name ? -1 : 1);
  for (const { file, asset } of todo) {
    await pace();
    if (asset) {
      await removeAsset(filling, asset);
      await pace();
    }
    await look();
    fates.set(file.name, asset?.uploaded ? 'replaced' : 'uploaded');
    await upload(target, release, file);
    log(`Uploaded ${file.name} (${file.size} bytes)${asset?.uploaded ? ' in place of another' : ''}.`);
  }
}

/** Looked at once more before: another run may have finished it, or made the release public. */
async function removeAsset(filling, asset) {
  await requireChangeable(filling);
  const { target } = filling;
  const path = `${releasesOf(target)}/assets/${asset.id}`;
  const answer = await target.github.ask('GET', path);
  if (answer.status === 200 && assetIn(answer.data).uploaded === asset.uploaded) {
    await remove(target, path);
  }
}

async function requireChangeable({ target, release, mayChange }) {
  const [now] = await readRelease(target, release.id);
  if (!now || !mayChange(now)) {
    throw new Changed(`release ${release.id} is not what it was`);
  }
}

/** Somebody may publish the draft by hand while it is filled: looked at now and then, since each request counts. */
function watcher(filling) {
  const { clock } = filling.target.github;
  let last = -Infinity;
  return async () => {
    if (clock.now() - last >= LOOK_AGAIN) {
      await requireChangeable(filling);
      last = clock.now();
    }
  };
}

async function upload({ github, repository }, release, file) {
  const answer = await github.upload(release.uploadUrl, file);
  if (answer.status === 404) {
    gone(release);
  }
  if (answer.status !== 201) {
    throw uploadRefused(answer, file, repository);
  }
  const { name } = assetIn(answer.data);
  if (name !== file.name) {
    fail('a-file-was-not-accepted', `GitHub gave ${file.name} the name ${name}. Delete it in the draft (${release.url}), and set "assetName" in the declaration so that names are kept.`);
  }
}

function uploadRefused(answer, { name, size }, repository) {
  const said = saidIn(answer);
  if (answer.status !== 422) {
    return refused(answer, `upload ${name} to ${repository}`);
  }
  if (/already_exists/.test(said)) {
    const why = `${name} is there already`;
    return new Uncertain(why, { level: 'error', id: 'a-file-was-not-accepted', text: `${why}. ${RERUN}` });
  }
  return failure('a-file-was-not-accepted', `GitHub does not take ${name} of ${size} bytes (422: "${said}").`);
}

function keep({ equal }, fates) {
  for (const { name } of equal) {
    if (!fates.has(name)) {
      fates.set(name, 'kept');
    }
  }
}

/** Uploads one after another, and where there are many with a second between them. */
function pacer({ github: { clock }, set: { files } }) {
  let last = -Infinity;
  return async () => {
    const pause = files.length < MANY ? 0 : last + PAUSE - clock.now();
    if (pause > 0) {
      await clock.sleep(pause);
    }
    last = clock.now();
  };
}

function gone({ id }) {
  throw new Changed(`release ${id} is gone`);
}

// --- github/tag-versions.ts --------------------------------------------------------------------

const NUMBERS = '(\\d+(?:\\.\\d+)';
const WORD = '(?:[._-]?(?:[abc]\\d+|(?:alpha|beta|rc|pre|preview|dev|post)(?:[._-]?\\d+)?))';
const BUILD = '(?:\\+[0-9A-Za-z.-]+)?)$';
const REST = `(?:-[0-9A-Za-z.-]+|${WORD}+)?${BUILD}`;
const [BEHIND_V, ANYWHERE] = ['^(?:.*[^0-9A-Za-z.])?v', '(?:^|[^0-9.])'];

/** The order of assets/guard.sh: three numbers before two, behind a `v` before anywhere, and one number behind a `v` alone. */
const VERSIONS = [
  `${BEHIND_V}${NUMBERS}{2,}${REST}`, `${ANYWHERE}${NUMBERS}{2,}${REST}`,
  `${BEHIND_V}${NUMBERS}${REST}`, `${ANYWHERE}${NUMBERS}${REST}`,
  `${BEHIND_V}(\\d+${WORD}*${BUILD}`,
].map((pattern) => new RegExp(pattern, 'i'));

/** What stands before the end of a longer version: v1.2.3alpha4.5 is not 4.5. */
const TORN = /\d\.\d[0-9A-Za-z.]*$/;

/** The version in a tag, found as assets/guard.sh finds it: by semver, by PEP 440 as 1.2.3rc1 is, or any numbers; GitHub takes no longer tag. */
function versionOf(tag) {
  const found = Buffer.byteLength(tag) > MAX_TAG_BYTES ? [] : VERSIONS.map((pattern) => pattern.exec(tag)?.[1]);
  return found.find((version) => version !== undefined && !TORN.test(tag.slice(0, -version.length)));
}

// --- publish/release/latest.ts -----------------------------------------------------------------

/**
 * Whether the release becomes the one that `releases/latest` leads to, as GitHub's `make_latest`
 * takes it. `auto`: where no release of this build has a higher version. Other builds of the
 * repository have tags of their own, and do not count.
 */
async function makeLatest(target) {
  const { github, plan, repository, run } = target;
  if (plan.latest !== 'auto') {
    return plan.latest === 'always' ? 'true' : 'false';
  }
  const version = parseVersion(run.version);
  if (!version) {
    return 'legacy';
  }
  const list = await github.all(releasesOf(target), (answer) => refused(answer, `list the releases of ${repository}`));
  const others = list.map(releaseIn).filter(({ draft, prerelease, tag }) => !draft && !prerelease && isWanted(tag, plan.tagFilters));
  const versions = others.flatMap(({ tag }) => parseVersion(versionOf(tag) ?? '') ?? []);
  return versions.every((other) => compareVersions(other, version) <= 0) ? 'true' : 'false';
}

/** As the guard decides: the last filter that matches. */
function isWanted(tag, filters) {
  const decisive = filters.filter((filter) => new RegExp(filter.slice(2), 'u').test(tag)).at(-1);
  return decisive?.startsWith('+') ?? false;
}

// --- publish/release/summary.ts ----------------------------------------------------------------

/** Rows; more are no help. */
const MOST = 200;

function summarizeDraft(target, release, fates) {
  conclude(target, release, fates, `Draft ${release.id} of ${target.run.tag} in ${target.repository} is complete and verified; nothing is public.`);
}

/** Where the drafts are made nothing that is public is changed, whatever the declaration allows. */
function summarizeDifferent(target, release, fates, differences) {
  conclude(target, release, fates, `The release of ${target.run.tag} in ${target.repository} is public, and ${count(differences, 'file of it differs', 'files of it differ')}; that changes when the releases are made public.`);
}

/** @param untouched whether it was public and complete before */
function summarizePublic(target, release, fates, untouched = false) {
  const what = `The release of ${target.run.tag} in ${target.repository}`;
  conclude(target, release, fates, untouched ? `${what} was public and complete already; nothing was changed.` : `${what} is public.`);
}

function conclude({ set: { files }, run }, { id, url }, fates, sentence) {
  // an address on another host is not GitHub's
  const address = url.startsWith(`${run.serverUrl}/`) && URL.canParse(url) ? url : run.serverUrl;
  log(`${sentence} ${address}`);
  setOutput('id', String(id));
  setOutput('url', address);
  const rows = files.slice(0, MOST).map(({ name, size }) => [markdown(name), String(size), fates.get(name) ?? '']);
  summarize(`\n${markdown(sentence)} ${linkTo(address)}\n\n${table(['File', 'Bytes', 'What became of it'], rows)}\n${files.length > MOST ? `\nand ${files.length - MOST} more\n` : ''}`);
}

// --- publish/release/tag.ts --------------------------------------------------------------------

/** Objects between a tag and its commit: one, unless somebody tagged a tag. */
const DEEPEST = 5;

/**
 * The commit that the tag must point to, until the release is public and afterwards.
 *
 * In the workflow's repository it is the one that was built. In another one the tag is made here,
 * first of all: publishing would make it too, but where rules do not let it, a draft would be left
 * behind, and what is published between draft and release would be out already. `target_commitish`
 * is never sent, since a commit that changes workflows needs a right that no workflow's token has.
 */
async function commitOfTag(target) {
  const { own, run, repository } = target;
  const commit = await lookUp(target);
  if (own) {
    return expectCommit(commit, run.commit, target, UNPUBLISHED);
  }
  if (commit !== undefined) {
    log(`Tag ${run.tag} is there in ${repository}: ${commit}.`);
    return commit;
  }
  return createTag(target);
}

/** What follows before anything is public. */
const UNPUBLISHED = 'Nothing is published for a tag that moves: push a new one.';

/** Ends the command where the tag does not point to the commit that it pointed to. */
async function requireTag(target, commit, otherwise) {
  expectCommit(await lookUp(target), commit, target, otherwise);
}

function expectCommit(found, expected, { run: { tag }, repository }, otherwise) {
  if (found === expected) {
    return found;
  }
  return fail('the-tag-was-moved', `Tag ${tag} of ${repository} ${found === undefined ? 'is gone' : `points to ${found}`}, and these files belong to ${expected}. ${otherwise}`);
}

async function lookUp(target) {
  const answer = await ask(target, `ref/tags/${pathOf(target.run.tag)}`);
  if (answer.status === 404) {
    return undefined;
  }
  let object = gitObjectIn(dataOf(answer, target));
  for (let depth = 0; object.annotated && depth < DEEPEST; depth++) {
    object = gitObjectIn(dataOf(await ask(target, `tags/${encodeURIComponent(object.sha)}`), target));
  }
  return object.sha;
}

async function createTag(target) {
  const { github, repository, run: { tag } } = target;
  const commit = await headOf(target);
  for (let nth = 0;; nth++) {
    try {
      const answer = await github.ask('POST', `/repos/${repository}/git/refs`, { ref: `refs/tags/${tag}`, sha: commit });
      if (answer.status === 201) {
        log(`Made tag ${tag} in ${repository}: ${commit}.`);
        return commit;
      }
      if (!/already exists/i.test(saidIn(answer))) {
        throw tagRefused(answer, target);
      }
      // another run was faster, and its tag counts
      return await lookUp(target) ?? fail('the-tag-was-moved', `GitHub says that tag ${tag} is there in ${repository}, and that it is not. ${RERUN}`);
    }
    catch (error) {
      await github.afterTrouble(error, nth);
    }
    const found = await lookUp(target);
    if (found !== undefined) {
      return found;
    }
  }
}

async function headOf(target) {
  const { github, repository } = target;
  const answer = await github.ask('GET', `/repos/${repository}`);
  const branch = textOf$1(dataOf(answer, target), 'default_branch', 'a repository');
  const head = await ask(target, `ref/heads/${pathOf(branch)}`);
  if (head.status === 404) {
    fail('the-release-repository-is-empty', `${repository} has no commit on its default branch ${branch}, and a tag needs one. Push one, such as a README. ${RERUN}`);
  }
  return gitObjectIn(dataOf(head, target)).sha;
}

function tagRefused(answer, target) {
  const { repository, run: { tag } } = target;
  const said = saidIn(answer);
  return answer.status === 422
    ? failure('the-tag-could-not-be-made', `${repository} does not let the token make tag ${tag} (422: "${said}"). A ruleset of its tags restricts that: add the token's owner or App to the bypass list of the ruleset, or exclude such tags from it. ${RERUN}`)
    : refused(answer, `make tag ${tag} in ${repository}`);
}

async function ask({ github, repository }, path) {
  return github.ask('GET', `/repos/${repository}/git/${path}`);
}

function dataOf(answer, { repository }) {
  if (answer.status !== 200) {
    throw refused(answer, `read ${repository}`);
  }
  return answer.data;
}

/** Slashes of a name stay. */
function pathOf(name) {
  return name.split('/').map(encodeURIComponent).join('/');
}

// --- publish/release/publication.ts ------------------------------------------------------------

/** How often another run may get between. */
const MOST_ROUNDS = 5;
/** How often a public release is looked at again. */
const MOST_LOOKS = 3;
const MOST_NAMED = 10;

/**
 * Makes a release of the files: tag, one draft, uploads, read-back, and only then public. Whatever an
 * earlier attempt did is found and goes on from there.
 */
async function makeRelease(target, mode) {
  const notes = await prepareNotes(target);
  const commit = await commitOfTag(target);
  const [known, fates] = [new Set(), new Map()];
  for (let round = 1;; round++) {
    const release = await theRelease(target, notes, known);
    try {
      if (await finish(target, release, { mode, commit, notes, known, fates })) {
        return;
      }
    }
    catch (error) {
      if (!(error instanceof Changed)) {
        throw await withWayOn(target, error, release);
      }
    }
    if (round === MOST_ROUNDS) {
      fail('the-draft-is-not-as-it-should-be', `The drafts for ${target.run.tag} in ${target.repository} changed ${MOST_ROUNDS} times while this run worked on them. See that nothing else makes releases of such tags, and choose "Re-run failed jobs".`);
    }
  }
}

/** Whether it is done; otherwise the release is not the one it was, and everything is looked at anew. */
async function finish(target, release, { mode, commit, notes, known, fates }) {
  if (!release.draft) {
    await settlePublic(target, release, mode, fates);
    return true;
  }
  await renewNotes(target, release);
  await fill({ target, release, fates, mayChange: ({ draft }) => draft });
  const again = await theRelease(target, notes, known);
  if (again.id !== release.id || !again.draft) {
    return false;
  }
  const marks = mode === 'draft' || target.plan.draftOnly ? undefined : await publicMarks(target);
  await requireTag(target, commit, UNPUBLISHED);
  if (!marks) {
    summarizeDraft(target, again, fates);
    return true;
  }
  const now = await goPublic(target, again, marks);
  if (!now) {
    return false;
  }
  await requireTag(target, commit, 'See who moves tags, and push a new one.');
  summarizePublic(target, await readBack(target, now), fates);
  sayIfNotFound(target, marks);
  return true;
}

/** Nobody would see it: to users who are left behind, their apps say that they are up to date. */
function sayIfNotFound({ plan, repository, run: { tag } }, { prerelease, make_latest: latest }) {
  if (plan.isUpdate && !prerelease && latest === 'false') {
    const why = plan.latest === 'never' ? 'the declaration says that no release is' : 'a release of a higher version is public there';
    say({
      level: 'notice',
      id: 'installed-apps-do-not-find-the-release',
      text: `The release of ${tag} in ${repository} is not the latest, since ${why}. Apps that are installed do not update to it: people have to download it.`,
    });
  }
}

/** What an earlier attempt said was built may not be what this one has. */
async function renewNotes(target, { id, body }) {
  const { github, run: { tag } } = target;
  const notes = renewed(body, target);
  for (let nth = 0; notes !== undefined; nth++) {
    try {
      const answer = await github.ask('PATCH', `${releasesOf(target)}/${id}`, { tag_name: tag, body: notes });
      if (answer.status !== 200) {
        throw refused(answer, `write the notes of draft ${id} in ${target.repository}`);
      }
      log(`The notes of draft ${id} say now what was built. Their words stay.`);
      return;
    }
    catch (error) {
      await github.afterTrouble(error, nth);
    }
  }
}

/** In one request, so that it is never public with half of its marks. Undefined where another release of the tag is public. */
async function goPublic(target, { id }, marks) {
  const { github } = target;
  for (let nth = 0;; nth++) {
    try {
      const answer = await github.ask('PATCH', `${releasesOf(target)}/${id}`, marks);
      if (answer.status === 422 && /already_exists/.test(saidIn(answer))) {
        return undefined;
      }
      if (answer.status !== 200) {
        throw burnt(answer, target) ?? publicationRefused(answer, target);
      }
      return releaseIn(answer.data);
    }
    catch (error) {
      await github.afterTrouble(error, nth);
    }
    const [now] = await readRelease(target, id);
    if (!now?.draft) {
      return now;
    }
  }
}

/** Everything that a release gets when it becomes public. Its tag is sent again: GitHub drops it otherwise. */
async function publicMarks(target) {
  const { plan, run: { tag } } = target;
  const prerelease = isPrerelease(target);
  const sent = {
    tag_name: tag,
    draft: false,
    ...plan.discussionCategory !== '' && { discussion_category_name: plan.discussionCategory },
  };
  return { ...sent, prerelease, make_latest: prerelease ? 'false' : await makeLatest(target) };
}

function publicationRefused(answer, target) {
  const { plan: { discussionCategory }, repository } = target;
  if (answer.status === 404) {
    return failure('the-release-could-not-be-made-public', `GitHub found nothing (404) when the draft was made public in ${repository}. ${discussionCategory === ''
      ? 'It says so where a draft was made with a target commit that changes workflows: delete the draft, and choose "Re-run failed jobs".'
      : `It says so where there is no category "${discussionCategory}" in its discussions, or where the token may not write there ("Discussions: write").`}`);
  }
  if (answer.status === 422) {
    const said = saidIn(answer);
    const why = `GitHub did not make the draft public in ${repository} (422: "${said}").`;
    const problem = { level: 'error', id: 'the-release-could-not-be-made-public', text: why };
    // seen for no reason, and gone a moment later; also where two runs race
    return /must have a valid tag/.test(said) && !/pre_receive/.test(said) ? new Uncertain(why, problem) : new Failure([problem]);
  }
  return refused(answer, `make the draft public in ${repository}`);
}

/** A release that was public before this run came to it. */
async function settlePublic(target, release, mode, fates) {
  const { plan, repository, run: { tag } } = target;
  const comparison = await compareSettled(target, release);
  const differences = differencesIn(comparison);
  if (differences.length > 0 && differences.length === comparison.unproven.length) {
    fail('the-release-is-public-and-differs', `The release of ${tag} in ${repository} (${release.url}) is public, and whether it is what was built cannot be told yet: ${beginning(differences, MOST_NAMED)}. Nothing was changed. Choose "Re-run failed jobs" in a while.`);
  }
  if (differences.length > 0 && (release.immutable || !plan.replacePublicFiles)) {
    fail('the-release-is-public-and-differs', `The release of ${tag} in ${repository} (${release.url}) is public, and it differs from what was built: ${beginning(differences, MOST_NAMED)}. ${release.immutable
      ? 'It is immutable: nobody can change its files. Push a tag of another version.'
      : 'People may have downloaded its files, so they are not changed. Push a tag of another version; or set "replacePublicFiles" in the declaration, run "npx projen" and push the tag anew.'}`);
  }
  if (differences.length > 0 && mode === 'draft') {
    summarizeDifferent(target, release, fates, differences.length);
    return;
  }
  if (differences.length > 0) {
    await fill({ target, release, fates, mayChange: ({ immutable }) => !immutable });
  }
  comparison.equal.filter(({ name }) => !fates.has(name)).forEach(({ name }) => fates.set(name, 'kept'));
  requireImmutable(target, release);
  summarizePublic(target, release, fates, differences.length === 0);
}

/** Of what was uploaded a moment ago GitHub may not have computed all sums yet. */
async function compareSettled(target, release) {
  for (let nth = 0;; nth++) {
    const comparison = comparePublic(target.set.files, await assetsOf(target, release) ?? []);
    if (comparison.unproven.length === 0 || nth === MOST_LOOKS) {
      return comparison;
    }
    await target.github.wait(1000 * 2 ** nth, 'GitHub has not computed all sums of the public release yet');
  }
}

/** What people can see now is what was verified before. It may take a moment until GitHub shows it. */
async function readBack(target, { id, url }) {
  for (let nth = 0;; nth++) {
    const [release] = await readRelease(target, id);
    const differences = release && !release.draft ? differencesIn(comparePublic(target.set.files, await assetsOf(target, release) ?? [])) : ['it is not there'];
    if (release && differences.length === 0 && (release.immutable || !target.plan.immutable)) {
      return release;
    }
    if (nth === MOST_LOOKS && differences.length === 0) {
      requireImmutable(target, release);
    }
    if (nth === MOST_LOOKS) {
      fail('the-release-is-public-and-differs', `The release of ${target.run.tag} in ${target.repository} (${url}) was complete a moment ago, and now that it is public it differs from what was built: ${beginning(differences, MOST_NAMED)}. Something else changes it. Make it a draft again or delete it, and look at what else writes releases.`);
    }
    await target.github.wait(1000 * 2 ** nth, 'GitHub does not show the public release yet');
  }
}

function requireImmutable({ plan, repository }, { immutable, url }) {
  if (plan.immutable && !immutable) {
    fail('the-release-is-not-immutable', `The release is public and complete (${url}), but it is not immutable, and the declaration expects that. Turn on "release immutability" in the settings of ${repository} or of its organization; it holds for releases from then on, not for this one.`);
  }
}

/** Messages of which the same run never comes to an end. */
const FINAL = ['the-tag-was-moved', 'an-immutable-release-had-the-tag', 'the-release-repository-has-moved'];
/** Messages that say themselves what is public. */
const PUBLIC = ['the-release-is-public-and-differs', 'the-release-is-not-immutable'];

/** What is public, and how to go on. */
async function withWayOn(target, error, release) {
  if (!(error instanceof Failure)) {
    return error;
  }
  const now = await readRelease(target, release.id).catch(() => undefined);
  return new Failure(error.messages.map((message) => ({ ...message, text: [message.text, ...wayOn(message.id, release, now)].join(' ') })));
}

/** @param now what the release is; undefined where nobody can tell, none where it is no more */
function wayOn(id, release, now) {
  if (PUBLIC.includes(id)) {
    return [];
  }
  if (!now) {
    return [`GitHub does not say at the moment how far it came: see ${release.url}.`];
  }
  return now.map(({ draft, url }) => draft
    ? `Nothing is public: draft ${release.id} (${url}) ${FINAL.includes(id) ? 'stays, and can be deleted.' : 'stays as it is. "Re-run failed jobs" finishes what is missing and changes nothing that is right.'}`
    : `The release is public already: ${url}.`);
}

// --- publish/release/release.ts ----------------------------------------------------------------

/** The command `release`. */
async function release(mode) {
  if (mode !== 'draft' && mode !== 'publish') {
    fail('the-script-was-called-wrongly', `'release' goes as far as 'draft' or 'publish', not '${mode ?? ''}'. Run "npx projen", which writes the workflow anew.`);
  }
  const plan = readPlan('TARGET');
  const run = readRun();
  const { record, files } = await proveSet(SET, run.tag, needed('RECORD_SHA256'));
  const bundles = plan.attested ? await proveBundles(ATTESTATIONS, needed('ATTESTATION_SUMS')) : [];
  const target = {
    github: new GitHub({ apiUrl: run.apiUrl, token: readToken(), clock: systemClock, patience: RELEASE_PATIENCE }),
    run,
    plan,
    set: { record, files: [...files, ...bundles] },
    repository: plan.repository || run.repository,
    own: plan.repository === '' || plan.repository.toLowerCase() === run.repository.toLowerCase(),
  };
  await makeRelease(target, mode);
}

// --- publish/main.ts ---------------------------------------------------------------------------

/** Every command. It is given what follows it on the command line. */
const COMMANDS = { assemble, attest, release, npm, dispatch };

/** Problems that are said; the summary of a step has 1 MiB, and nothing of a longer one is shown. */
const MOST_SAID = 100;

async function main([command, mode]) {
  const run = COMMANDS[command];
  if (!run) {
    fail('the-script-was-called-wrongly', `There is no command '${command ?? ''}'; there are: ${Object.keys(COMMANDS).join(', ')}. Run "npx projen", which writes the workflow anew.`);
  }
  await run(mode);
}

main(process.argv.slice(2)).catch((error) => {
  process.exitCode = 1;
  if (!(error instanceof Failure)) {
    throw error;
  }
  const { messages } = error;
  messages.slice(0, MOST_SAID).forEach(say);
  if (messages.length > MOST_SAID) {
    log(`And ${messages.length - MOST_SAID} problems more.`);
  }
});
