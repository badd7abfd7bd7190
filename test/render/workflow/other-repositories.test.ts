import { loadScripts } from '../../../src/outside/scripts';
import { renderWorkflow } from '../../../src/render/workflow/workflow';
import { buildJob, model, repository } from '../models';

test('a job is given nothing of the repositories that it does not name, also where it takes files of one that does', () => {
  const repositories = [
    repository(),
    repository({ id: 'engine', name: 'acme/engine', path: 'engine', matchTag: '{tag}', credential: { kind: 'token', secret: 'READ_TOKEN' } }),
    repository({
      id: 'fonts',
      name: 'acme/fonts',
      path: 'fonts',
      refFile: 'fonts.txt',
      credential: { kind: 'github-app', secret: 'APP_KEY', clientIdVariable: 'APP_ID', clientIdSecret: '', tokenId: 'APP_KEY_acme' },
    }),
  ];
  const needs = [{ job: 'engine', path: 'in', platforms: ['linux-x64'], merge: false }];
  const jobs = [buildJob({ id: 'engine', repositories: ['engine'] }), buildJob({ id: 'app', repositories: ['self'], needs }), buildJob({ id: 'pack', repositories: [], needs })];
  const rendered = renderWorkflow(model({ repositories, jobs }), loadScripts()).jobs;
  const mentions = (job: string, ...words: string[]) => words.filter((word) => JSON.stringify(rendered[job].steps).includes(word));

  const words = ['acme/engine', 'commit-engine', 'READ_TOKEN', 'acme/fonts', 'commit-fonts', 'APP_KEY', 'ref-engine', 'ref-fonts'];
  expect(mentions('guard', ...words).sort()).toEqual(['APP_KEY', 'READ_TOKEN', 'acme/engine', 'acme/fonts']);
  expect(mentions('engine', ...words)).toEqual(['acme/engine', 'commit-engine', 'READ_TOKEN']);
  expect(mentions('app', ...words)).toEqual([]);
  expect(mentions('pack', ...words, 'actions/checkout')).toEqual([]);
});
