import { getEventListeners } from 'node:events';
import { unlessAborted } from '../../src/outside/unless-aborted';

const gone = () => new Error('gone');
let controller: AbortController;

beforeEach(() => { controller = new AbortController(); });

test('the value, or the error, where nothing aborts', async () => {
  await expect(unlessAborted(Promise.resolve(1), controller.signal, gone)).resolves.toBe(1);
  await expect(unlessAborted(Promise.reject(new Error('no')), undefined, gone)).rejects.toThrow('no');
});

test('the error of the signal, now or later', async () => {
  const waiting = unlessAborted(new Promise(() => {}), controller.signal, gone);
  controller.abort();
  await expect(waiting).rejects.toThrow('gone');
  await expect(unlessAborted(Promise.resolve(1), controller.signal, gone)).rejects.toThrow('gone');
});

test('nothing is left at the signal, however many have waited', async () => {
  for (let round = 0; round < 20; round++) await unlessAborted(Promise.resolve(round), controller.signal, gone);
  expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
});
