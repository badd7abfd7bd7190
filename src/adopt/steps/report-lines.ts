import type { Code } from '../code';
import type { ReportLine } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

const LONGEST = 80;

export function understood(step: StepSource, became: string, what = nameOf(step)): ReportLine {
  return { fate: 'understood', line: step.line, what, became };
}

export function leftOut(step: StepSource, what: string, why: string): ReportLine {
  return { fate: 'left-out', line: step.line, what: short(what), became: why };
}

export function passedThrough(step: StepSource, became: string, what = nameOf(step)): ReportLine {
  return { fate: 'passed-through', line: step.line, what, became };
}

/** A step, as a reader of the workflow finds it again. */
export function nameOf({ uses, run, name }: StepSource): string {
  return short(uses ?? run?.trim().split('\n')[0] ?? name ?? 'a step');
}

export function short(text: string, longest = LONGEST): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}

/** Code in one line, for the report. */
export function brief(code: Code): string {
  return short(inOneLine(code));
}

function inOneLine(code: Code): string {
  if (typeof code !== 'object') {
    return typeof code === 'string' ? `'${code}'` : String(code);
  }
  switch (code.kind) {
    case 'call': return `${code.name}(${code.args.map(inOneLine).join(', ')})`;
    case 'list': return `[${code.items.map(({ value }) => inOneLine(value)).join(', ')}]`;
    case 'object': return `{ ${code.entries.map(({ key, value }) => `${key}: ${inOneLine(value)}`).join(', ')} }`;
    default: return code.name;
  }
}
