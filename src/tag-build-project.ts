import { Project } from 'projen';
import { manageBuildsOnly } from './project/builds-only';

/** Options of `TagBuildProject`. */
export interface TagBuildProjectOptions {
  /** Name of the app. It names nothing that is published. */
  readonly name: string;

  /**
   * Where the repository lies.
   * @default - the current directory
   */
  readonly outdir?: string;

  /**
   * Whether a marked block of `.gitattributes` says which files are generated, so that GitHub folds
   * them in pull requests. All else in that file is yours.
   * @default false
   * @see https://docs.github.com/repositories/working-with-files/managing-files/customizing-how-changed-files-appear-on-github
   */
  readonly linguistGenerated?: boolean;
}

/**
 * A repository that is not projen's: it gets the files of its tag builds, what makes them anew in
 * `.projen`, and nothing else. `package.json`, `.gitignore` and `.gitattributes` stay yours.
 *
 * Its packages are those that `package.json` lists, where `projen-tag-build` is among them;
 * otherwise npx fetches them in the versions that belong together, so that a fresh clone needs
 * Node.js and nothing else.
 *
 * Only where packages lie in `node_modules` and `.gitignore` does not name that directory, it gets
 * a marked block that does.
 *
 * @pjid tag-build
 */
export class TagBuildProject extends Project {
  constructor(options: TagBuildProjectOptions) {
    // all of them: behind those that are declared, `projen new` hides what it was called with
    super({ ...options });
    manageBuildsOnly(this, options.linguistGenerated ?? false);
  }
}
