import fc from 'fast-check';
import { importOf } from './import-of';
import { samples } from '../workflows/samples';

/** A line of a sample is taken out, doubled, moved, or has something else in it. */
type Change = (lines: readonly string[], at: number, other: number, text: string) => string[];

const CHANGES: readonly Change[] = [
  (lines, at) => lines.filter((_, index) => index !== at),
  (lines, at) => [...lines.slice(0, at), lines[at], ...lines.slice(at)],
  (lines, at, other) => lines.map((line, index) => index === at ? lines[other] : index === other ? lines[at] : line),
  (lines, at, _, text) => lines.map((line, index) => index === at ? `${line.slice(0, line.indexOf(':') + 1)} ${text}` : line),
  (lines, at, _, text) => lines.map((line, index) => index === at ? line + text : line),
];

const changed = fc.tuple(fc.constantFrom(...samples), fc.array(fc.tuple(fc.constantFrom(...CHANGES), fc.nat(), fc.nat(), fc.oneof(fc.string(), fc.constantFrom('${{ github.ref }}', "${{ matrix['os'] }}", '[a, b]', '{ a: b }', '*x', '&x', '|', 'true', '0'))), { minLength: 1, maxLength: 4 }))
  .map(([{ text }, all]) => all.reduce((lines, [change, at, other, added]) => change(lines, at % lines.length, other % lines.length, added), text.split('\n')).join('\n'));

test('whatever a workflow is, it becomes a draft, or there is a reason why not', () => {
  fc.assert(fc.property(changed, (text) => {
    const { draft, problems, report } = importOf(text);

    expect(draft === undefined).toBe(problems.length > 0);
    expect(problems.every((problem) => /^[\x20-\uffff]+$/.test(problem))).toBe(true);
    expect(report.every(({ line }) => line >= 0)).toBe(true);
  }), { numRuns: 1_000 });
});

test('whatever a text is, nothing is thrown', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => expect(importOf(text).problems).not.toEqual([])), { numRuns: 300 });
});
