import { compose, runScript, type ScriptName } from '../support/run-script';

const outputs = ['real=true', 'tag=v1', 'name=v1', 'version=1', 'prerelease=false', 'commit-a=abc'];
const run = (lines: readonly string[], env: Record<string, string> = {}, script: ScriptName = 'leg') =>
  runScript(compose(script), { REQUIRED_OUTPUTS: lines.join('\n'), GITHUB_REPOSITORY: 'acme/app', DOC_URL: 'https://doc', ...env });

/** The outputs, those of these names emptied. */
const without = (...names: string[]) => outputs.map((line) => names.includes(line.split('=')[0]) ? `${line.split('=')[0]}=` : line);

it('says nothing when everything has arrived', async () => {
  expect(await run(outputs)).toMatchObject({ code: 0, stdout: '', stderr: '', summary: '', leftovers: [] });
});

it('names every output that arrived empty, and says why that may be', async () => {
  const result = await run(without('commit-a', 'name'));
  expect(result).toMatchObject({ code: 1, outputs: {} });
  expect(result.stdout).toBe(
    '::error title=An output of the guard arrived empty::Empty: name, commit-a. ' +
    'GitHub empties a job output that contains the value of a secret, so the value of some secret of acme/app, ' +
    'perhaps a very short one such as 1 or true, is part of it. Give that secret another value or delete it, then re-run all jobs. ' +
    'See https://doc#an-output-of-the-guard-arrived-empty\n',
  );
  expect(result.summary).toContain('\n- **error: An output of the guard arrived empty.** Empty: name, commit-a.');
});

it.each([
  [['tag', 'version'], 1],
  [['real'], 1],
  [['prerelease'], 1],
])('needs %j on a tag', async (names, code) => {
  expect((await run(without(...names))).code).toBe(code);
});

it('needs no tag and no version in a rehearsal', async () => {
  const rehearsal = without('tag', 'version').map((line) => line.replace('real=true', 'real=false'));
  expect((await run(rehearsal)).code).toBe(0);
  expect((await run(rehearsal.map((line) => line.replace(/^name=.*/, 'name=')))).code).toBe(1);
});

it.each(['v1.2.3=', 'v1.2.3==', 'a=', '=', 'tag='])('a name may end in an equals sign: %s', async (name) => {
  const named = outputs.map((line) => line.replace(/^(tag|name|version)=.*/, `$1=${name}`));
  expect(await run(named)).toMatchObject({ code: 0, stdout: '' });
});

it('takes a blank for what it is, and what has a line break for one value', async () => {
  expect(await run([...outputs, 'commit-b= '])).toMatchObject({ code: 0, stdout: '' });
  expect(await run([...outputs, 'commit-b=one\n\ntwo'])).toMatchObject({ code: 0, stdout: '' });
  expect((await run([...outputs, 'commit-b=\ntwo'])).stdout).toContain('Empty: commit-b.');
});

it('does not take silence for consent', async () => {
  expect(await run([])).toMatchObject({ code: 1, stderr: expect.stringContaining('REQUIRED_OUTPUTS: names no output') });
});

it('checks the secrets of its environment in the guard\'s words', async () => {
  const result = await run(outputs, {
    ENVIRONMENT: 'release',
    SECRETS: 'required signing CSC_LINK signs the installers\noptional - X,Y Notarization',
    SET_X: 'true',
  }, 'environmentLeg');
  expect(result.code).toBe(1);
  expect(result.annotations).toEqual([
    {
      level: 'error',
      title: 'A secret is not set',
      text: 'Secret CSC_LINK is not set, or is empty, in acme/app, environment release. What it is for: signs the installers. ' +
        'Set it: gh secret set CSC_LINK --repo acme/app --env release. How to make it: https://doc#signing. See https://doc#a-secret-is-not-set',
    },
    {
      level: 'error',
      title: 'A group of secrets is incomplete',
      text: 'Notarization is incomplete: set X; missing Y. Set all of them or none: gh secret set NAME --repo acme/app --env release. ' +
        'See https://doc#a-group-of-secrets-is-incomplete',
    },
  ]);
});

it('fits into a workflow', () => {
  expect(compose('environmentLeg')).not.toContain('${{');
  expect(compose('environmentLeg').length).toBeLessThan(6_000);
});
