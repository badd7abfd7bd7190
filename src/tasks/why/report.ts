import type { Diagnosis, Finding } from './diagnosis';
import type { Then } from './known-cause';
import { SIGNS } from '../../text/signs';
import type { Look } from '../look';
import { wrap } from '../plan/tree';

const INDENT = '  ';

const THEN: Readonly<Record<Then, string>> = {
  'rerun': 'A re-run of the failed jobs is enough; no new tag is needed.',
  'settings-then-rerun': 'Then re-run the failed jobs; no new tag is needed.',
  'settings-then-rerun-all': 'Then re-run all jobs; no new tag is needed.',
  'new-tag': 'It takes a new tag: a re-run keeps the commit and the workflow.',
};

/** What each job says of its failure, for people. */
export function diagnosisText(diagnoses: readonly Diagnosis[], { width }: Pick<Look, 'width'>): string {
  return diagnoses.map((diagnosis) => `${linesOf(diagnosis, width).join('\n')}\n`).join('\n');
}

function linesOf({ job, url, step, findings, tail, silence }: Diagnosis, width: number): string[] {
  const where = [job && `job ${job}`, step && `step ${step}`].filter(Boolean).join(', ') || 'the run';
  return [
    ...headline(SIGNS.bad, where, width),
    ...findings.flatMap((finding) => explained(finding, width)),
    ...findings.length ? [] : unexplained(tail, silence, width),
    `${INDENT}${url}`,
  ];
}

/** A line that is broken goes on below its first word. */
function headline(sign: string, text: string, width: number): string[] {
  return wrap(text, width - 2).map((line, index) => `${index ? ' ' : sign} ${line}`);
}

function explained({ title, said, cause, cure, then, before, sources }: Finding, width: number): string[] {
  return [
    ...paragraph(`${title}.`, width),
    ...paragraph(said, width, `${INDENT}│ `),
    ...paragraph(cause, width),
    ...paragraph(`${cure} ${THEN[then]}`, width),
    ...before ? paragraph(beforeText(before), width) : [],
    ...sources.map((source) => `${INDENT}${source}`),
  ];
}

function unexplained(tail: readonly string[], silence: string, width: number): string[] {
  return [
    ...paragraph(silence ? `${silence}.` : 'No known cause is recognised. The last that it said:', width),
    ...tail.flatMap((line) => paragraph(line, width, `${INDENT}│ `)),
  ];
}

function paragraph(text: string, width: number, begin = INDENT): string[] {
  return wrap(text, width - begin.length).map((line) => `${begin}${line}`);
}

/** What would have said it before the tag was pushed. */
export function beforeText(before: string): string {
  switch (before) {
    case 'rehearse':
      return 'A rehearsal shows it before a tag is pushed: "npx projen tag-build:rehearse --remote".';
    case 'check':
    case 'plan':
    case 'doctor':
    case 'pins':
      return `"npx projen tag-build:${before}" says it before a tag is pushed.`;
    default:
      return `"npx projen" says it before a tag is pushed, where the files lie in this repository (${before}).`;
  }
}
