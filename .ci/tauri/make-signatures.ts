/**
 * Signs by Tauri's own command. Run as a program, it writes the signatures that the tests have; for
 * that it also needs minisign: `node --import tsx .ci/tauri/make-signatures.ts > test/publish/tauri/signatures.json`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { contentOf, FILES, keyOf, type SignedFile, type Signatures, VERSION } from '../../test/publish/tauri/signed-files';

const run = (command: string, ...args: readonly string[]) => execFileSync(command, args, { env: { PATH: process.env.PATH, HOME: process.env.HOME, CI: 'true' }, stdio: ['ignore', 'ignore', 'pipe'] });

function inDirectory<T>(use: (directory: string) => T): T {
  const directory = mkdtempSync(join(tmpdir(), 'tauri-'));
  try {
    return use(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

/** A new private key; its public half lies beside it, in KEY.pub. */
function newKey(directory: string): string {
  const key = join(directory, 'key');
  run('tauri', 'signer', 'generate', '--ci', '--password', '', '--write-keys', key);
  return key;
}

function signAll(directory: string, key: string, files: readonly SignedFile[], version = VERSION): Signatures {
  const sign = (signed: SignedFile) => {
    const file = write(directory, signed);
    run('tauri', 'signer', 'sign', '--private-key-path', key, '--password', '', ...version ? ['--app-version', version] : [], file);
    return readFileSync(`${file}.sig`, 'utf8');
  };
  return { publicKey: readFileSync(`${key}.pub`, 'utf8'), of: Object.fromEntries(files.map((file) => [keyOf(file), sign(file)])) };
}

function write(directory: string, signed: SignedFile): string {
  const file = join(directory, keyOf(signed));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, contentOf(signed));
  return file;
}

/** Signatures of all files, by a new key. */
export function signatures(): Signatures {
  return inDirectory((directory) => signAll(directory, newKey(directory), FILES));
}

function byMinisign(): Readonly<Record<string, string>> {
  return inDirectory((directory) => {
    const [file, key] = [write(directory, FILES[0]), join(directory, 'minisign')];
    const read = (name: string) => readFileSync(name).toString('base64');
    const sign = (...form: readonly string[]) => {
      run('minisign', '-S', ...form, '-s', key, '-x', `${file}.sig`, '-m', file);
      return read(`${file}.sig`);
    };
    run('minisign', '-G', '-W', '-s', key, '-p', `${key}.pub`);
    return { publicKey: read(`${key}.pub`), prehashed: sign(), legacy: sign('-l') };
  });
}

if (basename(process.argv[1]) === basename(__filename)) {
  const first = FILES.slice(0, 1);
  const fixture = inDirectory((directory) => {
    const key = newKey(directory);
    return {
      ...signAll(directory, key, FILES),
      byAnotherKey: inDirectory((other) => signAll(other, newKey(other), first)),
      ofOldVersion: signAll(directory, key, first, '1.2.2'),
      ofTag: signAll(directory, key, first, `v${VERSION}`),
      withoutVersion: signAll(directory, key, first, ''),
      byMinisign: byMinisign(),
    };
  });
  process.stdout.write(`${JSON.stringify(fixture, undefined, 2)}\n`);
}
