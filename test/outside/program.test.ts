import { follow, output, outputIfAny, run } from '../../src/outside/program';

const WHERE = { root: __dirname, env: process.env };

async function node(script: string, seconds?: number) {
  return run(process.execPath, ['-e', script], WHERE, seconds);
}

test('what a program prints and how it ends is told, whatever that is', async () => {
  expect(await node('console.log("out"); console.error("err"); process.exit(3)')).toEqual({ code: 3, stdout: 'out\n', stderr: 'err\n', late: false });
  expect(await node('process.kill(process.pid)')).toMatchObject({ code: null, late: false });
});

test('a program has no input to wait for', async () => {
  expect(await node('process.stdin.on("end", () => console.log("end")).resume()')).toMatchObject({ code: 0, stdout: 'end\n' });
});

test('a program that takes too long is ended, and what it began does not hold it up', async () => {
  const script = 'console.log(require("child_process").spawn("sleep", ["60"], { stdio: "inherit" }).pid); setInterval(() => {}, 1000)';
  const { stdout, ...ended } = await node(script, 1);

  expect(ended).toMatchObject({ code: null, late: true });
  expect(process.kill(Number(stdout))).toBe(true); // it is still there
});

test('a program that cannot be started, and one that fails, is an error where its answer is needed', async () => {
  await expect(run('no-such-program', [], WHERE)).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(output('no-such-program', [], WHERE)).rejects.toMatchObject({ code: 'ENOENT' });
  await expect(output('sh', ['-c', 'echo no >&2; exit 1'], WHERE)).rejects.toThrow('sh -c echo no >&2; exit 1 failed: no');
  await expect(output('sh', ['-c', 'echo "to https://jane:hunter2@example.com" >&2; exit 1'], WHERE)).rejects.toThrow('to https://jane:***@example.com');
});

test('and nothing where it may as well not be there', async () => {
  expect(await outputIfAny('no-such-program', [], WHERE, 5)).toBeUndefined();
  expect(await outputIfAny('sh', ['-c', 'echo half; exit 1'], WHERE, 5)).toBeUndefined();
  expect(await outputIfAny('sh', ['-c', 'echo "  whole "'], WHERE, 5)).toBe('whole');
});

test('who follows a program hears each line of both streams, and its code', async () => {
  const heard: string[] = [];
  const pids: number[] = [];
  const follower = { begun: (pid: number) => void pids.push(pid), line: (text: string) => void heard.push(text) };

  expect(await follow('sh', ['-c', 'echo one; echo two >&2; exit 4'], WHERE, follower)).toBe(4);
  expect(heard.sort()).toEqual(['one', 'two']);
  expect(pids).toEqual([expect.any(Number)]);
  await expect(follow('no-such-program', [], WHERE, follower)).rejects.toMatchObject({ code: 'ENOENT' });
});
