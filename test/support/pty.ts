import { spawn } from 'node:child_process';
import { cellsOf } from './screen';

/** Runs a program in a terminal of its own, and types each text when what it waits for has come up behind what the one before it waited for. */
const DRIVER = `
import fcntl, json, os, pty, struct, sys, termios, time
given = json.load(sys.stdin)
pid, terminal = pty.fork()
if pid == 0:
    fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack('HHHH', 50, given['columns'], 0, 0))
    os.execvpe(given['program'][0], given['program'], given['env'])
seen, read = b'', 0
while True:
    try:
        piece = os.read(terminal, 4096)
    except OSError:
        break
    if not piece:
        break
    seen += piece
    while given['typed'] and given['typed'][0][0].encode() in seen[read:]:
        wait, text, *seconds = given['typed'].pop(0)
        read = seen.index(wait.encode(), read) + len(wait.encode())
        time.sleep(sum(seconds))
        os.write(terminal, text.encode())
_, status = os.waitpid(pid, 0)
sys.stdout.buffer.write(seen)
sys.stdout.flush()
code = os.waitstatus_to_exitcode(status)
sys.exit(code if code >= 0 else 128 - code)
`;

export type Typed = readonly [seen: string, typed: string, seconds?: number];

export interface Terminal {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly columns?: number;
  /** What is typed once something has been seen, or some seconds later. */
  readonly typed?: readonly Typed[];
}

export interface Seen {
  /** As a shell has it: of a program that a signal ended, 128 and the signal. */
  readonly code: number | null;
  /** All that the program wrote to the terminal. */
  readonly seen: string;
}

export async function inTerminal(program: readonly string[], { cwd, env = process.env, columns = 80, typed = [] }: Terminal): Promise<Seen> {
  const child = spawn('python3', ['-c', DRIVER], { cwd, stdio: ['pipe', 'pipe', 'inherit'] });
  // not as an argument: the environment holds tokens, and a test looks into all that there are
  child.stdin.end(JSON.stringify({ program, env, columns, typed }));
  const pieces: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
  return new Promise((resolve, reject) => child.on('error', reject).on('close', (code) => resolve({ code, seen: Buffer.concat(pieces).toString() })));
}

/** The lines that a terminal shows in the end of what was written to it, without their colours. */
export function screenOf(seen: string): string[] {
  return cellsOf(seen).map((line) => line.map(({ character }) => character).join(''));
}
