/*
 * Publishes what a tag build has made: "node tag-build-publish.mjs COMMAND [MODE]". It needs Node.js 20
 * or newer and nothing else, and runs no code of the build. It is src/publish of projen-tag-build,
 * whose types are left out; "npx projen-tag-build check" compares it with what the package ships.
 */
import { lstatSync, readdirSync, appendFileSync, createReadStream, rmSync, mkdirSync, linkSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { join, resolve, relative } from 'node:path';
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import { request as request$1 } from 'node:http';
import { request } from 'node:https';
import { execFile } from 'node:child_process';
import { readFile, readdir, lstat, realpath } from 'node:fs/promises';

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

/** The name of each file in a release, in their order; '' where none can be made. */
function assetNames(files, rule) {
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

function assetName({ leg, path }, template, { version, tag }) {
  const [written, ext] = splitName(path.split('/').at(-1));
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

/** What the log of `assemble` says of each file, in front of its name: a rehearsal is told by it what a tag would publish. */
const TO_PUBLISH = 'to publish: ';

// --- publish/assemble/legs.ts ------------------------------------------------------------------

/** Characters of a path that are shown; a stranger's may have thousands. */
const MOST_CHARACTERS = 300;

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
  return file.length > MOST_CHARACTERS ? `${file.slice(0, MOST_CHARACTERS)}…` : file;
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

// --- github/glob.ts ----------------------------------------------------------------------------

/**
 * Whether the tokens match a whole text.
 *
 * All ways are followed at once and none is gone back on, so it takes as many steps as there are
 * tokens times characters: a pattern that comes from outside cannot make it take long, as it could
 * with a regular expression.
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

/** `**` is any number of segments where it is a whole one, and `*` elsewhere. A set may begin with its own end. */
const TOKEN = /(?<![^/])(\*\*\/)|(\*+)|(\?)|\[([!^]?)(\]?(?:\\.|[^\]\\]){1,100})\]|\\(.)|(.)/gs;

/**
 * Reads patterns as actions/upload-artifact does, and assets/artifacts.sh.
 *
 * @see https://github.com/actions/toolkit/tree/main/packages/glob#patterns
 */
function readArtifactPatterns(patterns) {
  return patterns.flatMap((written) => {
    const [, signs, body] = /^(!*)(?:\.\/)*(.*?)\/?$/s.exec(written.trim());
    return body === '' || body.startsWith('#') ? [] : [{
        written,
        excludes: signs.length % 2 === 1,
        tokens: [...body.toLowerCase().matchAll(TOKEN)].map(toToken),
      }];
  });
}

/**
 * The patterns that a file is collected by; none where it is not, since the last that matches
 * decides. Upper and lower case are the same, as on Windows: which files there were, a platform has
 * decided with its own eyes.
 */
function collectedBy(patterns, file) {
  const matching = patterns.filter(({ tokens }) => withDirectories(file.toLowerCase()).some((place) => matchesGlob(tokens, place)));
  return matching.at(-1)?.excludes ? [] : matching.filter(({ excludes }) => !excludes);
}

/** A pattern that matches a directory takes all that lies below it. */
function withDirectories(file) {
  return file.split('/').map((_, index, segments) => segments.slice(0, index + 1).join('/'));
}

// --- text/words.ts -----------------------------------------------------------------------------

/** `a, b and c`. */
function andList(items) {
  return list(items, 'and');
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

// --- publish/assemble/problems.ts --------------------------------------------------------------

/** How many names a message shows. */
const SHOWN = 20;

/** What a leg's artifact has too little or too much. Nothing is said of one that may be absent, and is. */
function legProblems(leg, files) {
  if (!files.length) {
    return leg.allowedToFail ? [] : [error$1('a-platform-left-no-files', `The artifact of ${leg.name} is not there, or holds nothing. Look at its job, and choose "Re-run failed jobs" when its cause is gone.`)];
  }
  const patterns = readArtifactPatterns(leg.patterns);
  const hits = files.map((file) => ({ file, by: collectedBy(patterns, [leg.root, file.path].filter(Boolean).join('/')) }));
  const missed = patterns.filter((pattern) => !pattern.excludes && hits.every(({ by }) => !by.includes(pattern)));
  return [
    ...missed.map(({ written }) => error$1('a-pattern-has-no-file', `No file of ${leg.name} matches '${written}'; its artifact holds: ${beginning(files.map((file) => shownPath(file.path)), SHOWN)}. Correct the pattern or the build.`)),
    ...hits.filter(({ by }) => !by.length).map(({ file }) => error$1('a-file-is-not-declared', `No pattern of ${leg.name} names ${shown(file)}, which is in its artifact. Declare it among the artifacts, or let nothing else upload under the name of this one.`)),
  ];
}

/** What keeps single files out of a release. */
function fileProblems(files) {
  return files.flatMap((file) => {
    if (!file.isFile || /\p{Cc}/u.test(file.path)) {
      return [error$1('a-file-cannot-be-published', `${shown(file)} of ${file.leg.name} is ${file.isFile ? 'called by a name with control characters' : 'a link, a pipe or a device, or is not found by its name'}. Let the build leave a plain file.`)];
    }
    return [...sizeProblems(file), ...nameProblems(file)];
  });
}

function sizeProblems(file) {
  const { leg, size } = file;
  if (size === 0) {
    return [error$1('a-file-is-empty', `${shown(file)} of ${leg.name} has 0 bytes, and GitHub takes no such file. Look at what the build did.`)];
  }
  return size <= MAX_ASSET_BYTES ? [] : [
    error$1('a-file-is-too-large', `${shown(file)} of ${leg.name} has ${size} bytes, and GitHub takes at most ${MAX_ASSET_BYTES}. Let the build split or compress it.`),
  ];
}

function nameProblems(file) {
  const { leg, name } = file;
  if (!ASSET_NAME.test(name)) {
    return [error$1('a-file-has-no-name', `Nothing of the name of ${shown(file)} of ${leg.name} can stand in a release, which takes letters, digits and . _ + @ -. Let the build name it otherwise, or give all files names without their own: assetName: 'app-{platform}{ext}'.`)];
  }
  return name.length <= MAX_FILE_NAME_BYTES ? [] : [
    error$1('a-file-has-no-name', `${shown(file)} of ${leg.name} would be called by ${name.length} characters; allowed are ${MAX_FILE_NAME_BYTES}. Let the build name it shorter, or set assetName.`),
  ];
}

/** What keeps the files together out of one release. */
function setProblems(files, own) {
  const count = files.length + own.length;
  return [
    ...files.length ? [] : [error$1('a-platform-left-no-files', 'No platform left a file, so that there is nothing to publish. Look at their jobs, and choose "Re-run failed jobs" when the cause is gone.')],
    ...count <= MAX_ASSETS ? [] : [error$1('there-are-too-many-files', `There are ${count} files, ${own.length} of them made here, and a release takes ${MAX_ASSETS}. Narrow the patterns, or let the build pack files together.`)],
    ...sharedNames(files).map(([name, ...same]) => error$1('two-files-have-one-name', `${name} would be the name of ${beginning(same, SHOWN)}. Let the build name them apart, or set assetName, for instance '{name}-{platform}{ext}'.`)),
    ...files.filter(({ name }) => [CHECKSUMS, MANIFEST].some((taken) => isSame(name, taken)))
      .map((file) => error$1('two-files-have-one-name', `${shown(file)} of ${file.leg.name} would be called ${file.name}, which is a name of a file that is made here. Let the build name it otherwise, or set assetName.`)),
  ];
}

/** Each name that several files have, with them. Upper and lower case are the same: so they are where people download to. */
function sharedNames(files) {
  const byName = new Map();
  for (const file of files.filter(({ name }) => name !== '')) {
    const key = file.name.toLowerCase();
    byName.set(key, [...byName.get(key) ?? [file.name], `${shown(file)} of ${file.leg.name}`]);
  }
  return [...byName.values()].filter((entry) => entry.length > 2);
}

function isSame(name, other) {
  return name.toLowerCase() === other.toLowerCase();
}

function shown({ path }) {
  return `'${shownPath(path)}'`;
}

function error$1(id, text) {
  return { level: 'error', id, text };
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
  'a-platform-is-absent': 'A platform is absent from the release',
  'a-proof-of-signing-did-not-arrive': 'A proof of signing did not arrive',
  'a-required-signature-is-missing': 'A required signature is missing',
  'there-is-not-one-tarball': 'There is not one tarball',
  'the-files-are-not-those-that-were-assembled': 'The files are not those that were assembled',
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

/** Ends a command with one problem. */
function fail(id, text) {
  throw new Failure([{ level: 'error', id, text }]);
}

/** Says something where a reader of the run looks: as an annotation, and in the summary. */
function say({ level, id, text }) {
  const link = process.env.DOC_URL ? `${process.env.DOC_URL}#${TITLES[id].toLowerCase().replaceAll(' ', '-')}` : '';
  const line = oneLine(text);
  process.stdout.write(`::${level} title=${TITLES[id]}::${line.replaceAll('%', '%25')}${link && ` See ${link}`}\n`);
  summarize(`\n- **${level}: ${TITLES[id]}.** ${markdown(line)}${link && ` [How to mend it](${link})`}\n`);
}

/**
 * A line of the log. Nothing that a name or an answer holds begins a line of its own, nor is it a
 * command to the runner, which reads `::command::` behind spaces too, and `##[command]` anywhere.
 *
 * @see https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs
 */
function log(text) {
  process.stdout.write(`${oneLine(text).replace(/^(?=\s*::)/, '|').replaceAll('##[', '# #[')}\n`);
}

/** Adds Markdown to the summary of the run. */
function summarize(text) {
  append(process.env.GITHUB_STEP_SUMMARY, text);
}

/** Sets an output of the step. */
function setOutput(name, value) {
  append(process.env.GITHUB_OUTPUT, `${name}=${oneLine(value)}\n`);
}

function append(file, text) {
  if (file) {
    appendFileSync(file, text);
  }
}

/** Control characters, and what makes a line read in another order than it is written, are spaces. */
function oneLine(text) {
  return text.replace(/[\p{Cc}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
}

/** A link in Markdown to an address, which GitHub has encoded already. */
function linkTo(address) {
  return `<${new URL(address).href}>`;
}

/** A text as Markdown that reads the same. */
function markdown(text) {
  return oneLine(text)
    .replace(/[\\[\]`*_|~]/g, '\\$&')
    .replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
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

function builtRepository({ id, name, ref }) {
  if (name === '') {
    return { name: input('GITHUB_REPOSITORY'), ref: input('GITHUB_REF_NAME'), commit: input('GITHUB_SHA') };
  }
  const commits = input('COMMITS').split('\n').map((line) => line.trim().split(' '));
  const commit = commits.find(([of]) => of === id)?.[1] ?? '';
  return { name, ref, commit: /^[0-9a-f]{40,64}$/.test(commit) ? commit : called(`The guard handed on no commit of ${name}, but '${commit}'`) };
}

function called(problem) {
  fail('the-script-was-called-wrongly', `${problem}. Choose "Re-run all jobs".`);
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

function error(id, text) {
  return { level: 'error', id, text };
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
  const cells = [markdown(name), size, sha256, markdown(`${job} ${platform}`), name === originalName ? '' : markdown(shownPath(originalName))];
  return `| ${cells.join(' | ')} |`;
}

function signature({ job, platform, signing, state, without }) {
  return `- ${markdown(`${job} ${platform}: ${signing}`)}, ${state === 'proven' ? 'proven' : `**not signed**: ${markdown(without)}`}`;
}

// --- publish/sha256.ts -------------------------------------------------------------------------

/** The sum of a file's content, in hexadecimal digits. It is read once, and never held as a whole. */
async function sha256Of(file) {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

// --- publish/assemble/write-set.ts -------------------------------------------------------------

/** Puts the files under their new names into the set. They are read once, and never held as a whole. */
async function placeFiles(files) {
  rmSync(SET, { recursive: true, force: true });
  mkdirSync(path.join(SET, FILES), { recursive: true });
  const placed = [];
  for (const file of files) {
    const { name, size, path: originalName, leg: { job, platform } } = file;
    linkSync(locationOf(file), path.join(SET, FILES, name));
    placed.push({ name, size, sha256: await sha256Of(locationOf(file)), job, platform, originalName });
  }
  return placed;
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

// --- publish/assemble/assemble.ts --------------------------------------------------------------

/**
 * Makes the set that is published out of the artifacts of all legs. Everything is checked first, and
 * all that is wrong said at once; nothing of it is written then.
 */
async function assemble() {
  const plan = readPlan('PLAN');
  const legs = plan.legs.map((leg) => ({ leg, files: filesOf(leg) }));
  const files = named(legs.flatMap((leg) => leg.files), plan);
  const absent = legs.filter((leg) => leg.leg.allowedToFail && !leg.files.length).map(({ leg }) => leg);
  const { signatures, problems } = signaturesOf(legs.filter((leg) => leg.files.length).map(({ leg }) => leg));
  stopOn([
    ...legs.flatMap((leg) => legProblems(leg.leg, leg.files)),
    ...fileProblems(files),
    ...setProblems(files, [...plan.checksums ? [CHECKSUMS] : [], ...plan.manifest ? [MANIFEST] : []]),
    ...problems,
  ]);
  absent.map(absence).forEach(say);
  const set = recordOf(plan, await placeFiles(files), absent.map(({ job, platform, allowedToFail: why }) => ({ job, platform, why })), signatures);
  await writeRecord(set, plan);
  setOutput(RECORD_SUM, await sha256Of(`${SET}/${RECORD}`));
  summarize(summaryOf(set, plan.targets, input('REAL') === 'true'));
  log(`${count(files.length, 'file is', 'files are')} checked and put together.`);
  set.files.forEach(({ name, size }) => log(`${TO_PUBLISH}${name} (${size} bytes)`));
}

function named(files, { assetName }) {
  const names = assetNames(files, { template: assetName, version: releaseName(), tag: input('TAG') || input('NAME') });
  return files.map((file, index) => ({ ...file, name: names[index] })).sort(byName);
}

function stopOn(problems) {
  if (problems.length) {
    throw new Failure(problems);
  }
}

function absence({ name, allowedToFail }) {
  return { level: 'notice', id: 'a-platform-is-absent', text: `Nothing came of ${name}, and the release is made without it. Why it may fail: ${allowedToFail}` };
}

// --- publish/clock.ts --------------------------------------------------------------------------

const systemClock = { now: Date.now, sleep: async (milliseconds) => setTimeout(milliseconds) };

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
function textOf(value, name, what) {
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
  return textOf(answer.data, 'default_branch', 'a repository');
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
    if (record.version === 1 && Array.isArray(record.files) && Array.isArray(record.repositories) && Array.isArray(record.absent) && Array.isArray(record.signatures)) {
      return record;
    }
  }
  catch {
    // said below
  }
  return fail('the-files-are-not-those-that-were-assembled', `${path} is no record that this version wrote. Run "npx projen", commit what it changes and push the next tag.`);
}

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

/** npm publishes a version without what stands behind a plus. */
function withoutBuild(version) {
  return version.split('+')[0];
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
 * of the manifest, so a later run of the same commit writes others. Of these two only the names count.
 */
function comparePublic(files, assets) {
  const { different, equal, ...rest } = compare(files, assets);
  const isNamed = ({ file, asset }) => asset.uploaded && [CHECKSUMS, MANIFEST].includes(file.name);
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
      return textOf(answer.data, 'body', 'generated notes');
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
  const facts = [...absentOf(record), ...unsignedOf(record), ...notes.commits ? [commitsOf(record, run.serverUrl)] : []];
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

const REST = '(-[0-9A-Za-z.-]+)?(\\+[0-9A-Za-z.-]+)?';
const CORES = ['[0-9]+\\.[0-9]+\\.[0-9]+', '[0-9]+\\.[0-9]+'];
/** The order of assets/guard.sh: three numbers before two, behind a `v` before anywhere. */
const VERSIONS = CORES.flatMap((core) => [
  new RegExp(`(?:^|.*[^0-9A-Za-z.])v(${core}${REST})$`),
  new RegExp(`(?:^|[^0-9.])(${core}${REST})$`),
]);

/** The version in a tag, found as assets/guard.sh finds it; GitHub takes no longer one. */
function versionOf(tag) {
  const found = Buffer.byteLength(tag) > MAX_TAG_BYTES ? [] : VERSIONS.map((pattern) => pattern.exec(tag)?.[1]);
  return found.find((version) => version !== undefined);
}

// --- text/versions.ts --------------------------------------------------------------------------

const SHAPE = /^(\d+)\.(\d+)(?:\.(\d+))?(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;

/** A version of two or three numbers; undefined for anything else. */
function parseVersion(text) {
  const [, major, minor, patch = '0', prerelease] = SHAPE.exec(text) ?? [];
  return major === undefined ? undefined : { numbers: [major, minor, patch].map(BigInt), prerelease: prerelease?.split('.') ?? [] };
}

/**
 * Negative where the first is lower.
 *
 * @see https://semver.org/#spec-item-11
 */
function compareVersions(one, other) {
  for (const [index, number] of one.numbers.entries()) {
    if (number !== other.numbers[index]) {
      return number < other.numbers[index] ? -1 : 1;
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
  const branch = textOf(dataOf(answer, target), 'default_branch', 'a repository');
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
  const target = {
    github: new GitHub({ apiUrl: run.apiUrl, token: readToken(), clock: systemClock, patience: RELEASE_PATIENCE }),
    run,
    plan,
    set: await proveSet(SET, run.tag, needed('RECORD_SHA256')),
    repository: plan.repository || run.repository,
    own: plan.repository === '' || plan.repository.toLowerCase() === run.repository.toLowerCase(),
  };
  await makeRelease(target, mode);
}

// --- publish/main.ts ---------------------------------------------------------------------------

/** Every command. It is given what follows it on the command line. */
const COMMANDS = { assemble, release, npm, dispatch };

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
