/**
 * Lints every generated workflow, the project's own, those of the test cases and of the examples, and exits 1 unless
 * each finding stands in exceptions.json and each exception there is still needed.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { judge } from './exceptions.mjs';
import { lint } from './linters.mjs';

const WORKFLOWS = ['.github/workflows/*.yml', 'test/cases/*/expected/.github/workflows/*.yml', 'examples/**/.github/workflows/*.yml'];

const exceptions = JSON.parse(readFileSync(new URL('exceptions.json', import.meta.url), 'utf8'));
const files = WORKFLOWS.flatMap(pattern => {
  const found = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard', `:(glob)${pattern}`], { encoding: 'utf8' });
  const names = found.split('\0').filter(Boolean);
  if (names.length === 0) { throw new Error(`no workflow matches ${pattern}: there is nothing to check`); }
  return names;
});
const findings = lint(files);
const problems = judge(findings, exceptions);

problems.forEach(problem => console.log(problem));
console.log(`note: ${files.length} workflows, ${findings.length} findings, ${exceptions.length} exceptions, ${problems.length} problems`);
process.exitCode = problems.length > 0 ? 1 : 0;
