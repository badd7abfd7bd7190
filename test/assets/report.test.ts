import { asset, runScript } from '../support/run-script';

const report = (commands: string) => runScript(`${asset('say')}\n${asset('report')}\n${commands}`, { DOC_URL: 'https://doc' });

it('says each record once, in order, and fails for an error', async () => {
  const run = await report('conclude "$(warning \'Two words\' b; problem \'One\' a; warning \'Two words\' b)"');
  expect(run).toMatchObject({ code: 1, stderr: '' });
  expect(run.stdout).toBe('::warning title=Two words::b See https://doc#two-words\n::error title=One::a See https://doc#one\n');
  expect(run.summary).toBe([
    '',
    '- **warning: Two words.** b [How to mend it](https://doc#two-words)',
    '',
    '- **error: One.** a [How to mend it](https://doc#one)',
    '',
  ].join('\n'));
});

it('passes with a warning, and keeps notices out of the summary', async () => {
  expect(await report('conclude "$(warning W w)"')).toMatchObject({ code: 0 });
  expect(await report('conclude "$(notice N n)"')).toMatchObject({ code: 0, stdout: '::notice title=N::n\n', summary: '' });
});

it('keeps a text on its line', async () => {
  const run = await report('conclude "$(problem One $\'a\\n::error::forged\\r\\tb\')"');
  expect(run.stdout).toBe('::error title=One::a ::error::forged  b See https://doc#one\n');
});
