import { execFileSync, spawn } from 'node:child_process';

/** Milliseconds for processes to end by themselves. */
const GRACE = 2000;

/** Ends a process and all that it began, in whichever groups: act gives each step a session of its own. */
export async function endTree(pid: number): Promise<void> {
  if (process.platform === 'win32') {
    await new Promise((resolve) => spawn('taskkill', ['/pid', String(pid), '/T', '/F'], { stdio: 'ignore' }).on('close', resolve).on('error', resolve));
    return;
  }
  const tree = stopTree(pid);
  tree.forEach((one) => send(one, 'SIGTERM'));
  tree.forEach((one) => send(one, 'SIGCONT'));
  const end = Date.now() + GRACE;
  while (Date.now() < end && tree.some((one) => send(one, 0))) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  tree.forEach((one) => send(one, 'SIGKILL'));
}

/** Stops each process before its children are listed, so that none is begun behind our back. */
function stopTree(pid: number): number[] {
  const tree = [pid];
  for (const parent of tree) {
    send(parent, 'SIGSTOP');
    tree.push(...childrenOf(parent));
  }
  return tree;
}

function childrenOf(parent: number): number[] {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
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
