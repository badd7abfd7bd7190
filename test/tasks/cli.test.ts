import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../src/cli';
import { COMMANDS } from '../../src/command-list';
import { commands } from '../../src/tasks/commands';
import { EXIT, EXIT_MEANINGS, type Exit } from '../../src/tasks/exit-codes';
import { commandHelp } from '../../src/tasks/help';
import { SIGNS } from '../../src/text/signs';
import { folded } from '../../src/text/wrap';

const ROOT = join(__dirname, '..', '..');
const NAMES = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];
let dir: string;

beforeAll(() => { dir = mkdtempSync(join(tmpdir(), 'cli-')); });
afterAll(() => rmSync(dir, { recursive: true }));

/** The program in a directory without models, so that whatever looks for them fails; in a pipe, wherever the tests run. */
async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  for (const stream of [process.stdout, process.stderr]) Object.assign(stream, { isTTY: false });
  const [stdout, stderr] = [process.stdout, process.stderr].map((stream) => jest.spyOn(stream, 'write').mockReturnValue(true));
  try {
    const code = await main(args, dir);
    return { code, stdout: stdout.mock.calls.join(''), stderr: stderr.mock.calls.join('') };
  } finally {
    jest.restoreAllMocks();
  }
}

describe('help', () => {
  test.each([['--help'], ['-h'], ['help']])('%s: all commands and exit codes, on standard output', async (...args) => {
    const { code, stdout, stderr } = await run(...args);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    for (const name of NAMES) expect(stdout).toMatch(new RegExp(`^  ${name} +${COMMANDS[name].description}$`, 'm'));
    for (const exit of Object.keys(EXIT) as Exit[]) expect(stdout).toMatch(new RegExp(`^  ${EXIT[exit]} +${EXIT_MEANINGS[exit]}$`, 'm'));
  });

  test.each(NAMES)('of %s, in every way to ask for it', async (name) => {
    const { code, stdout, stderr } = await run(name, '--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(await run('help', name)).toEqual({ code, stdout, stderr });
    expect(await run(name, '--no-such-option', '-h')).toEqual({ code, stdout, stderr });
    const { usage, options, operand, examples, page } = commands[name].line;
    expect(stdout.replace(/\n {8,}/g, ' ')).toContain(`usage: projen-tag-build ${name} ${usage[0]}`.trimEnd());
    expect(stdout).not.toMatch(/^(?:usage: | {7}).{93}/m);
    for (const option of Object.keys(options)) expect(stdout).toMatch(new RegExp(`^  --${option} `, 'm'));
    if (operand) expect(stdout).toMatch(new RegExp(`^  ${operand.name} `, 'm'));
    expect(stdout).toContain('\n  64 ');
    expect(readFileSync(join(ROOT, page.split('#')[0]), 'utf8')).toMatch(new RegExp(`tag-build[: ]${name}\\b`));
    expect(examples.length).toBeGreaterThan(0);
  });

  test.each(NAMES)('of %s fits into 60 columns', (name) => {
    const lines = folded(commandHelp(name, commands[name], 60), 60).split('\n');
    expect(lines.filter((line) => line.length > 60 && !/^https:\S+$/.test(line))).toEqual([]);
    // an option with its value is broken nowhere
    expect(lines.filter((line) => /^ {20,}[^-[]/.test(line) && line.includes(']') && !line.includes('['))).toEqual([]);
  });

  test.each(NAMES.flatMap((name) => commands[name].line.examples.map(([written]) => written)))('the example "%s" can be written', (written) => {
    const [name, ...args] = written.split(' ');
    expect(() => commands[name as keyof typeof COMMANDS].prepare(args)).not.toThrow();
  });

  test('every option that a usage names exists, and every option is named', () => {
    for (const name of NAMES) {
      const { usage, options } = commands[name].line;
      const named = [...usage.join(' ').matchAll(/--([\w-]+)/g)].map(([, option]) => option);
      expect([...new Set(named)].sort()).toEqual(Object.keys(options).sort());
    }
  });

  test('behind "--" nothing asks for it', async () => {
    expect(await run('plan', '--', '-h')).toMatchObject({ code: EXIT.failed, stdout: '' });
  });
});

test('--version', async () => {
  expect(await run('--version')).toEqual({ code: 0, stdout: '0.0.0\n', stderr: '' });
});

test.each([
  [[], 'a command is missing\n\nusage: projen-tag-build COMMAND'],
  [['paln'], "there is no command 'paln'. Did you mean 'plan'?\n\nHelp: projen-tag-build --help\n"],
  [['toString'], `there is no command 'toString'. There are: ${NAMES.join(', ')}.\n`],
  [['help', 'dcotor'], "there is no command 'dcotor'. Did you mean 'doctor'?\n"],
  [['plan', '--jsno'], "there is no option '--jsno'. Did you mean '--json'?\n\nusage: projen-tag-build plan [TAG] [--build ID] [--remote] [--json]\n"],
  [['plan', '-j'], "there is no option '-j'. There are: --event, --ref, --fork, --build, --remote, --json.\n"],
  [['plan', '--json=yes'], "--json takes no value, and got 'yes'\n"],
  [['plan', '--build'], '--build takes a value: --build=ID\n'],
  [['plan', '--build', '--json'], '--build takes a value: --build=ID\n'],
  [['plan', '--build='], '--build takes a value: --build=ID\n'],
  [['plan', '--no-json'], "there is no option '--no-json'. Did you mean '--json'?\n"],
  [['plan', '--__proto__'], "there is no option '--__proto__'. "],
  [['plan', 'v1', 'v2'], 'got 2 of TAG (v1, v2), and it is one\n'],
  [['check', 'x'], "got 'x', and it takes options only\n\nusage: projen-tag-build check [--json]\nMore: projen-tag-build check --help\n"],
  [['plan', '--\u001b[2J'], "there is no option '--\\u001b[2J'. "],
])('%j is a usage error', async (args, message) => {
  const { code, stdout, stderr } = await run(...args);
  expect({ code, stdout }).toEqual({ code: 64, stdout: '' });
  expect(stderr.slice(0, message.length)).toBe(message);
});

test('what cannot begin ends with another code than what was written wrongly', async () => {
  expect(await run('check')).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/^\.projen\/tag-builds\.json cannot be read: there is no such file\nRun "npx projen" /) });
});

test.each(['README.md', 'docs/commands.md'])('%s has the table of exit codes', (page) => {
  const rows = (Object.keys(EXIT) as Exit[]).map((exit) => `| ${String(EXIT[exit]).padEnd(9)} | ${EXIT_MEANINGS[exit]} |\n`);
  expect(readFileSync(join(ROOT, page), 'utf8')).toContain(`| --------- | ------- |\n${rows.join('')}\n`);
});

test('docs/commands.md has all signs, and no other', () => {
  const [, table] = /\n## Signs\n[^]*?\n\| --- \| --- \|\n([^]*?)\n\n/.exec(readFileSync(join(ROOT, 'docs/commands.md'), 'utf8'))!;
  expect(table.split('\n').map((row) => row.split(' ')[1])).toEqual(Object.values(SIGNS));
});
