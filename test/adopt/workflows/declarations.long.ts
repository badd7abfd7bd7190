import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createProgram, flattenDiagnosticMessageText, getPreEmitDiagnostics, ModuleKind, ModuleResolutionKind, ScriptTarget } from 'typescript';
import { imported } from './imported';
import { samples } from './samples';
import { inNewDirectory } from '../../cases/harness';

const ROOT = join(__dirname, '..', '..', '..');

test.each(samples)('$name means the same with the line ends of Windows', ({ name, text }) => {
  const { projenrc, report } = imported({ name, text });

  expect(imported({ name, text: text.replace(/\n/g, '\r\n') })).toMatchObject({ projenrc, report });
});

test('a compiler has nothing against the declarations', () => {
  inNewDirectory((dir) => {
    const files = samples.map((sample) => {
      const file = join(dir, sample.name, '.projenrc.ts');
      mkdirSync(dirname(file));
      writeFileSync(file, imported(sample).projenrc);
      return file;
    });
    const program = createProgram(files, {
      target: ScriptTarget.ES2022,
      module: ModuleKind.CommonJS,
      moduleResolution: ModuleResolutionKind.Node10,
      ignoreDeprecations: '6.0',
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      types: ['node'],
      typeRoots: [join(ROOT, 'node_modules', '@types')],
      paths: { 'projen-tag-build': [join(ROOT, 'src', 'index.ts')], 'projen': [join(ROOT, 'node_modules', 'projen')] },
    });

    expect(getPreEmitDiagnostics(program).map(({ file, messageText }) => `${file?.fileName}: ${flattenDiagnosticMessageText(messageText, '\n')}`)).toEqual([]);
  });
});
