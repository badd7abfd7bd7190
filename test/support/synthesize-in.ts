import { Project } from 'projen';
import { Platform, TagBuild } from '../../src';
import { synthesize } from '../cases/harness';

/** Synthesizes one build in the directory of the first argument, as a user for whom permissions count. */
const project = new Project({ outdir: process.argv[2], name: 'tool' });
new TagBuild(project, 'app', { platforms: [Platform.linuxX64({ run: ['make'], artifacts: ['dist/*'] })] });
if (process.argv[3]) {
  // once all is loaded: the other user may not be allowed to read this package
  process.setgid!(Number(process.argv[3]));
  process.setuid!(Number(process.argv[3]));
}
synthesize(project);
