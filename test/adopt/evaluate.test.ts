import { github } from 'projen';
import { DRAFT } from './print/drafts';
import * as words from '../../src';
import { call, constant, type Draft, object } from '../../src/adopt/code';
import { evaluate } from '../../src/adopt/evaluate';

const LIBRARY = { ...words, github };

test('a draft becomes what its code would', () => {
  const { id, options, jobs } = evaluate(DRAFT, LIBRARY);

  expect(id).toBe('my-app');
  expect(options).toMatchObject({ tags: ['v*'], version: { files: ['package.json'], mode: words.VersionMode.STAMP }, retentionDays: 7, rehearsal: false });
  expect(options.platforms![1]).toEqual(words.Platform.macosArm64({ script: 'build:mac', artifacts: ['dist/*.dmg'] }));
  expect(options.repositories![1]).toEqual(words.Repository.github('acme/server', {
    credential: words.Credential.token({ secret: 'SERVER_TOKEN' }), submodules: github.CheckoutSubmodules.RECURSIVE,
  }));
  expect(jobs.map((job) => [job.id, job.before])).toEqual([['test', ['build', 'assemble']], ['deploy', []]]);
  expect(jobs[0].job).toMatchObject({ uses: './.github/workflows/test.yml', permissions: { contents: 'read', idToken: 'write' }, strategy: { matrix: { domain: { system: ['linux', 'macos'] } } } });
});

test.each(['Platform.macos', 'Platfrom.linuxX64', 'Platform.constructor.constructor', 'toString'])('there is no %s', (name) => {
  const draft = (code: Draft['options']['entries'][number]['value']): Draft => ({ id: 'app', comments: [], constants: [], jobs: [], options: object({ code }) });

  expect(() => evaluate(draft(call(name)), LIBRARY)).toThrow(`there is no ${name}`);
  expect(() => evaluate(draft(constant(name)), LIBRARY)).toThrow(`there is no ${name}`);
});

test('a key is a key, whatever it is called', () => {
  const { options } = evaluate({ id: 'app', comments: [], constants: [], jobs: [], options: object({ ['__proto__']: 'x' }) }, LIBRARY);

  expect(Object.keys(options)).toEqual(['__proto__']);
});
