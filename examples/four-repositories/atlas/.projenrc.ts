import { Credential, Platform, type PlatformOptions, Repository, Setup, TagBuild, TagBuildProject } from 'projen-tag-build';

const project = new TagBuildProject({ name: 'atlas' });

const app: PlatformOptions = { script: 'package', artifacts: ['dist/*.tar.gz'] };

new TagBuild(project, 'archives', {
  title: 'Atlas archives',
  repositories: [
    // the app itself, at the commit of the tag
    Repository.self({ path: 'atlas' }),
    // at the tag of the same name where it has one, and else at its main branch
    Repository.github('acme/atlas-engine', { ref: 'main', matchTag: true }),
    // private: read with a token that can read this repository and nothing else
    Repository.github('acme/atlas-data', { credential: Credential.token({ secret: 'ATLAS_DATA_TOKEN' }) }),
    // at what a file of the app says, so that a commit of the app fixes it
    Repository.github('acme/atlas-theme', { refFile: 'theme.ref' }),
  ],
  version: { files: ['package.json'] },
  setup: [Setup.node('24'), Setup.npm()],
  // prepare and the builds are at home in the app; a step can be elsewhere
  prepare: [{ name: 'Test the engine', workingDirectory: 'atlas-engine', run: 'npm test' }],
  platforms: [Platform.linuxX64(app), Platform.windowsX64(app), Platform.macosArm64(app)],
  // the token expires some day: a week before anybody notices
  rehearse: { watch: 'weekly' },
});

project.synth();
