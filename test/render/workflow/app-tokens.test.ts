import * as fc from 'fast-check';
import { Credential, Platform, Repository } from '../../../src';
import { normalise } from '../../../src/normalise/normalise';
import { loadScripts } from '../../../src/outside/scripts';
import { renderWorkflow } from '../../../src/render/workflow/workflow';
import { declarationProblems } from '../../../src/rules/problems';

const OWNERS = ['octo-corp', 'octo_corp', 'Octo-Corp', 'octo', 'a-b_c', 'a_b'];

const app = fc.record({ secret: fc.constantFrom('K', 'K_octo', 'K_octo_corp'), variable: fc.constantFrom('ID', 'ID_2') })
  .map(({ secret, variable }) => Credential.githubApp({ privateKey: { secret }, clientId: { variable } }));
const token = fc.constantFrom('K_OCTO_CORP', 'T').map((secret) => Credential.token({ secret }));
const repositories = fc.array(fc.tuple(fc.constantFrom(...OWNERS), fc.oneof(app, token)), { minLength: 1, maxLength: 6 })
  .map((all) => all.map(([owner, credential], index) => Repository.github(`${owner}/r${index}`, { path: `r${index}`, credential })));

/** Makes what GitHub would see, where keys are the same in upper and lower case. */
function workflowOf(declared: Repository[]) {
  const platforms = [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'] })];
  const model = normalise('app', { repositories: declared, platforms }, { projectName: 'tool', directory: '', marker: '' });
  fc.pre(!declarationProblems(model, { others: [], writerOf: () => undefined, declared: { texts: [], numbers: [] } }).some(({ level }) => level === 'error'));
  return { model, jobs: renderWorkflow(model, loadScripts()).jobs };
}

test('each repository is read with the token of its own App and owner, in the guard and in the build', () => {
  fc.assert(fc.property(repositories, (declared) => {
    const { model, jobs: { guard, build } } = workflowOf(declared);
    const env = guard.steps.at(-1)!.env!;
    expect(new Set(Object.keys(env).map((name) => name.toLowerCase())).size).toBe(Object.keys(env).length);
    for (const { id, name, credential } of model.repositories.filter((one) => one.credential.kind === 'github-app')) {
      const read = build.steps.find((step) => step.id === `checkout-${id}`)!.with!.token;
      const field = env.REPOSITORIES.split('\n').find((line) => line.startsWith(`${id} `))!.split(' ')[3];
      expect(env[`TOKEN_${field.replace('app:', '')}`]).toBe(read);
      const stepId = /steps\.([\w-]+)\./.exec(String(read))![1];
      for (const job of [guard, build]) {
        const made = job.steps.filter((step) => step.id === stepId);
        const inputs = made[0].with!;
        expect(made).toHaveLength(1);
        expect(`${inputs.owner}`.toLowerCase()).toBe(name.split('/')[0].toLowerCase());
        expect(`${inputs.repositories}`.split('\n')).toContain(name.split('/')[1]);
        expect(credential).toMatchObject({
          secret: /secrets\.(\w+)/.exec(`${inputs['private-key']}`)![1], clientIdVariable: /vars\.(\w+)/.exec(`${inputs['client-id']}`)![1],
        });
      }
    }
  }));
});

test('owners that differ in a sign have tokens of their own', () => {
  const credential = Credential.githubApp({ privateKey: { secret: 'K' }, clientId: { variable: 'ID' } });
  const { model } = workflowOf([Repository.github('octo-corp/a', { credential }), Repository.github('octo_corp/b', { credential }), Repository.github('Octo-Corp/c', { credential })]);
  expect(model.repositories.map((repository) => repository.credential)).toMatchObject([{ tokenId: 'K_octo_corp' }, { tokenId: 'K_octo_corp_2' }, { tokenId: 'K_octo_corp' }]);
});
