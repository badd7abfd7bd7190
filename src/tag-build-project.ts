import { Project } from 'projen';

/** Options of `TagBuildProject`. */
export interface TagBuildProjectOptions {
  /** Name of the app. It names nothing that is published. */
  readonly name: string;

  /**
   * Where the repository lies.
   * @default - the current directory
   */
  readonly outdir?: string;
}

/**
 * A repository that is not projen's: it gets the files of its tag builds and what makes them anew,
 * and nothing else.
 *
 * @pjid tag-build
 */
export class TagBuildProject extends Project {
  constructor(options: TagBuildProjectOptions) {
    super({ name: options.name, outdir: options.outdir });
    // projen would write both anew
    this.tryRemoveFile('.gitignore');
    this.tryRemoveFile('.gitattributes');
  }
}
