/*
 * Publishes what a tag build has made: "node tag-build-publish.mjs COMMAND [MODE]". It needs Node.js 20
 * or newer and nothing else, and runs no code of the build. It is src/publish of projen-tag-build,
 * whose types are left out; "npx projen-tag-build check" compares it with what the package ships.
 */
import { appendFileSync } from 'node:fs';

// --- publish/titles.ts -------------------------------------------------------------------------

/**
 * What each message of the publish script is called by: its title in the log, and the heading in the
 * setup doc that it links to. Letters, digits, spaces and hyphens only, for an anchor has no others.
 * src/render/doc/publish-messages.ts explains each; one that it forgets does not compile.
 */
const TITLES = {
    'the-script-was-called-wrongly': 'The publish script was called wrongly',
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

// --- publish/main.ts ---------------------------------------------------------------------------

/** Every command. It is given what follows it on the command line. */
const COMMANDS = {};

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
