import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { javascript, type Project } from 'projen';
import { ModuleKind, transpileModule } from 'typescript';
import { filesIn, inNewDirectory, synthesize } from './cases/harness';

const PAGES = ['README.md', 'docs/publishing.md', 'docs/signing.md', 'docs/packages.md', 'docs/private-dependencies.md'];
const [README, PUBLISHING, SIGNING, PACKAGES, DEPENDENCIES] = PAGES.map(declarationsIn);

function declarationsIn(page: string): string[] {
  const blocks = [...readFileSync(join(__dirname, '..', page), 'utf8').matchAll(/^```ts\n(.*?)^```$/gms)].map(([, block]) => block);
  return blocks.filter((block) => block.includes('new TagBuild(') && !block.includes('new Project('));
}

/** Runs a declaration of the README where it would stand, with our own sources as the package. */
function run(declaration: string, project: Project): void {
  const { outputText } = transpileModule(declaration, { compilerOptions: { module: ModuleKind.CommonJS } });
  const load = (name: string) => name === 'projen-tag-build' ? jest.requireActual('../src') : jest.requireActual(name);
  new Function('require', 'exports', 'project', outputText)(load, {}, project);
}

test('the README shows the smallest declaration, a larger one, one of several jobs and one that publishes', () => {
  expect(README).toHaveLength(4);
  expect(PUBLISHING).toHaveLength(1);
  expect(SIGNING).toHaveLength(1);
  expect(PACKAGES).toHaveLength(1);
  expect(DEPENDENCIES).toHaveLength(1);
});

test.each([...README, ...PUBLISHING, ...SIGNING, ...PACKAGES, ...DEPENDENCIES].map((block) => [/TagBuild\(project, '([\w-]+)'/.exec(block)![1], block]))('the declaration of %s synthesizes', (id, block) => {
  const files = inNewDirectory((dir) => {
    writeFileSync(join(dir, 'CHANGELOG.md'), '# Changelog\n');
    const project = new javascript.NodeProject({
      name: 'app',
      outdir: dir,
      defaultReleaseBranch: 'main',
      release: false,
    });
    project.addScripts({ 'build:electron:linux': 'a', 'build:electron:windows': 'b', 'build:electron:mac': 'c' });
    run(block, project);
    synthesize(project);
    return filesIn(dir);
  });

  expect(Object.keys(files)).toContain(`.github/workflows/${id}.yml`);
});
