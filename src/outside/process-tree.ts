import { output, run } from './program';

/** For programs that look at processes, not at files. */
const ANYWHERE = { root: '.', env: process.env };

/** Milliseconds for processes to end by themselves. */
const GRACE = 2000;

/** Ends a process and all that it began, in whichever groups: act gives each step a session of its own. */
export async function endTree(pid: number): Promise<void> {
  if (process.platform === 'win32') {
    await run('taskkill', ['/pid', String(pid), '/T', '/F'], ANYWHERE).catch(() => {});
    return;
  }
  const tree = await stopTree(pid);
  tree.forEach((one) => send(one, 'SIGTERM'));
  tree.forEach((one) => send(one, 'SIGCONT'));
  const end = Date.now() + GRACE;
  while (Date.now() < end && tree.some((one) => send(one, 0))) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  tree.forEach((one) => send(one, 'SIGKILL'));
}

/** Stops each process before its children are listed, so that none is begun behind our back. */
async function stopTree(pid: number): Promise<number[]> {
  const tree = [pid];
  for (const parent of tree) {
    send(parent, 'SIGSTOP');
    tree.push(...await childrenOf(parent));
  }
  return tree;
}

async function childrenOf(parent: number): Promise<number[]> {
  return (await output('ps', ['-A', '-o', 'pid=,ppid='], ANYWHERE))
    .split('\n')
    .map((row) => row.trim().split(/\s+/).map(Number))
    .filter(([, ppid]) => ppid === parent)
    .map(([child]) => child);
}

/** @returns whether it was still there */
function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch {
    return false;
  }
}
