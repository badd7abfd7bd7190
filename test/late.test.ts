import { Project } from 'projen';
import { Dependency, Platform, PublishTarget, Signing, TagBuild, type TagBuildOptions } from '../src';
import { inNewDirectory, synthesize } from './cases/harness';

const mockLoaded: string[] = [];

/** Every function of a module that loads others, and which of them were called. */
function mockLoaders(loaders: Record<string, () => object>): Record<string, () => object> {
  return Object.fromEntries(Object.entries(loaders).map(([name, load]) => [name, () => {
    mockLoaded.push(name);
    return load();
  }]));
}

jest.mock('../src/rules/late-rules', () => mockLoaders(jest.requireActual('../src/rules/late-rules')));
jest.mock('../src/render/late-parts', () => mockLoaders(jest.requireActual('../src/render/late-parts')));

test.each<[what: string, loaded: string[], options: Partial<TagBuildOptions>]>([
  ['a build of results', [], {}],
  ['one that publishes', ['loadPublishJobs', 'loadPublishRules', 'loadPublishingDoc'], { publish: [PublishTarget.githubRelease()] }],
  ['one that rehearses', ['loadRehearsal', 'loadRehearseRules'], { rehearse: { branches: ['main'] } }],
  ['one with a private dependency', ['loadDependencyRules'], { prepare: [{ run: 'npm ci' }], dependencies: [Dependency.npmRegistry({ registry: 'https://npm.acme.dev/', scope: '@acme', secret: 'NPM_TOKEN', package: '@acme/lib' })] }],
  ['one that signs', ['loadSigningRules'], { platforms: [Platform.macosArm64({ run: ['make'], artifacts: ['dist/*.dmg'], signing: [Signing.codesign()] })] }],
])('%s loads what it needs, and nothing else', (_, loaded, options) => {
  mockLoaded.length = 0;
  inNewDirectory((outdir) => {
    const project = new Project({ name: 'app', outdir });
    new TagBuild(project, 'app', { platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'] })], ...options });
    synthesize(project);
  });
  expect([...new Set(mockLoaded)].sort()).toEqual(loaded);
});
