import * as path from 'node:path';
import { Component, type Project } from 'projen';
import type { Model } from '../model/model';
import { readUtf8 } from '../outside/files';
import { replaceFile } from '../outside/replace-file';
import { withSections } from '../render/readme-file';

/** The sections that builds have in one README. All else in it is the user's. */
export class ReadmeFile extends Component {
  private readonly models: Model[] = [];
  private readonly file: string;

  constructor(project: Project, readmePath: string) {
    super(project, `TagBuildReadme#${readmePath}`);
    this.file = path.join(project.outdir, readmePath);
    // a README that quotes projen's marker would be taken for a generated file and deleted
    project.addExcludeFromCleanup(readmePath);
  }

  public add(model: Model): void {
    this.models.push(model);
  }

  public synthesize(): void {
    const before = readUtf8(this.file);
    const after = withSections(before, this.models);
    if ('problem' in after) {
      throw new Error(after.problem); // a rule has looked at the markers before
    }
    if (after.text !== before) {
      replaceFile(this.file, after.text);
    }
  }
}
