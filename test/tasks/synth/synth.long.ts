import { around, BUILD, IMPORT, MADE, REQUIRE, synth, TYPED } from './synth-run';

test.each<[string, string, Record<string, string>?]>([
  ['.projenrc.ts', `import { app } from './projenrc/name';\n${IMPORT}${BUILD.replace("'app'", 'app')}`, { 'projenrc/name.ts': "import { Project } from 'projen';\nexport const app: string = Project.name && 'app';\n" }],
  ['.projenrc.mts', `${IMPORT + TYPED}await 1;\n${BUILD}`],
  ['.projenrc.js', REQUIRE + BUILD],
  ['.projenrc.js', IMPORT + BUILD],
  ['.projenrc.cjs', REQUIRE + BUILD],
])('%s finds the packages that lie beside the command', (file, text, others = {}) => {
  expect(synth({ [file]: text, ...others })).toEqual({ code: 0, stdout: '', stderr: around(file), made: MADE });
});
