import { printDraft } from '../../../src/adopt/print/print-draft';
import { importWorkflow, type Import } from '../../../src/adopt/workflow/import-workflow';
import { engine } from '../../support/engine';

export function importOf(text: string, repository = 'acme/app'): Import {
  return importWorkflow(text, engine, { id: 'build', repository });
}

/** The declaration alone, or why there is none. */
export function declarationOf(text: string): string {
  const { draft, problems } = importOf(text);
  const printed = draft && printDraft(draft, { language: 'ts', project: 'existing', name: 'app' });
  return printed?.slice(printed.indexOf('new TagBuild')).trim() ?? problems.join('\n');
}

/** A workflow on tags with one job, of which the steps, and what stands in front of them, are given. */
export function workflow(steps: string, job = '    runs-on: ubuntu-24.04', top = "on: { push: { tags: ['v*'] } }"): string {
  return `${top}\njobs:\n  app:\n${job}\n    steps:\n${steps.trimEnd().replace(/^(?=.)/gm, '      ')}\n`;
}

export const CHECKOUT = '- uses: actions/checkout@v4\n';
export const UPLOAD = '- uses: actions/upload-artifact@v4\n  with: { name: app, path: dist/* }\n';
