import { PATH, RunsScene } from './scene';
import { findRun } from '../../../src/tasks/runs/find-run';
import { message } from '../../support/github-answers';
import { loadBundledOctokit } from '../../support/octokit';

jest.mock('../../../src/outside/load-octokit', () => ({ loadOctokit: async () => loadBundledOctokit() }));

const scene = new RunsScene();
const find = async (known: readonly number[] = []) => findRun(scene.runs, PATH, { ref: 'v1.0.0', event: 'push' }, scene.patience, known);

test('a run shows some time after it has begun', async () => {
  scene.repository.startRun('other.yml', 'push', 'v1.0.0', scene.repository.head!);
  const run = scene.start({ attempts: [[]], hiddenFor: 2 });
  expect(await find()).toMatchObject({ id: run.id, path: PATH });
  expect(scene.github.log).toHaveLength(3);
});

test('there may be none, and of those that were there before none counts', async () => {
  expect(await find()).toBeUndefined();
  expect(scene.github.log).toHaveLength(scene.patience.attempts);
  const before = scene.start({ attempts: [[]], hiddenFor: 0 });
  expect(await find([before.id])).toBeUndefined();
  const again = scene.start({ attempts: [[]], hiddenFor: 1 });
  expect(await find([before.id])).toMatchObject({ id: again.id });
});

test('an answer that does not come is waited for; a refusal is not', async () => {
  const run = scene.start({ attempts: [[]], hiddenFor: 0 });
  scene.github.inject({ times: 4 }, { answer: message(500, 'Trouble') });
  expect(await find()).toMatchObject({ id: run.id });
  scene.github.inject({ times: 99 }, { answer: message(500, 'Trouble') });
  await expect(find()).rejects.toThrow('GitHub has trouble of its own (500)');
});

test('a refusal is final', async () => {
  await expect(findRun(scene.as('fine-grained', 'contents:read'), PATH, {}, scene.patience)).rejects.toThrow('GitHub does not show the runs of desktop.yml of acme/app (403)');
  expect(scene.github.log).toHaveLength(1);
});
