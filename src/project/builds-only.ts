import { Dependencies, type Project } from 'projen';
import { MarkedLinesFile } from './marked-lines-file';
import { programsOf } from './programs';
import { ProjenrcFile } from './projenrc-file';
import { TagBuilds } from './tag-builds';
import { ignoresPackages } from '../outside/git-ignore';

/** Tasks that every projen project has, each before those that it calls; here they would do nothing. */
const WITHOUT_USE = ['build', 'pre-compile', 'compile', 'post-compile', 'test', 'package'];

/** Leaves a project nothing but its tag builds, and what makes their files anew. */
export function manageBuildsOnly(project: Project, linguistGenerated: boolean): void {
  // projen would write the first two anew, and there are no dependencies to note in the third
  project.tryRemoveFile('.gitignore');
  project.tryRemoveFile('.gitattributes');
  project.tryRemoveFile(Dependencies.MANIFEST_FILE);
  WITHOUT_USE.forEach((task) => project.removeTask(task));
  const programs = programsOf(project);
  const { filePath } = new ProjenrcFile(project);
  project.defaultTask?.exec(programs.synthesize(filePath));
  TagBuilds.of(project, programs.command);
  new MarkedLinesFile(project, '.gitignore', (others) =>
    programs.laysPackagesDown && !ignoresPackages(others) ? ['/node_modules/'] : []);
  new MarkedLinesFile(project, '.gitattributes', () => linguistGenerated ? generatedFiles(project) : []);
}

function generatedFiles({ files }: Project): string[] {
  return files.filter((file) => file.readonly).map((file) => `${attributePattern(`/${file.path}`)} linguist-generated`);
}

/** A path as git reads it there. */
function attributePattern(path: string): string {
  const pattern = path.replace(/[\\*?[\]]/g, '\\$&');
  return /[\s"\\]/.test(pattern) ? JSON.stringify(pattern) : pattern;
}
