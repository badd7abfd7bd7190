import { progressLine } from '../../src/tasks/progress';

/** A terminal on which nothing happens by itself: a moment passes when the test says so. */
function terminal(columns = 40) {
  const written: string[] = [];
  const moments = new Set<() => void>();
  const listeners = new Set<() => void>();
  const into = (set: Set<() => void>) => (run: () => void) => {
    set.add(run);
    return () => { set.delete(run); };
  };
  const line = progressLine({ write: (text) => written.push(text.replace('\r\u001b[K', '<')), columns, later: into(moments), interrupted: into(listeners) });
  return { line, written, listeners, moments, moment: () => moments.forEach((run) => run()), interrupt: () => listeners.forEach((run) => run()) };
}

/** Something that is awaited, and how it comes. */
function awaited<T = void>() {
  let [come, fail]: [(value: T) => void, (error: Error) => void] = [() => {}, () => {}];
  const promise = new Promise<T>((resolve, reject) => { [come, fail] = [resolve, reject]; });
  return { promise, come, fail };
}

test('what takes no more than a moment is not said', async () => {
  const { line, written, moments } = terminal();
  const { promise, come } = awaited<number>();
  const waited = line.one('asking', promise);
  come(1);
  expect(await waited).toBe(1);
  expect(written).toEqual([]);
  expect(moments.size).toBe(0);
});

test('what takes longer is said as long as it takes', async () => {
  const { line, written, moment, listeners } = terminal();
  const { promise, come } = awaited();
  const waited = line.one('asking', promise);
  moment();
  expect(written).toEqual(['<asking']);
  come();
  await waited;
  expect(written).toEqual(['<asking', '<']);
  expect(listeners.size).toBe(0);
});

test('of many it says how many are there', async () => {
  const { line, written, moment } = terminal();
  const [first, second] = [awaited<string>(), awaited<string>()];
  const waited = line.all('looking up', [first.promise, second.promise]);
  moment();
  second.come('b');
  await second.promise;
  await Promise.resolve();
  first.come('a');
  expect(await waited).toEqual(['a', 'b']);
  expect(written).toEqual(['<looking up: 0 of 2', '<looking up: 1 of 2', '<looking up: 2 of 2', '<']);
});

test('what fails is thrown, and the line is gone', async () => {
  const { line, written, moment } = terminal();
  const { promise, fail } = awaited();
  const waited = line.all('asking', [promise]);
  moment();
  fail(new Error('refused'));
  await expect(waited).rejects.toThrow('refused');
  expect(written).toEqual(['<asking: 0 of 1', '<']);
});

test('what is printed meanwhile stands above it', () => {
  const { line, written, moment } = terminal();
  void line.one('asking', awaited().promise);
  line.above(() => written.push('early'));
  moment();
  line.above(() => written.push('printed'));
  expect(written).toEqual(['early', '<asking', '<', 'printed', '<asking']);
  line.end();
  expect(written.at(-1)).toBe('<');
});

test('of what is waited for at once the latest is said', async () => {
  const { line, written, moment } = terminal();
  const inner = awaited();
  void line.one('outer', awaited().promise);
  const waited = line.one('inner', inner.promise);
  moment();
  inner.come();
  await waited;
  expect(written.at(-1)).toBe('<outer');
});

test('it fits into the terminal, and strangers write text only', () => {
  const { line, written, moment } = terminal(10);
  void line.one('a\u001b[2Jbcdefghijkl', awaited().promise);
  moment();
  expect(written).toEqual(['<a\\u001b[…']);
});

test('whoever interrupts finds it gone', () => {
  const { line, written, moment, interrupt, listeners } = terminal();
  void line.one('asking', awaited().promise);
  expect(listeners.size).toBe(0);
  moment();
  interrupt();
  expect(written).toEqual(['<asking', '<']);
  expect(listeners.size).toBe(0);
});
