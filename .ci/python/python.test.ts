import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { before, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { projects } from './declaration';
import { filesIn, synthesize } from '../../test/cases/harness';

const ROOT = path.resolve(__dirname, '../..');
const PROJENRC = path.join(__dirname, 'projenrc.py');

/** What jsii knows of the public API. */
interface Assembly {
  readonly types: Readonly<Record<string, Named & { readonly kind: string; readonly methods?: readonly Named[]; readonly properties?: readonly Named[] }>>;
}

interface Named {
  readonly name: string;
  readonly static?: boolean;
}

const work = mkdtempSync(path.join(tmpdir(), 'python-'));
const python = path.join(work, 'venv/bin/python');

/** The version of a package that this one was made with. */
function versionOf(name: string): string {
  return JSON.parse(readFileSync(path.join(ROOT, 'node_modules', name, 'package.json'), 'utf8')).version;
}

/** What jsii makes for some languages of what was compiled, as far as it needs no tool of theirs. */
function generate(languages: readonly string[], ...more: string[]): string {
  const dist = path.join(work, languages.join('-'));
  execFileSync('npx', ['jsii-pacmak', '--no-npmignore', '--outdir', dist, '--targets', ...languages, ...more, '--', ROOT], { cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'] });
  return dist;
}

function run(projenrc: string, directory: string): void {
  mkdirSync(directory);
  copyFileSync(projenrc, path.join(directory, '.projenrc.py'));
  execFileSync(python, ['.projenrc.py'], { cwd: directory, env: { ...process.env, PROJEN_DISABLE_POST: 'true' }, stdio: ['ignore', 'pipe', 'pipe'] });
}

before(() => {
  const [wheel] = Object.keys(filesIn(path.join(generate(['python']), 'python'))).filter((file) => file.endsWith('.whl'));
  execFileSync('python3', ['-m', 'venv', path.join(work, 'venv')]);
  const packages = [path.join(work, 'python/python', wheel), `projen==${versionOf('projen')}`];
  execFileSync(python, ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', ...packages]);
});

void test('a declaration in Python makes the same files as its twin in TypeScript', () => {
  run(PROJENRC, path.join(work, 'twin'));
  const twin = path.join(work, 'typescript');
  mkdirSync(twin);
  process.chdir(twin);
  copyFileSync(PROJENRC, path.join(twin, '.projenrc.py'));
  projects().forEach(synthesize);
  const files = filesIn(twin);
  assert.ok(['.github/workflows/studio.yml', 'docs/how to.md', 'README.md', '.projen/tag-builds.json', 'plain/docs/plain.md'].every((file) => files[file]));
  const made = filesIn(path.join(work, 'twin'));
  assert.deepEqual(Object.keys(made), Object.keys(files));
  assert.deepEqual(Object.keys(files).filter((file) => made[file] !== files[file]), []);
});

void test('the declaration says every word that there is', () => {
  const { types } = JSON.parse(gunzipSync(readFileSync(path.join(ROOT, '.jsii.gz'))).toString()) as Assembly;
  const text = readFileSync(PROJENRC, 'utf8');
  const classes = Object.values(types).filter(({ kind }) => kind === 'class');
  const words = [
    ...Object.values(types).filter(({ kind }) => kind !== 'interface').map(({ name }) => name),
    ...classes.flatMap(({ name, methods = [] }) => methods.map((method) => `${method.static ? name : ''}.${snakeCase(method.name)}`)),
    ...classes.flatMap(({ properties = [] }) => properties.map((property) => `.${snakeCase(property.name)}`)),
  ];
  assert.ok(words.length > 100);
  assert.deepEqual(words.filter((word) => !new RegExp(`${word.startsWith('.') ? '' : '\\b'}${word.replace('.', '\\.')}\\b`).test(text)), []);
});

void test('a problem of a declaration is told in the words of the rules', () => {
  assert.throws(() => run(path.join(__dirname, 'wrong.py'), path.join(work, 'wrong')), /TagBuild 'app' cannot be synthesized: 1 problem[^]*unknown-script/);
  assert.deepEqual(Object.keys(filesIn(path.join(work, 'wrong'))), ['.projenrc.py']);
});

void test('Java and Go have their sources, too', () => {
  const dist = filesIn(generate(['java', 'go'], '--code-only'));
  assert.ok(Object.keys(dist).some((file) => file.endsWith('io/github/projentagbuild/TagBuild.java')));
  assert.ok(dist['go/tagbuild/TagBuild.go'].includes('func NewTagBuild('));
  execFileSync('gofmt', ['-l', path.join(work, 'java-go/go')], { stdio: ['ignore', 'pipe', 'pipe'] });
});

function snakeCase(name: string): string {
  return name.replace(/(?<=[a-z])X64/, '_x64').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
