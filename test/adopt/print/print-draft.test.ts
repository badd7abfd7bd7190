import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
// eslint-disable-next-line import/no-extraneous-dependencies -- jsii's own, with which it names what is in Python
import { toSnakeCase } from 'codemaker';
import * as fc from 'fast-check';
import { anyDraft, DRAFT } from './drafts';
import * as words from '../../../src';
import { type Code, type Draft, list, object } from '../../../src/adopt/code';
import { type Form, printDraft } from '../../../src/adopt/print/print-draft';
import { pythonName } from '../../../src/adopt/print/python';
import { PYTHON_STRUCTS } from '../../../src/adopt/print/python-structs';
import type { Field } from '../../../src/schema/field';
import { tagBuild } from '../../../src/schema/tag-build';
import { expectGolden } from '../../support/golden';

const SRC = join(__dirname, '..', '..', '..', 'src');

/** A call of a class as data, so that two of them can be compared. */
interface Called {
  readonly called: string;
  readonly args: readonly unknown[];
}

/** Runs what was printed where every class only says how it was called. @returns what the build and the project were given, and what was called of the build */
function ran(printed: string): { readonly builds: readonly Called[]; readonly added: readonly Called[]; readonly synthesized: number } {
  const builds: Called[] = [];
  const added: Called[] = [];
  const note = (called: string) => (...args: unknown[]) => { added.push({ called, args }); };
  let synthesized = 0;
  const classOf = (name: string) => new Proxy(function () {}, {
    construct: (_, args) => {
      if (name === 'TagBuild') builds.push({ called: name, args: args.slice(1) });
      return { name, args, synth: () => synthesized++, workflow: { addJob: note('addJob') }, waitFor: note('waitFor') };
    },
    get: (_, member) => member === 'STAMP' ? `${name}.STAMP` : (...args: unknown[]) => ({ called: `${name}.${String(member)}`, args }),
  });
  const load = () => new Proxy({}, { get: (_, name) => classOf(String(name)) });
  // the rest is JavaScript as it is
  const script = printed.replace(/^import (\{[^}]*\}) from ('[\w-]+');$/gm, 'const $1 = require($2);');
  new Function('require', 'project', `'use strict';\n${script.replace('const project =', 'project =')}`)(load, {});
  return { builds, added, synthesized };
}

/** What the same code means, without any text. */
function meant(code: Code, { constants }: Draft): unknown {
  if (typeof code !== 'object') return code;
  const inner = (value: Code) => meant(value, { constants } as Draft);
  switch (code.kind) {
    case 'list': return code.items.map(({ value }) => inner(value));
    case 'object': return ownKeys(code.entries.map(({ key, value }) => [key, inner(value)]));
    case 'call': return { called: code.name, args: code.args.map(inner) };
    case 'constant': return code.name;
    case 'name': return inner(constants.find(({ name }) => name === code.name)!.value);
  }
}

/** Also of the key that is none otherwise. */
function ownKeys(entries: [string, unknown][]): object {
  const fieldOf = (value: unknown) => ({ value, enumerable: true, configurable: true, writable: true });
  return Object.defineProperties({}, Object.fromEntries(entries.map(([key, value]) => [key, fieldOf(value)])));
}

const FORMS: readonly Pick<Form, 'language' | 'project'>[] = [
  { language: 'ts', project: 'new' }, { language: 'ts', project: 'existing' }, { language: 'mjs', project: 'new' },
  { language: 'js', project: 'new' }, { language: 'js', project: 'existing' }, { language: 'py', project: 'new' }, { language: 'py', project: 'existing' },
];

test.each(FORMS)('as it is read: $language, $project', ({ language, project }) => {
  expectGolden(join(__dirname, 'goldens', `${project}.${language}.txt`), printDraft(DRAFT, { language, project, name: "the builder's app" }));
});

test('any code means the same when it was printed as TypeScript or JavaScript, whatever its texts hold', () => {
  fc.assert(fc.property(anyDraft, fc.constantFrom(...FORMS.filter(({ language }) => language !== 'py')), (draft, form) => {
    const { builds, added, synthesized } = ran(printDraft(draft, { ...form, name: draft.id }));

    expect(builds).toEqual([{ called: 'TagBuild', args: [draft.id, meant(draft.options, draft)] }]);
    expect(Reflect.ownKeys(builds[0].args[1] as object)).toEqual(Reflect.ownKeys(meant(draft.options, draft) as object));
    expect(added).toEqual(draft.jobs.flatMap(({ id, options, before }) => [
      { called: 'addJob', args: [id, meant(options, draft)] }, ...before.map((own) => ({ called: 'waitFor', args: [own, id] })),
    ]));
    expect(synthesized).toBe(form.project === 'new' ? 1 : 0);
  }));
});

test('no line hides what it says, and no comment ends before its line does', () => {
  fc.assert(fc.property(anyDraft, fc.constantFrom(...FORMS), (draft, form) => {
    expect(printDraft(draft, { ...form, name: 'app' })).not.toMatch(/[^\n\P{Cc}]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u);
  }));
});

test('it ends with one line break, and a line is longer than 100 columns only where a text is', () => {
  const printed = printDraft(DRAFT, { language: 'ts', project: 'new', name: 'app' });

  expect(printed).toMatch(/[^\n]\n$/);
  expect(printed.split('\n').filter((line) => line.length > 100)).toEqual([]);
});

test.each<[string, string]>([
  ['project', 'project_'], ['default', 'default_'], ['github', 'github_'], ['Platform', 'platform'], ['1st', 'constant1st'], ['', 'constant'], ["a'; b", 'ab'],
])('a constant that was made from %j is called %s', (name, written) => {
  const draft: Draft = { id: 'app', comments: [], jobs: [], constants: [{ name, value: 'x' }], options: object({ title: { kind: 'name', name } }) };

  expect(printDraft(draft, { language: 'ts', project: 'existing', name: 'app' })).toContain(`const ${written} = 'x';\n\nnew TagBuild(project, 'app', { title: ${written} });\n`);
});

test('constants that were made from names alike stay apart', () => {
  const draft: Draft = { id: 'app', comments: [], jobs: [], constants: [{ name: 'aB', value: 'x' }, { name: 'a-B', value: 'y' }], options: object({ tags: list([{ kind: 'name', name: 'a-B' }]) }) };

  expect(printDraft(draft, { language: 'py', project: 'existing', name: 'app' })).toContain("a_b = 'x'\n\na_b_ = 'y'\n\nTagBuild(project, 'app', tags=[a_b_])\n");
});

/** Every option by its key, and the field it has. */
function fieldsOf(field: Field, seen = new Set<unknown>()): [string, Field][] {
  if (field.is === 'list' || field.is === 'record') return fieldsOf(field.of, seen);
  const tables = field.is === 'struct' ? [field.table()] : field.is === 'word' ? Object.values(field.word.kinds) : [];
  return tables.filter((table) => !seen.has(table) && seen.add(table))
    .flatMap((table) => Object.entries(table).flatMap(([key, inner]) => [[key, inner] as [string, Field], ...fieldsOf(inner, seen)]));
}

const FIELDS = fieldsOf({ is: 'struct', table: () => tagBuild, needed: true });

test('Python knows the class of every option that holds options', () => {
  const isStruct = (field: Field): boolean => field.is === 'list' ? isStruct(field.of) : field.is === 'struct';
  const structs = FIELDS.filter(([key, field]) => isStruct(field) && key !== 'options').map(([key]) => key);

  expect([...new Set(structs)].sort()).toEqual(Object.keys(PYTHON_STRUCTS).filter((key) => !key.includes('.')).sort());
});

test('each by the name of its type', () => {
  const files = readdirSync(SRC).filter((file) => file.endsWith('.ts')).map((file) => readFileSync(join(SRC, file), 'utf8')).join('\n');
  const declared = [...files.matchAll(/^ {2}readonly (\w+)\?: ([\w.]+)(?:\[\])?;|^ {2}readonly (\w+): (Github\w+|[\w.]+JobStep|JobPermission)(?:\[\])?;/gm)]
    .map(([, optional, type, needed, neededType]) => [optional ?? needed, type ?? neededType]);
  const wrong = declared.filter(([key, type]) => key in PYTHON_STRUCTS && PYTHON_STRUCTS[key] !== type);

  expect(declared.length).toBeGreaterThan(60);
  expect(wrong).toEqual([]);
});

test('Python has the names that jsii gives it', () => {
  const methods = Object.values(words).flatMap((word) => typeof word === 'function' ? Object.getOwnPropertyNames(word) : []);
  const all = [...FIELDS.map(([key]) => key), ...methods].filter((name) => /^[a-z]/.test(name));

  expect(all.length).toBeGreaterThan(150);
  expect(all.filter((name) => pythonName(name).replace(/_$/, '') !== toSnakeCase(name))).toEqual([]);
  expect(['if', 'with', 'runsOn', 'linuxX64'].map(pythonName)).toEqual(['if_', 'with_', 'runs_on', 'linux_x64']);
});
