import { CHECKOUT, declarationOf, importOf, UPLOAD, workflow } from './import-of';

/** The token of a workflow reaches no step that it did not reach before. */
const FORMS = ['${{ secrets.GITHUB_TOKEN }}', '${{ github.token }}', "${{ github['token'] }}", "${{ secrets['GITHUB_TOKEN'] }}", 'Bearer ${{ github.token }}', '${{ secrets.BOT || github.token }}', '${{ toJSON(github) }}', '${{ toJSON(secrets) }}'];

const told = (text: string) => importOf(text).report.filter(({ what }) => what.startsWith('env ')).map(({ fate, what }) => `${fate} ${what}`);

test.each(FORMS)('%s of the step that builds is none of the platform, and of no other step', (token) => {
  const text = workflow(`${CHECKOUT}- run: npm ci\n- run: npm run dist\n  env: { GH_TOKEN: "${token}", MODE: fast }\n${UPLOAD}`);

  const declaration = declarationOf(text);

  expect(declaration.slice(declaration.indexOf('platforms:'))).not.toMatch(/GH_TOKEN|github/);
  expect(declaration).toContain("{ run: 'npm ci' }");
  expect(declaration).not.toContain('GITHUB_ENV');
});

test('that what builds is given it no more is said', () => {
  const text = workflow(`${CHECKOUT}- run: npm run dist\n  env: { GH_TOKEN: "\${{ secrets.GITHUB_TOKEN }}" }\n${UPLOAD}`);

  expect(declarationOf(text)).toContain("run: ['npm run dist']");
  expect(declarationOf(text)).not.toContain('GH_TOKEN');
  expect(importOf(text).report).toContainEqual({
    fate: 'left-out',
    line: 7,
    what: 'env GH_TOKEN',
    became: 'what builds has no token of the workflow, for the release publishes; a command that reads it goes into a step of preBuildSteps with that env',
  });
});

test.each(['curl -H "Authorization: $GH_TOKEN" https://api.example.com > notes', 'gh api user > notes'])('a script that reads it stays a step that has it: %s', (run) => {
  const text = workflow(`${CHECKOUT}- run: ${JSON.stringify(run)}\n  env: { GH_TOKEN: "\${{ github.token }}" }\n${UPLOAD}`);

  const declaration = declarationOf(text);

  expect(declaration).toContain("env: { GH_TOKEN: '${{ github.token }}' }");
  expect(declaration).toMatch(/decide: what builds is among the steps above; name it here\n\s+run: \['true'\]/);
});

test('one of the whole job goes to the steps that read it', () => {
  const text = workflow(`${CHECKOUT}- run: npm ci\n- run: gh api user > notes\n- run: make\n${UPLOAD}`, '    runs-on: ubuntu-24.04\n    env: { GITHUB_TOKEN: "${{ github.token }}" }');

  const declaration = declarationOf(text);

  expect(declaration).toContain("{ run: 'gh api user > notes', env: { GITHUB_TOKEN: '${{ github.token }}' } }");
  expect(declaration).toContain("{ run: 'npm ci' }");
  expect(declaration).toContain("run: ['make']");
  expect(told(text)).toEqual(['left-out env GITHUB_TOKEN']);
});

test.each(['${{ github.token_type }}', '${{ github.ref_name }}', "${{ format('github', github.sha) }}"])('%s is no token', (value) => {
  expect(declarationOf(workflow(`${CHECKOUT}- run: make\n  env: { NAME: "${value}" }\n${UPLOAD}`))).toContain('env: { NAME:');
});
