import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { oneRepository } from './guard-rows';
import { runGuard } from './guard-run';
import { FakeGitHub } from '../support/fake-github';
import * as answers from '../support/github-answers';

/** What is read out of GitHub's answers, by an awk of this machine. */
export function describeMessages(awk: string): void {
  let github: FakeGitHub;
  let directory: string;

  beforeAll(async () => {
    github = await FakeGitHub.start();
    directory = mkdtempSync(join(tmpdir(), 'awk-'));
    writeFileSync(join(directory, 'awk'), `#!/bin/sh\nPATH='${process.env.PATH}' exec ${awk} "$@"\n`);
    chmodSync(join(directory, 'awk'), 0o755);
  });
  beforeEach(() => github.reset());
  afterAll(async () => {
    await github.stop();
    rmSync(directory, { recursive: true });
  });

  const said = async (reply: answers.Reply) => {
    github.on({}, reply);
    const run = await runGuard(github, { ...oneRepository(), PATH: `${directory}${delimiter}${process.env.PATH}` });
    expect(run.stderr).toBe('');
    return /\(403\): (.*)\. See /.exec(run.annotations[0].text)?.[1];
  };

  it.each<[string, unknown, string]>([
    ['with quotes and signs that JSON escapes', { message: 'He said "no" \\ and\tleft\r\n<b>/' }, 'He said "no" \\ and left  <b>/'],
    ['behind others inside', { errors: [{ message: 'inner', code: '{"message": "x"}' }], block: { message: '}' }, message: 'outer' }, 'outer'],
    ['before others inside', { message: 'outer', errors: [{ message: 'inner' }] }, 'outer'],
    ['where a text is called so', { title: 'message', kind: 'message', message: 'outer' }, 'outer'],
    ['that is empty', { message: '', errors: [{ message: 'inner' }] }, 'no reason given'],
    ['that is none', { errors: [{ message: 'inner' }], message: null }, 'no reason given'],
    ['that is a list', { message: ['inner'], x: 'y' }, 'no reason given'],
    ['that ends in a backslash', { a: 'x\\', message: 'outer\\' }, 'outer\\'],
  ])('the message at the top, %s', async (_, body, expected) => {
    expect(await said(answers.json(403, body))).toBe(expected);
  });

  it('the message at the top, in signs that are numbered', async () => {
    expect(await said({ status: 403, body: '{"message" :\n "You don\\u2019t \\u003cmay\\u003E \\u001b[31m \\u00e9\\ud83d\\ude00 \\u0000x"}' })).toBe("You don't <may>  [31m      x");
  });

  it('the message at the top, behind megabytes, and cut', async () => {
    const errors = Array.from({ length: 5_000 }, (_, index) => ({ message: `"no" ${index}`, path: '\\'.repeat(50) }));
    expect(await said(answers.json(403, { errors, message: '"top" '.repeat(500) }))).toBe('"top" '.repeat(500).slice(0, 300));
  });

  it('the message at the top, of hostile megabytes says nothing', async () => {
    for (const text of ['{"a":"' + '\\'.repeat(200_000), '"'.repeat(500_000), '{'.repeat(200_000), '{"message":' + '['.repeat(100_000)]) {
      expect(await said({ status: 403, body: text })).toBe('no reason given');
    }
  });
}
