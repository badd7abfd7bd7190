import { asset, runScript } from '../support/run-script';

/** What the build sees of some variables, as JSON. */
async function seen(env: Record<string, string>, ...variables: string[]): Promise<Record<string, string | undefined>> {
  const build = `node -p 'JSON.stringify([${variables.map((name) => `process.env.${name} ?? null`).join()}])'`;
  const run = await runScript(`${asset('optional-secrets')}\n${build}`, env);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  const values: (string | null)[] = JSON.parse(run.stdout);
  return Object.fromEntries(variables.map((name, index) => [name, values[index] ?? undefined]));
}

it('unsets an optional secret that is absent', async () => {
  expect(await seen({ OPTIONAL_SECRETS: 'CSC KEY', CSC: '', KEY: 'k' }, 'CSC', 'KEY')).toEqual({ CSC: undefined, KEY: 'k' });
});

it('sets what stands for it', async () => {
  const env = { OPTIONAL_SECRETS: 'CSC', CSC: '', ENV_WITHOUT: 'CSC CSC=un signed\nCSC NO_TIMESTAMP=1', NO_TIMESTAMP: '0' };
  expect(await seen(env, 'CSC', 'NO_TIMESTAMP')).toEqual({ CSC: 'un signed', NO_TIMESTAMP: '1' });
});

it('leaves all as it is where the secret is there', async () => {
  const env = { OPTIONAL_SECRETS: 'CSC', CSC: 'c', ENV_WITHOUT: 'CSC NO_TIMESTAMP=1', NO_TIMESTAMP: '0' };
  expect(await seen(env, 'CSC', 'NO_TIMESTAMP')).toEqual({ CSC: 'c', NO_TIMESTAMP: '0' });
});

it('asks what is absent before it sets anything', async () => {
  const env = { OPTIONAL_SECRETS: 'A B', A: '', B: '', ENV_WITHOUT: 'A B=b\nB C=c' };
  expect(await seen(env, 'A', 'B', 'C')).toEqual({ A: undefined, B: 'b', C: 'c' });
});

it('leaves variables of the build alone, whatever they are called', async () => {
  const env = { OPTIONAL_SECRETS: 'CSC', CSC: '', ENV_WITHOUT: 'CSC X=1', variable: 'v', assignment: 'a' };
  expect(await seen(env, 'variable', 'assignment', 'X')).toEqual({ variable: 'v', assignment: 'a', X: '1' });
});

it('takes nothing for a command, and leaves nothing of its own', async () => {
  const env = { OPTIONAL_SECRETS: 'CSC', CSC: '', ENV_WITHOUT: 'CSC NOTE=$(touch pwned) `x` %0A' };
  expect(await seen(env, 'NOTE', 'ENV_WITHOUT', 'OPTIONAL_SECRETS')).toEqual({ NOTE: '$(touch pwned) `x` %0A', ENV_WITHOUT: undefined, OPTIONAL_SECRETS: undefined });
});
