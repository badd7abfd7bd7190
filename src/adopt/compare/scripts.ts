/** What a part of a script asks of a package manager. */
export interface Packages {
  readonly manager: string;
  readonly names: readonly string[];
}

/** A script, line by line: packages of the system apart, and without the scripts that every build has. */
export interface Script {
  readonly lines: readonly string[];
  readonly packages: readonly Packages[];
}

const INSTALL = /^(?:sudo\s+)?(?:(?:DEBIAN_FRONTEND=\S+\s+)?(apt)(?:-get)?\s+(?:-\S+\s+)*install|(brew)\s+install|(choco)\s+install|(winget)\s+install)\s+(.*)$/;
const UPDATE = /^(?:sudo\s+)?(?:apt(?:-get)?\s+(?:-\S+\s+)*update(?:\s+-\S+)*|brew update)$/;

export function readScript(script: string): Script {
  const read = continued(script).map(installs);
  return {
    lines: read.flatMap((one) => typeof one === 'string' ? [one] : []).filter((line) => line.trim() && !/^\s*# assets\//.test(line)),
    packages: read.flatMap((one) => typeof one === 'string' ? [] : one),
  };
}

/** Lines of a script; a command that goes on behind a backslash is one where a package manager or a release begins it. */
function continued(script: string): string[] {
  return script.replace(/^(?:sudo\s+)?(?:apt|apt-get|brew|gh release)\b(?:\\\n|.)*/gm, (command) => command.replace(/\s*\\\n\s*/g, ' '))
    .split(/\r?\n/).map((line) => line.trimEnd());
}

/** Packages, if a line does nothing but install them. */
function installs(line: string): string | Packages[] {
  const commands = line.trim().split(/\s*&&\s*/);
  const read = commands.map((command) => UPDATE.test(command) ? [] : INSTALL.exec(command) ?? undefined);
  if (read.includes(undefined)) {
    return line;
  }
  return (read as string[][]).flatMap((found) => found.length ? [{ manager: found.slice(1, 5).find(Boolean)!, names: words(found[5]) }] : []);
}

function words(text: string): string[] {
  return text.split(/\s+/).filter((word) => word && !word.startsWith('-'));
}

/** What a line asks of rustup, where it does nothing else: toolchains, and what each of them has beside it. */
export function rustup(line: string): Readonly<Record<'versions' | 'target' | 'component', readonly string[]>> | undefined {
  const idle = ['--no-self-update', '--force', '--profile', 'minimal'];
  const commands = line.trim().split(/\s*&&\s*/).map((command) => command.split(/\s+/).filter((word) => !idle.includes(word)));
  const read = commands.map(([program, what, ...args]) => {
    const names = args.filter((word) => word !== 'install' && word !== 'add' && word !== 'set');
    const isPlain = program === 'rustup' && names.every((name) => /^[\w.-]+$/.test(name) && !name.startsWith('--'));
    const isAdded = (what === 'target' || what === 'component') && args[0] === 'add';
    const isInstalled = ['install', 'update', 'default'].includes(what) || what === 'toolchain' && args[0] === 'install' || what === 'override' && args[0] === 'set';
    return !isPlain || !isAdded && !isInstalled ? undefined : { what: isAdded ? what : 'version', names };
  });
  const of = (what: string) => read.flatMap((one) => one?.what === what ? one.names : []);
  return read.includes(undefined) ? undefined : { versions: of('version'), target: of('target'), component: of('component') };
}

/** The file that a line writes the version into, where that is all it does. */
export function stampedFile(line: string): string | undefined {
  if (/^npm version \S+ .*--no-git-tag-version/.test(line)) {
    return 'package.json';
  }
  return /^sed -i\b.*version.* (\S+\.(?:toml|json|yaml|csproj))$/i.exec(line)?.[1];
}

/** Whether a script makes a keychain of its own, or has something notarized. */
export function isSigning(script: string): boolean {
  return /^\s*(?:security import|xcrun notarytool submit)\b/m.test(script);
}

/** The variables that a line hands to the steps behind it as it has them itself. */
export function handedVariables(line: string): string[] {
  return [...line.matchAll(/echo "(\w+)<<END_OF_VALUE"/g)].map(([, name]) => name);
}

/** The variable that a line hands to the steps behind it, where it is the tag's name or version. */
export function tagVariable(line: string): string | undefined {
  return /^echo "?(\w+)=\$\{?GITHUB_REF(?:_NAME)?\b[^"]*"? >> "?\$GITHUB_ENV"?$/.exec(line)?.[1];
}

/** A line with its variables put in, and without the quotes around them: so an expression and the variable that it arrives in are the same. */
export function inlined(line: string, env: Readonly<Record<string, string>>): string {
  const value = (name: string, all: string) => env[name] ?? all;
  return line
    .replace(/\$\{(\w+)\}|\$\{?[eE]nv:(\w+)\}?|\$(\w+)|%(\w+)%/g, (all, a, b, c, d) => value(a ?? b ?? c ?? d, all))
    .replace(/["'`]/g, '').replace(/\s+/g, ' ').trim();
}
