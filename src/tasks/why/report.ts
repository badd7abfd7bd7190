import type { Diagnosis, FoundCause } from './diagnosis';
import type { Then } from './known-cause';
import { SIGNS } from '../../text/signs';
import { wrap } from '../../text/wrap';
import type { Look } from '../look';

const INDENT = '  ';

/** What others have written of the same failure; anything else explains it. */
const THREAD = /\/(?:issues|discussions|pull)\/\d+/;

const THEN: Readonly<Record<Then, string>> = {
  'rerun': 'A re-run of the failed jobs is enough; no new tag is needed.',
  'settings-then-rerun': 'Then re-run the failed jobs; no new tag is needed.',
  'settings-then-rerun-all': 'Then re-run all jobs; no new tag is needed.',
  'new-tag': 'It takes a new tag: a re-run keeps the commit and the workflow.',
};

/** What each job says of its failure, for people. What several say alike is said once. */
export function diagnosisText(diagnoses: readonly Diagnosis[], { width }: Pick<Look, 'width'>): string {
  return alike(diagnoses).map((group) => `${linesOf(group, width).join('\n')}\n`).join('\n');
}

function alike(diagnoses: readonly Diagnosis[]): (readonly Diagnosis[])[] {
  const groups = new Map<unknown, Diagnosis[]>();
  for (const diagnosis of diagnoses) {
    const key = diagnosis.findings.map(({ id, cause }) => `${id} ${cause}`).join('\n') || diagnosis;
    groups.set(key, [...groups.get(key) ?? [], diagnosis]);
  }
  return [...groups.values()];
}

function linesOf([first, ...others]: readonly Diagnosis[], width: number): string[] {
  const { findings, tail, silence, url } = first;
  return [
    ...hanging(`${SIGNS.bad} ${placeOf(first)}`, width),
    ...findings.flatMap((finding) => ['', ...explained(finding, width)]),
    ...findings.length ? [] : unexplained(tail, silence, width),
    '',
    `${INDENT}Its page: ${url}`,
    ...others.flatMap((other) => [...paragraph(`The same is said by ${placeOf(other)}:`, width), `${INDENT}${other.url}`]),
  ];
}

function placeOf({ job, step }: Diagnosis): string {
  return [job && `job ${job}`, step && `step ${step}`].filter(Boolean).join(', ') || 'the run';
}

/** A line that is broken goes on below its first word. */
export function hanging(text: string, width: number): string[] {
  return wrap(text, width - INDENT.length).map((line, index) => index ? INDENT + line : line);
}

function explained({ title, said, cause, cure, then, before, sources }: FoundCause, width: number): string[] {
  return [
    ...paragraph(title, width),
    ...paragraph(said, width, `${INDENT}│ `),
    ...paragraph(cause, width),
    ...paragraph(`${cure} ${THEN[then]}`, width),
    ...before ? paragraph(beforeText(before), width) : [],
    ...sources.map((source) => `${INDENT}${THREAD.test(source) ? 'Seen in' : 'More'}: ${source}`),
  ];
}

function unexplained(tail: readonly string[], silence: string, width: number): string[] {
  return [
    ...paragraph(silence || 'No known cause is recognised. The last that it said:', width),
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
      return `"npx projen tag-build:${before}" looks for it before a tag is pushed.`;
    default:
      return `"npx projen" looks for it before a tag is pushed, where the files lie in this repository (${before}).`;
  }
}
