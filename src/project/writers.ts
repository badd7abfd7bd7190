import * as path from 'node:path';
import { FileBase, type Project } from 'projen';

/** Who else writes a file, by its path from the root; for some file systems case does not count. */
export function writerOf(root: Project, file: string, but?: string): string | undefined {
  const target = path.resolve(root.outdir, file).toLowerCase();
  const writer = root.node.findAll().find((construct): construct is FileBase =>
    construct instanceof FileBase && construct.absolutePath.toLowerCase() === target && construct.absolutePath !== but);
  return writer && `another component of project '${writer.project.name}'`;
}
