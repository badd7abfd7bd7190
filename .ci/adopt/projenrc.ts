import { Platform, TagBuild, TagBuildProject } from 'projen-tag-build';

const project = new TagBuildProject({ name: 'my-app' });

new TagBuild(project, 'installers', {
  platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'] })],
});

project.synth();
