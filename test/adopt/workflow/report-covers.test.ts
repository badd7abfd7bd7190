import { isMap, isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { importWorkflow } from '../../../src/adopt/workflow/import-workflow';
import { engine } from '../../support/engine';
import { samples } from '../workflows/samples';

/** A part of a workflow that somebody wrote for a reason: it must be in the report. */
interface Part {
  readonly what: string;
  readonly from: number;
  readonly to: number;
}

/** Every step, and every key of the workflow, its triggers and its jobs; a job that is left out is one part. */
function partsOf(text: string): { readonly parts: readonly Part[]; readonly jobs: readonly Part[] } {
  const counter = new LineCounter();
  const root = parseDocument(text, { lineCounter: counter }).contents;
  const parts: Part[] = [];
  const jobs: Part[] = [];
  const last = text.trimEnd().split('\n').length;
  const entriesOf = (node: unknown, end: number) => !isMap(node) ? [] : node.items.map((item, index) => {
    const next = node.items[index + 1]?.key;
    const line = (key: unknown) => counter.linePos((key as { range: [number] }).range[0]).line;
    return { name: isScalar(item.key) ? String(item.key.value) : '', value: item.value, from: line(item.key), to: next ? line(next) - 1 : end };
  });
  const leaves = (node: unknown, end: number, path: string) => entriesOf(node, end).forEach(({ name, from, to }) => parts.push({ what: `${path}.${name}`, from, to: Math.max(from, to) }));
  for (const { name, value, from, to } of entriesOf(root, last)) {
    if (name === 'jobs') {
      for (const job of entriesOf(value, to)) {
        jobs.push({ what: `jobs.${job.name}`, from: job.from, to: job.to });
        for (const key of entriesOf(job.value, job.to)) {
          if (key.name === 'steps' && isSeq(key.value)) {
            const steps = key.value.items;
            const line = (index: number) => counter.linePos((steps[index] as { range: [number] }).range[0]).line;
            steps.forEach((_, index) => parts.push({ what: `jobs.${job.name}.steps[${index}]`, from: line(index), to: index + 1 < steps.length ? line(index + 1) - 1 : key.to }));
          } else if (['env', 'strategy'].includes(key.name)) {
            leaves(key.value, key.to, `jobs.${job.name}.${key.name}`);
          } else {
            parts.push({ what: `jobs.${job.name}.${key.name}`, from: key.from, to: Math.max(key.from, key.to) });
          }
        }
      }
    } else if (['env', 'on'].includes(name) && isMap(value)) {
      leaves(value, to, name);
    } else {
      parts.push({ what: name, from, to: Math.max(from, to) });
    }
  }
  return { parts, jobs };
}

// of an alias it cannot be told where it says what it says
describe.each(samples.filter(({ name }) => name !== 'anchors'))('$name', ({ text }) => {
  const { report } = importWorkflow(text, engine, { id: 'build' });

  test('every part of it is in the report', () => {
    const { parts, jobs } = partsOf(text.replace(/\r\n/g, '\n'));
    const isSaid = ({ from, to }: Part) => report.some(({ line }) => line >= from && line <= to);
    const gone = jobs.filter(({ from }) => report.some(({ line, what }) => line === from && /^job \S+ with /.test(what)));

    expect(parts.length).toBeGreaterThan(4);
    expect(jobs.filter((job) => !isSaid(job))).toEqual([]);
    expect(parts.filter((part) => !isSaid(part) && !gone.some(({ from, to }) => part.from >= from && part.to <= to))).toEqual([]);
  });

  test('nothing of it is in the report twice', () => {
    const said = report.map(({ line, what, fate }) => `${line} ${what} ${fate}`);

    expect(said.filter((one, index) => said.indexOf(one) !== index)).toEqual([]);
  });
});
