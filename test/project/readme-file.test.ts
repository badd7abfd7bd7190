import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { Project } from 'projen';
import { ReadmeFile } from '../../src/project/readme-file';
import { inNewDirectory } from '../cases/harness';
import { model } from '../render/models';

const pieces = fc.oneof(
  fc.uint8Array({ maxLength: 8 }),
  fc.constantFrom('# App\n', '\r\n', '```\n', '\ufeff', 'caf\u00e9 \u{1f4be}', '\ufffd').map((text) => Buffer.from(text)),
  fc.constantFrom('caf\u00e9', '\ufeffA').map((text) => Buffer.from(text, 'latin1')),
  fc.constantFrom('\ufeffApp\n', 'App\n').map((text) => Buffer.from(text, 'utf16le')),
);
const bytes = fc.array(pieces, { maxLength: 4 }).map((parts) => Buffer.concat(parts));

test('a heading that is there already is not written a second time, and what is around stays', () => {
  inNewDirectory((outdir) => {
    const readme = new ReadmeFile(new Project({ outdir, name: 'tool' }), 'README.md');
    readme.add(model({ id: 'app', readme: { path: 'README.md', heading: 'Installers' } }));
    const file = join(outdir, 'README.md');
    const before = '# Tool\n\n## Installers\n\nby hand\n';
    writeFileSync(file, before);
    readme.synthesize();
    const after = readFileSync(file, 'utf8');
    expect(after.match(/^## .*$/gm)).toEqual(['## Installers', '## Installers (tag build)']);
    expect(after.startsWith(before)).toBe(true);
    readme.synthesize();
    expect(readFileSync(file, 'utf8')).toBe(after);
    writeFileSync(file, after.replace('## Installers\n\nby hand\n', ''));
    readme.synthesize();
    expect(readFileSync(file, 'utf8').match(/^## .*$/gm)).toEqual(['## Installers']);
  });
});

test('whatever bytes a README has, they are all there afterwards', () => {
  inNewDirectory((outdir) => {
    const readme = new ReadmeFile(new Project({ outdir, name: 'tool' }), 'README.md');
    readme.add(model({ id: 'app' }));
    const file = join(outdir, 'README.md');
    let written = 0;
    fc.assert(fc.property(bytes, (before) => {
      writeFileSync(file, before);
      try {
        readme.synthesize();
        written += 1;
      } catch (error) {
        expect((error as Error).message).toMatch(/README\.md is not UTF-8|a code fence begins here and never ends/);
        expect(readFileSync(file)).toEqual(before);
      }
      expect(readFileSync(file).subarray(0, before.length)).toEqual(before);
    }), { numRuns: 500 });
    expect(written).toBeGreaterThan(50);
  });
});
