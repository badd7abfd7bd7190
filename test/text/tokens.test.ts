import { withoutTokens } from '../../src/text/tokens';

/** Put together here, so that no scanner takes this file for a leak. */
const GHP = `ghp_${'a1B2'.repeat(9)}`;
const RANDOM = 'Zk3vQ8s1LxT0aWq7'.repeat(2);

test.each<[what: string, line: string, shown: string]>([
  ['a token', `GH_TOKEN=${GHP} gh release list`, 'GH_TOKEN=*** gh release list'],
  ['the token of an App, to its end', `ghs_12345_${'eyJhbGciOi'.repeat(3)}.${'x-Y_'.repeat(8)}.${'z'.repeat(20)}!`, '***!'],
  ['a web token with its signature', `eyJ${'a'.repeat(12)}.eyJ${'b'.repeat(12)}.c-d_e`, '***'],
  ['what follows a scheme', 'authorization: basic dXNlcjpwYXNzd29yZA==', 'authorization: basic ***'],
  ['the password of an address', 'https://jane:hunter2@example.com/app?x=1', 'https://jane:***@example.com/app?x=1'],
  ['a key of one piece', `key '${RANDOM}', again "${RANDOM}"`, "key '***', again \"***\""],
  ['what is assigned to the name of a secret', 'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRf', 'aws_secret_access_key = ***'],
  ['what follows the name of one', '"password": "hunter2hunter", x', '"password": "***", x'],
  ['the key of another cloud', `ASIA${'A1B2'.repeat(4)}`, '***'],
  ['a token before an address', `https://${RANDOM}@example.com/app`, 'https://***@example.com/app'],
  ['the signature of an address', 'https://a.example/x?sv=1&sig=6qda%2B2qOTDo%3D&e=2', 'https://a.example/x?sv=1&sig=***&e=2'],
  ['a hook', `https://hooks.slack.com/services/T0/B0/${'x'.repeat(24)} x`, 'https://hooks.slack.com/services/*** x'],
  ['a key of a service', `sk_live_${'a1B2_'.repeat(5)} and sk-proj-${'a1B2_'.repeat(5)}`, '*** and ***'],
  ['the token of a registry of images', `login dckr_pat_${'a1B2_'.repeat(5)}`, 'login ***'],
  ['that of one of packages', `rubygems_${'0a1b'.repeat(12)}, oy2${'a1'.repeat(21)}b`, '***, ***'],
  ['a key with a hyphen', `AIza${'a1B2-'.repeat(7)}`, '***'],
  ['a job token', `glcbt-64_${'a1B2_'.repeat(5)}`, '***'],
  ['what a header has', `Authorization: token ${'0a1b'.repeat(10)}`, 'Authorization: token ***'],
  ['the login of an .npmrc', '//registry.example.com/:_auth=amFuZTpodW50ZXI=', '//registry.example.com/:_auth=***'],
  ['the value of an option', 'run: sign --password hunter2hunter2 app.exe', 'run: sign --password *** app.exe'],
  ['a hook of another service', `https://discord.com/api/webhooks/123/${'aB1-_'.repeat(9)}`, 'https://discord.com/api/webhooks/***'],
  ['several in a line', `${GHP} and ${GHP}`, '*** and ***'],
])('%s is taken out of a line', (_, line, shown) => {
  expect(withoutTokens(line)).toBe(shown);
});

test.each([
  'npm error 404 Not Found - GET https://registry.npmjs.org/@acme%2flib - Not found',
  'HEAD is now at 0123456789abcdef0123456789abcdef01234567 Merge branch main',
  '/Users/runner/work/app/app/node_modules/.pnpm/electron-builder@26.16.1/node_modules/electron-builder/out/cli/cli.js:12:3',
  'Basic usage: see https://example.com',
  "  'C:\\Users\\runneradmin\\AppData\\Local\\Temp\\chocolatey\\pkg' is not there",
  '*** stays',
  'Error incorrect updater private key password: Wrong password for that key',
  'GH_TOKEN=$GH_TOKEN_OF_THE_BUILD make',
  'git+ssh://git@github.com/acme/app.git',
  'Bearer authentication-required, Basic internationalization',
  'the branch sk-translation-of-all-messages was rejected',
  'token_endpoint: https://login.example.com/oauth2',
  'private_key: ./keys/signing1.pem',
  'the option --token identification of',
  'globs: glob-parent-of-all-that-there-is2',
])('%s stays as it is', (line) => {
  expect(withoutTokens(line)).toBe(line);
});
