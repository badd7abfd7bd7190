import { readFileSync } from 'node:fs';
import { cdk, javascript, TextFile, typescript } from 'projen';
import { diagnosticsPage } from './projenrc/diagnostics';
import { hardenOwnWorkflows } from './projenrc/own-workflows';
import { referenceBuild } from './projenrc/reference-build';
import { toolsPage } from './projenrc/tools-page';
import { whyPage } from './projenrc/why-page';
import { Repository } from './src';

const project = new cdk.JsiiProject({
  name: 'projen-tag-build',
  description: 'A projen construct for GitHub Actions workflows that build an app from several repositories when a tag is pushed.',
  keywords: ['projen', 'github-actions', 'workflow', 'tag', 'release', 'electron', 'tauri', 'desktop'],
  author: 'The projen-tag-build authors',
  authorAddress: 'projen-tag-build@users.noreply.github.com',
  authorOrganization: true,
  repositoryUrl: 'https://github.com/projen-tag-build/projen-tag-build.git',
  defaultReleaseBranch: 'main',
  license: 'Apache-2.0',
  packageManager: javascript.NodePackageManager.NPM,
  minNodeVersion: '20.19.0',
  workflowNodeVersion: '22',
  jsiiVersion: '~6.0.0',
  // nobody reads it as a text, and it weighs a sixth
  compressAssembly: true,
  typescriptVersion: '~6.0.0',
  runner: typescript.TypeScriptRunner.tsx(),
  projenrcTs: true,
  projenrcTsOptions: { runner: typescript.TypeScriptRunner.tsx() },
  peerDeps: ['projen@>=0.103.25 <1', 'constructs@^10.5.0'],
  devDeps: [
    // bundled into bin/ by esbuild, so they are no dependencies of the published package
    '@octokit/core@^7',
    '@octokit/plugin-paginate-rest@^14',
    '@octokit/plugin-retry@^8',
    '@octokit/plugin-throttling@^11',
    'diff@^9',
    'ignore@^7',
    'jsonschema@^1.5',
    'semver@^7',
    'yaml@^2.9.1',
    // tests
    '@actions/expressions@^0.3.61',
    // as the pinned actions/upload-artifact bundles it
    '@actions/glob@0.6.1',
    '@actions/languageservice@^0.3.61',
    '@actions/workflow-parser@^0.3.61',
    '@swc/core@^1.16',
    '@swc/jest@^0.2.39',
    '@types/js-yaml@^4',
    '@types/semver@^7',
    // it reads what the publish script makes of the metadata of its sister, which js-yaml has written
    'electron-updater@~6.8.10',
    'esbuild@^0.28',
    'fast-check@^4',
    'js-yaml@^4',
    'remark-cli@^12',
    'remark-gfm@^4',
    'remark-validate-links@^13',
    // the publish script keeps the comments of its sources
    'rollup@^4',
    'smol-toml@^1',
    // the newest that runs on the oldest Node.js that we do
    'ts-json-schema-generator@~2.4',
    'vscode-languageserver-textdocument@^1',
  ],
  sampleCode: false,
  jest: true,
  jestOptions: {
    updateSnapshot: javascript.UpdateSnapshot.NEVER,
    passWithNoTests: false,
    junitReporting: false,
    jestConfig: {
      collectCoverage: false,
      globalSetup: '<rootDir>/test/support/global-setup.ts',
      // by default Jest leaves one core idle, which is half of a small machine
      maxWorkers: '100%',
      // many tests run scripts; this ends what hangs, and says nothing of speed
      testTimeout: 30_000,
      testMatch: ['<rootDir>/test/**/*.test.ts'],
    },
  },
  eslintOptions: { dirs: ['src'], devdirs: ['test', 'projenrc', 'examples'], commandOptions: { fix: false } },
  bin: { 'projen-tag-build': 'bin/projen-tag-build.js' },
  npmignoreEnabled: false,
  buildWorkflowOptions: { mutableBuild: false },
  npmTrustedPublishing: true,
  jsiiReleaseVersion: '0.2.1061',
  // no .NET: projen itself is on no NuGet feed, and without its namespace jsii can make no package that uses it
  publishToPypi: { distName: 'projen-tag-build', module: 'projen_tag_build', trustedPublishing: true },
  publishToMaven: {
    javaPackage: 'io.github.projentagbuild',
    mavenGroupId: 'io.github.projen-tag-build',
    mavenArtifactId: 'projen-tag-build',
  },
  publishToGo: { moduleName: 'github.com/projen-tag-build/projen-tag-build-go', packageName: 'tagbuild', githubUseSsh: true },
  depsUpgrade: false,
  githubOptions: { mergify: false, pullRequestLint: false },
  pullRequestTemplate: false,
});

project.package.addPackageResolutions('unrs-resolver@1.12.2');
project.package.addField('files', [
  // the public types name no others; .ci/package.sh compiles with nothing but these
  '.jsii', '.jsii.gz', 'assets', 'bin', 'lib/index.js', 'lib/chunk-*.js', 'lib/*.d.ts', '!lib/cli.d.ts', '!lib/command-list.d.ts',
  'schema/build-manifest.schema.json', 'schema/output.schema.json', 'schema/tag-builds.schema.json',
]);

// The sources are a click away; a copy of them in each file would double the package.
project.tsconfig!.file.addOverride('compilerOptions.inlineSourceMap', false);
project.tsconfig!.file.addOverride('compilerOptions.inlineSources', false);
project.gitignore.exclude('/bin/', '.jsii.gz');
project.postCompileTask.exec('tsx projenrc/bundle.ts');

// one way to write the same thing, whoever writes it
project.eslint?.addRules({
  '@stylistic/arrow-parens': ['error', 'always'],
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
});
// the examples name the library as its users do
project.tryFindObjectFile('.eslintrc.json')!.addOverride('parserOptions.projectService.allowDefaultProject', ['.projenrc.ts', 'examples/*/.projenrc.ts', 'examples/*/*/.projenrc.ts']);
project.eslint?.addOverride({ files: ['examples/**'], rules: { 'import/no-unresolved': 'off' } });
project.eslint?.addOverride({
  files: ['src/adopt/compare/**', 'src/adopt/workflow/**', 'src/github/workflow-reader.ts', 'src/outside/**', 'src/requirements/**', 'src/tasks/**'],
  rules: { 'import/no-extraneous-dependencies': ['error', { devDependencies: true }] },
});

// Golden files are compared by every test run and rewritten by this one command only.
project.removeTask('test:update');
project.addTask('golden', {
  description: 'Rewrite the golden files of the tests',
  env: { UPDATE_GOLDEN: '1' },
  exec: 'jest',
  receiveArgs: true,
});
project.addTask('examples', {
  description: 'Synthesize the examples anew',
  env: { UPDATE_GOLDEN: '1' },
  exec: 'jest test/examples',
});
project.addTask('test:long', {
  description: 'Run the tests that vary what the others try once',
  exec: "jest --testMatch '<rootDir>/test/**/*.long.ts' --ci",
  receiveArgs: true,
});
project.addTask('schema', { description: 'Generate the JSON Schemas of the model file, of the manifest and of what commands print', exec: 'tsx projenrc/model-schema.ts' });
project.addTask('publish-script', { description: 'Bundle the publish script', exec: 'tsx projenrc/publish-script.ts' });
project.addTask('bench', { description: 'Measure loading and synthesis of what is published', exec: 'node bench/run.mjs', receiveArgs: true });
// ts-jest takes a quarter of the processor time of all tests, and looks at no types in its isolated mode
project.deps.removeDependency('ts-jest');
project.jest!.config.transform = {
  '^.+\\.m?ts$': new javascript.Transform('@swc/jest', {
    jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
    // as TypeScript does: what is no module of CommonJS stays an import()
    module: { type: 'commonjs', ignoreDynamic: true },
  }),
};
// swc does not look at types: check them first, all in one program
project.tsconfigDev.addInclude('../src/**/*.ts');
project.tsconfigDev.addInclude('../projenrc/**/*.ts');
project.tsconfigDev.addInclude('../.projenrc.ts');
project.testTask.prependExec('tsc --noEmit -p test/tsconfig.json');

hardenOwnWorkflows(project);
const diagnostics = new TextFile(project, 'docs/diagnostics.md');
diagnostics.addLine(diagnosticsPage(diagnostics.marker!));
const tools = new TextFile(project, 'docs/tools.md');
tools.addLine(toolsPage(tools.marker!));
const why = new TextFile(project, 'docs/why.md');
why.addLine(whyPage(why.marker!, readFileSync('test/tasks/why/leg.golden', 'utf8')));
referenceBuild(project, Repository.github('AutoByteus/autobyteus-web'));
// what comes out of the examples
for (const directory of ['.github', '.projen', 'docs']) { project.gitattributes.addAttributes(`/examples/**/${directory}/**`, 'linguist-generated'); }
project.addExcludeFromCleanup('src/**', 'test/**', 'docs/**', 'examples/**');

project.synth();
