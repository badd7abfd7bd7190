import * as path from 'node:path/posix';
import { ask, cannotTell } from './ask';
import { readerOf } from './siblings';
import { encodePath } from './token-probe';
import { CannotTell } from './verdict';
import type { World } from './world';
import type { RepositoryModel } from '../model/model';
import type { SourceDirectory } from '../model/paths';
import { fields, text } from '../outside/data';

const RAW = 'application/vnd.github.raw+json';

/**
 * The text of a file at the ref that a tag builds; undefined where there is none.
 *
 * For the repository that runs the workflow it is the user's clone that is read: what lies there is
 * what will be tagged.
 */
export async function readSource(world: World, { repository, path: directory }: SourceDirectory, file: string): Promise<string | undefined> {
  const location = path.join(directory, file);
  if (repository.self) {
    return world.read(location);
  }
  const content = await contentAt(world, repository, location, RAW);
  return content === undefined ? undefined : text(content);
}

/** The names in a directory of another repository than the one that runs the workflow; none where there is no such directory. */
export async function namesInSource(world: World, { repository, path: directory }: SourceDirectory): Promise<string[]> {
  const content = await contentAt(world, repository, directory);
  return Array.isArray(content) ? content.map((entry) => text(fields(entry).name)) : [];
}

/** What GitHub has at a path; undefined where there is nothing. */
async function contentAt(world: World, repository: RepositoryModel, location: string, accept?: string): Promise<unknown> {
  const github = readerOf(world, repository);
  const needs = `read access to the contents of ${repository.name}`;
  const query = repository.ref === 'HEAD' ? '' : `?ref=${encodeURIComponent(repository.ref)}`;
  const answer = await github.get(`/repos/${repository.name}/contents${location && `/${encodePath(location)}`}${query}`, accept);
  if (answer.kind === 'reply' && answer.status === 200) {
    return answer.data;
  }
  if (answer.kind === 'reply' && answer.status === 404) {
    // GitHub also says so of what it does not show
    await ask(github, `/repos/${repository.name}`, needs);
    return undefined;
  }
  throw cannotTell(github, answer, needs);
}

/** A file of JSON. */
export async function readJson(world: World, directory: SourceDirectory, file: string): Promise<unknown> {
  const content = await readSource(world, directory, file);
  try {
    return content === undefined ? undefined : JSON.parse(content);
  } catch {
    throw new CannotTell(`${file} of ${nameOf(world, directory)} holds no JSON`, 'Correct the file.');
  }
}

/** The directory, for a message. */
export function nameOf({ repository: own }: World, { repository, path: directory }: SourceDirectory): string {
  const name = repository.self ? own ?? 'this repository' : repository.name;
  return directory ? `${directory} in ${name}` : name;
}
