import { Files } from './files';
import type { Place } from './place';
import { type Fields, fields, isFields, texts } from '../../outside/data';
import { isGenerated } from '../../text/projen-marker';

const DIRECTORY = '.github/workflows';

/** A workflow that is there already, and publishes or builds what a tag build would. */
export interface TagWorkflow {
  readonly file: string;
  /** Filters of tags; none for one that runs when a release is published. */
  readonly tags: readonly string[];
}

/** Those that no projen has written. */
export function tagWorkflows(place: Place): TagWorkflow[] {
  const files = new Files(place);
  return files.names(DIRECTORY).filter((name) => /\.ya?ml$/.test(name)).map((name) => `${DIRECTORY}/${name}`).flatMap((file) => {
    const on = events(files.content(file)?.on);
    const tags = texts([fields(on.push).tags].flat());
    return !isGenerated(files.text(file)) && (tags.length || 'release' in on) ? [{ file, tags }] : [];
  });
}

/** In any of the ways in which they may be written. */
function events(on: unknown): Fields {
  return isFields(on) ? on : Object.fromEntries([on].flat().map((event) => [String(event), null]));
}
