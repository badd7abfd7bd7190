import { around, BUILD, IMPORT, MADE, synth, TYPED } from './synth-run';
import { inNewDirectory } from '../../cases/harness';
import { outputOf } from '../../support/outputs';
import { layDown } from '../../support/packed';

// synth.long.ts tries the other kinds
test.each<[string, string, Record<string, string>?]>([
  ['.projenrc.ts', IMPORT + TYPED + BUILD],
  ['.projenrc.mjs', `import { name } from './projenrc/name.mjs';\n${IMPORT}name;\n${BUILD}`, { 'projenrc/name.mjs': "import { Project } from 'projen';\nexport const { name } = Project;\n" }],
])('%s finds the packages that lie beside the command', (file, text, others = {}) => {
  expect(synth({ [file]: text, ...others })).toEqual({ code: 0, stdout: '', stderr: around(file), made: MADE });
});

test('the packages of the repository come first', () => {
  const own = { 'node_modules/projen-tag-build/index.js': "console.log('its own');", '.projen/tasks.json': '{}' };

  expect(synth({ '.projenrc.ts': "import 'projen-tag-build';", ...own })).toMatchObject({ code: 0, stdout: 'its own\n' });
  expect(synth({ '.projenrc.mjs': "import 'projen-tag-build';", ...own })).toMatchObject({ code: 0, stdout: 'its own\n' });
});

test.each([
  ['a wrong declaration', '.projenrc.ts', IMPORT + BUILD.replace("'dist/*'", ''), /artifacts/],
  ['a package that lies nowhere', '.projenrc.mjs', "import 'no-such-package';", /Cannot find package 'no-such-package' imported from .*\.projenrc\.mjs/],
  ['a file that lies nowhere', '.projenrc.mjs', "import './lib/index.js';", /Cannot find module .*lib.index\.js/],
  ['an error of its own', '.projenrc.js', 'process.exit(7)', /^● running \.projenrc\.js\n✗ \.projenrc\.js failed after 1 s \(exit code 7\)\n$/],
])('%s ends it with 1, and nothing is written', (_, file, text, said) => {
  const { stderr, ...ran } = synth({ [file]: text });

  expect(ran).toEqual({ code: 1, stdout: '', made: [] });
  expect(stderr).toMatch(said);
});

test('by --json standard output is the document, and what the declaration prints goes elsewhere', () => {
  const good = synth({ '.projenrc.ts': `${IMPORT}${BUILD}console.log('mine');` }, undefined, '--json');
  expect(outputOf('synth', good.stdout)).toEqual({ version: 1, outcome: 'synthesized', projenrc: '.projenrc.ts', code: 0 });
  expect(good).toMatchObject({ code: 0, stderr: '● running .projenrc.ts\nmine\n✓ done in 1 s\n' });
  const bad = synth({ '.projenrc.js': 'process.exit(7)' }, undefined, '--json');
  expect(outputOf('synth', bad.stdout)).toEqual({ version: 1, outcome: 'failed', projenrc: '.projenrc.js', code: 7 });
});

test.each([
  ['there is no projenrc file here, such as .projenrc.ts. In the repository\'s root, "npx projen-tag-build init" writes one.', {}],
  ['there are several projenrc files here, and one of them is the declaration: .projenrc.ts, .projenrc.js. Delete the others.', { '.projenrc.js': '', '.projenrc.ts': '' }],
  ['.projenrc.py is run by Python, and not by this command: python .projenrc.py', { '.projenrc.py': '' }],
])('%s', (sentence, files) => {
  expect(synth(files)).toEqual({ code: 2, stdout: '', stderr: `${sentence}\n`, made: [] });
});

test.each(['', IMPORT + BUILD.replace('project.synth();', '')])('a declaration that makes nothing is told', (text) => {
  expect(synth({ '.projenrc.ts': text })).toEqual({
    code: 2, stdout: '', stderr: `${around('.projenrc.ts')}.projenrc.ts has made nothing here. It makes the files of its project by project.synth(), at its end.\n`, made: [],
  });
});

test('without tsx it says so', () => {
  inNewDirectory((elsewhere) => {
    const { code, stderr } = synth({ '.projenrc.ts': IMPORT + BUILD }, layDown(elsewhere, ['projen', 'constructs']));

    expect({ code, stderr }).toEqual({ code: 2, stderr: '.projenrc.ts is run by tsx, and it is installed neither here nor beside this program. Install it, or call "npx -y -p tsx -p projen-tag-build projen-tag-build synth".\n' });
  });
});
