import { Deadline } from '../../src/outside/deadline';

const never = new Promise<string>(() => {});

test('what comes in time counts, and what does not is not waited for', async () => {
  const deadline = new Deadline(0.05);

  expect(await deadline.or(Promise.resolve('in time'), 'late')).toBe('in time');
  expect(deadline.left).toBeGreaterThan(0);
  expect(await deadline.or(never, 'late')).toBe('late');
  expect(await deadline.or(never, 'late still')).toBe('late still');
  expect(deadline.left).toBe(0);
  expect(deadline.signal.aborted).toBe(true);
});
