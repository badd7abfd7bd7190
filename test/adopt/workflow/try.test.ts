import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { tmpdir } from 'node:os';
import { github, Project } from 'projen';
import * as library from '../../../src';
import { evaluate } from '../../../src/adopt/evaluate';
import { printDraft } from '../../../src/adopt/print/print-draft';
import { importWorkflow } from '../../../src/adopt/workflow/import-workflow';
import { printReport } from '../../../src/adopt/workflow/print-report';
import { engine } from '../../support/engine';
import { synthesize } from '../../cases/harness';
import { compare } from '../workflows/comparer/compare';
import { unexcused } from '../workflows/comparer/difference';

const DIR = join(__dirname, '..', 'workflows', 'samples');
const FILES: Record<string, Record<string, string>> = { 'dotnet-rids': { 'CHANGELOG.md': '# 1' }, 'go-loop': { 'go.mod': 'module x\n\ngo 1.23\n' }, 'monorepo': { 'package.json': '{ "packageManager": "pnpm@10.28.1", "engines": { "node": "22" } }' }, 'electron-forge': { '.nvmrc': '22\n' } };
const only = process.env.ONLY;
const OUT = process.env.OUT;
test.each(readdirSync(DIR).filter((n) => n.endsWith('.yml') && (!only || n.startsWith(only))))('%s', (name) => {
  const text = readFileSync(join(DIR, name), 'utf8');
  const result = importWorkflow(text, engine, { id: name.replace('.yml', ''), repository: 'acme/app' });
  const out = (suffix: string, what: string) => { if (OUT) { mkdirSync(OUT, { recursive: true }); writeFileSync(join(OUT, name.replace('.yml', suffix)), what); } };
  out('.report.txt', printReport(result.report, result.lines) + '\n' + result.problems.join('\n'));
  expect(result.problems).toEqual([]);
  out('.projenrc.ts', printDraft(result.draft!, { language: 'ts', project: 'new', name: 'my-app' }));
  const dir = mkdtempSync(join(tmpdir(), 'import-try-'));
  Object.entries(FILES[name.replace('.yml', '')] ?? {}).forEach(([file, content]) => writeFileSync(join(dir, file), content));
  const project = new Project({ outdir: dir, name: 'app' });
  const { id, options } = evaluate(result.draft!, { ...library, github });
  new library.TagBuild(project, id, options);
  synthesize(project);
  const rehearsal = join(dir, '.github/workflows', name.replace('.yml', '-rehearsal.yml'));
  const differences = unexcused(compare(text, { workflow: readFileSync(join(dir, '.github/workflows', name), 'utf8'), ...existsSync(rehearsal) && { rehearsal: readFileSync(rehearsal, 'utf8') } }), result.report);
  out('.diff.txt', differences.map((d) => `${d.kind}: ${d.what} (lines ${d.from}-${d.to}) ${d.now ?? ''}`).join('\n'));
  out('.yml', readFileSync(join(dir, '.github/workflows', `${name}`), 'utf8'));
});

