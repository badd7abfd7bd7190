import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import * as ts from 'typescript';

const SRC = join(__dirname, '..', 'src');

/**
 * "Arrows point one way: words → schema → normalise → model → rules, requirements, render and tasks → text and
 * github." So flows what a declaration says; imports lead from the top of this list down. Each room
 * names those that it may know, all of them further down.
 */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'cli': ['tasks', 'outside', 'words', 'text'],
  'tasks': [
    'index', 'adopt', 'requirements', 'render', 'targets', 'manifests', 'dependencies', 'publish', 'outside', 'model', 'words', 'github', 'text',
  ],
  'index': ['tag-build', 'tag-build-project', 'words'],
  'tag-build-project': ['project'],
  'tag-build': ['project', 'normalise', 'words'],
  'project': ['adopt', 'normalise', 'schema', 'rules', 'render', 'apps', 'updaters', 'toolchains', 'outside', 'model', 'words', 'github', 'text'],
  'adopt': ['schema', 'render', 'publish', 'signings', 'apps', 'updaters', 'toolchains', 'manifests', 'outside', 'words', 'model', 'github', 'text'],
  'normalise': ['dependencies', 'credentials', 'toolchains', 'signings', 'updaters', 'model', 'words', 'github', 'text'],
  'rules': ['schema', 'render', 'publish', 'dependencies', 'credentials', 'toolchains', 'signings', 'apps', 'updaters', 'manifests', 'model', 'github', 'text'],
  'schema': ['words', 'github', 'text'],
  'requirements': ['credentials', 'apps', 'toolchains', 'updaters', 'outside', 'model', 'github', 'text'],
  'render': ['publish', 'targets', 'updaters', 'dependencies', 'credentials', 'toolchains', 'signings', 'manifests', 'model', 'github', 'text'],
  'targets': ['updaters', 'model', 'text'],
  'dependencies': ['credentials', 'model', 'github', 'text'],
  'credentials': ['model', 'github', 'text'],
  'toolchains': ['model', 'github', 'text'],
  'signings': ['model', 'text'],
  'apps': ['updaters', 'outside', 'model', 'github', 'text'],
  'updaters': ['publish', 'outside', 'model', 'words', 'github', 'text'],
  'publish': ['github', 'text'],
  'manifests': ['text'],
  'outside': ['github', 'text'],
  'words': [],
  'model': ['github', 'text'],
  'github': ['text'],
  'text': [],
};

/** Modules of Node.js that reach for something outside of the program, and the rooms that may use them. */
const REACHING: Readonly<Record<string, readonly string[]>> = {
  // the publish script is a program of its own, which runs npm
  'child_process': ['outside', 'publish'],
  'fs': ['outside', 'project', 'publish', 'tasks'],
  'fs/promises': ['publish'],
  // the script asks GitHub itself, with nothing but what Node.js has
  'http': ['publish'],
  'https': ['publish'],
  'module': ['outside'],
  'net': ['publish'],
  'os': ['tasks'],
  'readline': ['outside'],
  'timers/promises': ['publish', 'tasks'],
};

const HARMLESS = ['buffer', 'crypto', 'events', 'path', 'path/posix', 'stream/promises', 'url', 'util'];

interface Import {
  readonly from: string;
  /** A file, from `src`; a package or `node:...` as it is written. */
  readonly to: string;
  /** Whether it is gone when the program runs. */
  readonly typeOnly: boolean;
}

const FILES = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts')).map((file) => file.replaceAll('\\', '/')).sort();
const IMPORTS = FILES.flatMap(importsOf);
const INSIDE = IMPORTS.filter(({ to }) => FILES.includes(to));
const KNOWN = new Map(FILES.map((file) => [file, INSIDE.filter(({ from }) => from === file).map(({ to }) => to)]));

/** Every import and export from another module, also `import()` and `typeof import()`. */
function importsOf(from: string): Import[] {
  const source = ts.createSourceFile(from, readFileSync(join(SRC, from), 'utf8'), ts.ScriptTarget.Latest, true);
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    const module = moduleOf(node);
    if (module && ts.isStringLiteralLike(module)) found.push({ from, to: fileOf(from, module.text), typeOnly: isTypeOnly(node) });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function moduleOf(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) return node.moduleReference.expression;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  return ts.isCallExpression(node) && ['import', 'require'].includes(node.expression.getText()) ? node.arguments[0] : undefined;
}

function isTypeOnly(node: ts.Node): boolean {
  if (ts.isImportDeclaration(node)) {
    const names = node.importClause?.namedBindings;
    return node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      || Boolean(names && ts.isNamedImports(names) && !node.importClause?.name && names.elements.every((name) => name.isTypeOnly));
  }
  return ts.isExportDeclaration(node) ? node.isTypeOnly : ts.isImportTypeNode(node);
}

function fileOf(from: string, module: string): string {
  return module.startsWith('.') ? relative(SRC, resolve(SRC, dirname(from), `${module}.ts`)).replaceAll('\\', '/') : module;
}

/** The directory of a file; what lies in none is a word of the declaration, unless it is an entrance. */
function roomOf(file: string): string {
  const [first, ...below] = file.split('/');
  const name = first.replace(/\.ts$/, '');
  return below.length || name in ARROWS ? name : 'words';
}

/** What is loaded along with a file. */
function loadedBy(entrance: string): Set<string> {
  const loaded = new Set([entrance]);
  for (const file of loaded) {
    INSIDE.filter(({ from, typeOnly }) => from === file && !typeOnly).forEach(({ to }) => loaded.add(to));
  }
  return loaded;
}

/** The first way found from a file back to itself. */
function circleOf(file: string): string[] {
  const ways: string[][] = [[file]];
  const seen = new Set<string>();
  for (const way of ways) {
    for (const to of KNOWN.get(way.at(-1)!) ?? []) {
      if (to === file) return [...way, to];
      if (!seen.has(to)) ways.push([...way, to]);
      seen.add(to);
    }
  }
  return [];
}

test('the imports are read', () => {
  expect(FILES.length).toBeGreaterThan(200);
  expect(IMPORTS.filter(({ to }) => /^\w.*\.ts$/.test(to) && !FILES.includes(to))).toEqual([]);
  expect(IMPORTS).toContainEqual({ from: 'index.ts', to: 'tag-build.ts', typeOnly: false });
  expect(IMPORTS).toContainEqual({ from: 'tag-build.ts', to: 'guard-outputs.ts', typeOnly: true });
  expect(IMPORTS).toContainEqual({ from: 'outside/load-octokit.ts', to: '@octokit/core', typeOnly: false });
});

test('each room may know rooms further down only, and every room has its place', () => {
  const order = Object.keys(ARROWS);

  expect(order.flatMap((room, index) => ARROWS[room].filter((other) => order.indexOf(other) <= index).map((other) => `${room} → ${other}`))).toEqual([]);
  expect([...new Set(FILES.map(roomOf))].sort()).toEqual([...order].sort());
});

test('no arrow leads where its room may not know anything, types included', () => {
  const wrong = INSIDE.filter(({ from, to }) => roomOf(from) !== roomOf(to) && !ARROWS[roomOf(from)].includes(roomOf(to)));

  expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
});

test('each arrow is needed', () => {
  const arrows = Object.entries(ARROWS).flatMap(([room, others]) => others.map((other) => `${room} → ${other}`));
  const found = INSIDE.map(({ from, to }) => `${roomOf(from)} → ${roomOf(to)}`);

  expect(arrows.filter((arrow) => !found.includes(arrow))).toEqual([]);
});

test('no files know each other in a circle, types included', () => {
  expect(FILES.map(circleOf).filter((way) => way.length).map((way) => way.join(' → '))).toEqual([]);
});

test('only the rooms at the edge touch files and programs', () => {
  const builtIn = IMPORTS.map(({ from, to }) => ({ from, module: to.replace(/^node:/, '') })).filter(({ module }) => builtinModules.includes(module));
  const reaching = builtIn.filter(({ module }) => !HARMLESS.includes(module));
  const wrong = reaching.filter(({ from, module }) => !REACHING[module]?.includes(roomOf(from)));

  expect(reaching.length).toBeGreaterThan(5);
  expect(wrong.map(({ from, module }) => `${from} imports ${module}`)).toEqual([]);
});

test('what compares workflows shares nothing with what imports them, but for the report', () => {
  const outside = INSIDE.filter(({ from, to }) => from.startsWith('adopt/compare/') && !to.startsWith('adopt/compare/'));

  expect([...new Set(outside.map(({ to }) => to).filter((to) => to.startsWith('adopt/')))].sort())
    .toEqual(['adopt/evaluate.ts', 'adopt/steps/report-lines.ts', 'adopt/workflow/report.ts', 'adopt/workflow/step-reader.ts']);
  expect([...new Set(outside.filter(({ to }) => to.startsWith('github/')).map(({ to, typeOnly }) => `${to} ${typeOnly}`))]).toEqual(['github/workflow-engine.ts true']);
});

test('the library loads nothing that only commands need', () => {
  const loaded = [...loadedBy('index.ts')];

  expect(loaded.length).toBeGreaterThan(100);
  expect(loaded.filter((file) => ['tasks', 'requirements', 'cli'].includes(roomOf(file)))).toEqual([]);
});

test('what the page of the site reads workflows with runs in a browser', () => {
  // the bundle has neither of them: a page writes no files
  const projects = ['tag-build.ts', 'tag-build-project.ts'];
  const loaded = new Set(importsOf('../site/paste/paste.ts').map(({ to }) => to));
  for (const file of loaded) {
    INSIDE.filter(({ from, to, typeOnly }) => from === file && !typeOnly && !projects.includes(to)).forEach(({ to }) => loaded.add(to));
  }
  const ofNode = IMPORTS.filter(({ from, to, typeOnly }) => loaded.has(from) && !typeOnly && builtinModules.includes(to.replace(/^node:/, '')));

  expect(loaded).toContain('normalise/repositories.ts');
  expect([...new Set(ofNode.map(({ to }) => to))].sort()).toEqual(['node:path/posix']);
});
