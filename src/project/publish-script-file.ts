import { FileBase, type Project } from 'projen';
import { PUBLISH_SCRIPT } from '../model/publish';
import { loadPublishScript } from '../outside/scripts';
import { renderPublishScript } from '../render/publish-script';

/** The script that publishes, as a file that projen generates and removes: one for all builds of a repository. */
export class PublishScriptFile extends FileBase {
  constructor(root: Project) {
    super(root, PUBLISH_SCRIPT);
  }

  protected synthesizeContent(): string {
    return renderPublishScript(this.marker ?? '', loadPublishScript());
  }
}
