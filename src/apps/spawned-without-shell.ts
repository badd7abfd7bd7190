import type { AppCheck, AppFinding, Seen } from './app-check';
import { declaredTools, PACKAGE_JSON } from './package-files';
import { runTexts, scriptFilesOf } from './script-files';
import type { PlatformModel } from '../model/model';
import { rangesMeet } from '../outside/version-ranges';
import { distinct } from '../text/words';

/** Programs that are batch files on Windows. What pnpm is depends on how it was installed. */
const BATCH = 'npm|npx|yarn|corepack';

/**
 * Since these Node.js refuses to start a batch file without a shell.
 *
 * @see https://nodejs.org/en/blog/vulnerability/april-2024-security-releases-2
 */
const REFUSES = '^18.20.2 || ^20.12.2 || ^21.7.3 || >=22';

/** The functions that start a program themselves, and what brings them. */
const CALLS = 'spawn|spawnSync|execFile|execFileSync';
const MODULE = '[\'"](?:node:)?child_process[\'"]';

/** A call goes no further, and no file has more of them, as far as one looks. */
const LONGEST_CALL = 2_000;
const MOST_CALLS = 20;

export const spawnedWithoutShell: AppCheck = {
  id: 'spawned-without-shell',
  cause: 'A script that a Windows leg runs starts a package manager by `spawn` or `execFile` without a shell. It is a batch file there: by its bare name Node.js finds no program (ENOENT), and by its name with `.cmd` it refuses to start it (EINVAL) since 18.20.2, 20.12.2 and 21.7.3.',
  cure: "Hand `shell: true` over, or `shell: process.platform === 'win32'`, or start it by a package such as cross-spawn. Only scripts that the build names, and calls that name the program, are looked at.",
  files: () => [PACKAGE_JSON],
  more: (seen) => distinct(onWindows(seen).flatMap((platform) => scriptFilesOf(seen, platform))),
  check: (seen) => {
    const found = onWindows(seen).flatMap((platform) => runTexts(seen, platform).filter(({ file }) => /\.[cm]?[jt]s$/.test(file))
      .flatMap(({ text, file }) => spawned(text, refusesBatch(seen, platform)).map((finding) => ({ at: file, ...finding }))));
    return [...new Map(found.map((finding) => [`${finding.at} ${finding.what}`, finding])).values()];
  },
};

function onWindows({ job }: Seen): PlatformModel[] {
  return job.platforms.filter(({ system }) => system === 'windows');
}

/** An exact version may be one of before; any other is the newest of its kind. */
function refusesBatch({ job }: Seen, platform: PlatformModel): boolean {
  const version = declaredTools(job, platform).find(({ kind }) => kind === 'node')?.version ?? '';
  return !/^\d+\.\d+\.\d+$/.test(version) || rangesMeet(version, REFUSES) !== false;
}

/** A call of one of the functions. */
interface Call {
  readonly index: number;
  readonly receiver: string;
  readonly called: string;
  /** As it is written. */
  readonly program: string;
}

/** @see https://nodejs.org/api/child_process.html#spawning-bat-and-cmd-files-on-windows */
function spawned(text: string, refuses: boolean): Omit<AppFinding, 'at'>[] {
  const plain = text.replace(/^[ \t]*(?:\/\/|\*).*$/gm, '');
  if (!new RegExp(MODULE).test(plain)) {
    return [];
  }
  const calls = callsIn(plain, programsIn(plain, refuses)).slice(0, MOST_CALLS);
  return calls.filter((call) => isOfModule(plain, call) && !hasShell(plain, call.index)).map(({ called, program }) => ({
    what: `${called}(${program}, ...) starts a batch file on Windows without a shell, which Node.js ${/^\W\w+\W$/.test(program) ? 'does not find' : 'refuses'}`,
    fix: `Hand shell: process.platform === 'win32' over to ${called}.`,
  }));
}

/** Regular expressions for the programs that are batch files, as a call names them. */
function programsIn(text: string, refuses: boolean): string[] {
  const variables = [...text.matchAll(new RegExp(`\\b(?:const|let|var) (\\w+)(?:: \\w+)? = [^;\\n]{0,200}?(['"\`])(?:${BATCH}|pnpm)\\.cmd\\2`, 'g'))];
  // what asks for the system may not come here on Windows
  const asks = /\bwin32\b|\bplatform\b|\bWindows_NT\b|isWindows/i.test(text);
  return [
    ...refuses ? [`['"\`](?:${BATCH}|pnpm)\\.cmd['"\`]`, ...variables.slice(0, MOST_CALLS).map(([, name]) => `${name}\\b`)] : [],
    ...asks ? [] : [`['"\`](?:${BATCH})['"\`]`],
  ];
}

function callsIn(text: string, programs: readonly string[]): Call[] {
  const pattern = new RegExp(`(?<![\\w$.])(?:(\\w+)\\.)?(${CALLS})\\(\\s*(?:[^,;()\\n]{0,120}[?:] *)?(${programs.join('|')})`, 'g');
  return programs.length ? [...text.matchAll(pattern)].map(({ index, 1: receiver = '', 2: called, 3: program }) => ({ index, receiver, called, program })) : [];
}

/** Others have functions of these names that know of Windows. */
function isOfModule(text: string, { receiver, called }: Call): boolean {
  const names = receiver ? `(?:\\* as )?\\b${receiver}` : `\\{[^}]{0,200}\\b${called}\\s*(?:,[^}]{0,200})?\\}`;
  const bound = `${names}\\s*(?:=\\s*(?:await import|require)\\(|from)\\s*${MODULE}`;
  return new RegExp(bound).test(text);
}

/** Whether a call says something of a shell, or may: where its options are more than what is written there, all of the file counts. */
function hasShell(text: string, index: number): boolean {
  const call = callAt(text, index);
  const isPlain = /[}\]'"`]\s*(?:,\s*)?\)$/.test(call) && !call.includes('...');
  return /\bshell\b/.test(isPlain ? call : text);
}

/** From its name to the bracket that ends it. */
function callAt(text: string, index: number): string {
  const end = text.slice(index, index + LONGEST_CALL);
  let depth = 0;
  for (let at = end.indexOf('('); at < end.length; at++) {
    depth += end[at] === '(' ? 1 : end[at] === ')' ? -1 : 0;
    if (depth === 0) {
      return end.slice(0, at + 1);
    }
  }
  return end;
}
