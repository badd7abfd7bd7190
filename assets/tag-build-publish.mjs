/*
 * Publishes what a tag build has made: "node tag-build-publish.mjs COMMAND [MODE]". It needs Node.js 20
 * or newer and nothing else, and runs no code of the build. It is src/publish of projen-tag-build,
 * whose types are left out; "npx projen-tag-build check" compares it with what the package ships.
 */
import { lstatSync, readdirSync, appendFileSync, rmSync, mkdirSync, linkSync, writeFileSync, createReadStream } from 'node:fs';
import * as path from 'node:path';
import { createHash } from 'node:crypto';
import { pipeline } from 'node:stream/promises';

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

/** Where each leg's artifact was downloaded to, from the workspace: `legs/<job>/<platform>`. */
const LEGS = 'legs';

/** What is assembled, from the workspace: the one artifact that all later jobs download. */
const SET = 'release';

/** In it, the files under the names that they have in a release. */
const FILES = 'files';

/** In it, what is known of them: a `ReleaseSet`. */
const RECORD = 'set.json';

/** What the log of `assemble` says of each file, in front of its name: a rehearsal is told by it what a tag would publish. */
const TO_PUBLISH = 'to publish: ';

// --- publish/assemble/legs.ts ------------------------------------------------------------------

/** Everything in the artifact of a leg that is no directory; nothing where it was not downloaded. No link is followed. */
function filesOf(leg) {
    return below(directoryOf(leg), '').map((file) => {
        const stats = lstatSync(locationOf({ leg, path: file }));
        return { leg, path: file, size: stats.size, isFile: stats.isFile() };
    });
}

/** Where a file lies, from the workspace. */
function locationOf({ leg, path: file }) {
    return path.join(directoryOf(leg), file);
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

const RANGE = /\\?(.)(?:-\\?(.))?/gs;

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

// --- publish/assemble/problems.ts --------------------------------------------------------------

/** Names that the script gives to files of its own. */
const CHECKSUMS = 'SHA256SUMS';
const MANIFEST = 'build-manifest.json';

/** How many names a message shows. */
const SHOWN = 20;

/** What a leg's artifact has too little or too much. Nothing is said of one that may be absent, and is. */
function legProblems(leg, files) {
    if (!files.length) {
        return leg.allowedToFail ? [] : [error('a-platform-left-no-files', `The artifact of ${leg.name} is not there, or holds nothing. Look at its job, and choose "Re-run failed jobs" when its cause is gone.`)];
    }
    const patterns = readArtifactPatterns(leg.patterns);
    const hits = files.map((file) => ({ file, by: collectedBy(patterns, [leg.root, file.path].filter(Boolean).join('/')) }));
    const missed = patterns.filter((pattern) => !pattern.excludes && hits.every(({ by }) => !by.includes(pattern)));
    return [
        ...missed.map(({ written }) => error('a-pattern-has-no-file', `No file of ${leg.name} matches '${written}'; its artifact holds: ${some(files.map((file) => file.path))}. Correct the pattern or the build.`)),
        ...hits.filter(({ by }) => !by.length).map(({ file }) => error('a-file-is-not-declared', `No pattern of ${leg.name} names ${shown(file)}, which is in its artifact. Declare it among the artifacts, or let nothing else upload under the name of this one.`)),
    ];
}

/** What keeps single files out of a release. */
function fileProblems(files) {
    return files.flatMap((file) => {
        if (!file.isFile || /\p{Cc}/u.test(file.path)) {
            return [error('a-file-cannot-be-published', `${shown(file)} of ${file.leg.name} is ${file.isFile ? 'called by a name with control characters' : 'a link, a pipe or a device'}. Let the build leave a plain file.`)];
        }
        return [...sizeProblems(file), ...nameProblems(file)];
    });
}

function sizeProblems(file) {
    const { leg, size } = file;
    if (size === 0) {
        return [error('a-file-is-empty', `${shown(file)} of ${leg.name} has 0 bytes, and GitHub takes no such file. Look at what the build did.`)];
    }
    return size <= MAX_ASSET_BYTES ? [] : [
        error('a-file-is-too-large', `${shown(file)} of ${leg.name} has ${size} bytes, and GitHub takes at most ${MAX_ASSET_BYTES}. Let the build split or compress it.`),
    ];
}

function nameProblems(file) {
    const { leg, name } = file;
    if (!ASSET_NAME.test(name)) {
        return [error('a-file-has-no-name', `Nothing of the name of ${shown(file)} of ${leg.name} can stand in a release, which takes letters, digits and . _ + @ -. Let the build name it otherwise, or give all files names without their own: assetName: 'app-{platform}{ext}'.`)];
    }
    return name.length <= MAX_FILE_NAME_BYTES ? [] : [
        error('a-file-has-no-name', `${shown(file)} of ${leg.name} would be called by ${name.length} characters; allowed are ${MAX_FILE_NAME_BYTES}. Let the build name it shorter, or set assetName.`),
    ];
}

/** What keeps the files together out of one release. */
function setProblems(files, own) {
    const count = files.length + own.length;
    return [
        ...files.length ? [] : [error('a-platform-left-no-files', 'No platform left a file, so that there is nothing to publish. Look at their jobs, and choose "Re-run failed jobs" when the cause is gone.')],
        ...count <= MAX_ASSETS ? [] : [error('there-are-too-many-files', `There are ${count} files, ${own.length} of them made here, and a release takes ${MAX_ASSETS}. Narrow the patterns, or let the build pack files together.`)],
        ...sharedNames(files).map(([name, ...same]) => error('two-files-have-one-name', `${name} would be the name of ${some(same)}. Let the build name them apart, or set assetName, for instance '{name}-{platform}{ext}'.`)),
        ...files.filter(({ name }) => [CHECKSUMS, MANIFEST].some((taken) => isSame(name, taken)))
            .map((file) => error('two-files-have-one-name', `${shown(file)} of ${file.leg.name} would be called ${file.name}, which is a name of a file that is made here. Let the build name it otherwise, or set assetName.`)),
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
    return `'${path}'`;
}

function some(names) {
    return names.slice(0, SHOWN).join(', ') + (names.length > SHOWN ? ` and ${names.length - SHOWN} more` : '');
}

function error(id, text) {
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
    'a-platform-is-absent': 'A platform is absent from the release',
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

/** A line of the log. Nothing that a name or an answer holds begins a line of its own. */
function log(text) {
    process.stdout.write(`${oneLine(text).replace(/^(?=::|##\[)/, ' ')}\n`);
}

/** Adds Markdown to the summary of the run. */
function summarize(text) {
    append(process.env.GITHUB_STEP_SUMMARY, text);
}

function append(file, text) {
    if (file) {
        appendFileSync(file, text);
    }
}

/** Control characters, and what makes a line read in another order than it is written, are spaces. */
function oneLine(text) {
    return text.replace(/[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, ' ');
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
function plan(name) {
    try {
        return JSON.parse(input(name));
    }
    catch (error) {
        fail('the-script-was-called-wrongly', `The variable ${name} of the step is no JSON: ${error.message}. Run "npx projen", which writes the workflow anew.`);
    }
}

// --- publish/assemble/record.ts ----------------------------------------------------------------

/** What is known of the run, for the record of the set. */
function recordOf(plan, files, absent) {
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

// --- publish/assemble/summary.ts ---------------------------------------------------------------

/** Rows of the table: the summary of a step has 1 MiB. */
const MOST_ROWS = 200;
/** Characters of a path in it. */
const MOST_CHARACTERS = 300;

/** The files of the set as Markdown, and where they become public. */
function summaryOf({ files, tag }, targets, isReal) {
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    return [
        `### ${isReal ? `What is published of ${markdown(tag)}` : 'What a tag would publish'}`,
        '',
        `${files.length} files, ${bytes} bytes`,
        '',
        '| file | bytes | SHA-256 | platform | named by the build |',
        '| --- | ---: | --- | --- | --- |',
        ...files.slice(0, MOST_ROWS).map(row),
        ...files.length > MOST_ROWS ? ['', `And ${files.length - MOST_ROWS} files more.`] : [],
        '',
        isReal ? 'To be published:' : 'What a tag would publish:',
        '',
        ...targets.map((target) => `- ${markdown(target)}`),
        '',
    ].join('\n');
}

function row({ name, size, sha256, job, platform, originalName }) {
    const shown = originalName.length > MOST_CHARACTERS ? `${originalName.slice(0, MOST_CHARACTERS)}…` : originalName;
    const cells = [markdown(name), size, sha256, markdown(`${job} ${platform}`), name === originalName ? '' : markdown(shown)];
    return `| ${cells.join(' | ')} |`;
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

/** The sum of a file's content. */
async function sha256Of(file) {
    const hash = createHash('sha256');
    await pipeline(createReadStream(file), hash);
    return hash.digest('hex');
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
    const plan$1 = plan('PLAN');
    const legs = plan$1.legs.map((leg) => ({ leg, files: filesOf(leg) }));
    const files = named(legs.flatMap((leg) => leg.files), plan$1);
    const absent = legs.filter((leg) => leg.leg.allowedToFail && !leg.files.length).map(({ leg }) => leg);
    stopOn([
        ...legs.flatMap((leg) => legProblems(leg.leg, leg.files)),
        ...fileProblems(files),
        ...setProblems(files, [...plan$1.checksums ? [CHECKSUMS] : [], ...plan$1.manifest ? [MANIFEST] : []]),
    ]);
    absent.map(absence).forEach(say);
    const set = recordOf(plan$1, await placeFiles(files), absent.map(({ job, platform, allowedToFail: why }) => ({ job, platform, why })));
    await writeRecord(set, plan$1);
    summarize(summaryOf(set, plan$1.targets, input('REAL') === 'true'));
    log(`${files.length} files are checked and put together.`);
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

// --- publish/main.ts ---------------------------------------------------------------------------

/** Every command. It is given what follows it on the command line. */
const COMMANDS = {
    assemble,
};

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
    error.messages.forEach(say);
});
