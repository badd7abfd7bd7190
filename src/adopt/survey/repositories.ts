import * as path from 'node:path/posix';
import type { Note } from './app';
import { mainRemote, type Place } from './place';
import type { Questions } from './questions';
import { type Sibling, siblingsOf } from './siblings';
import type { Sight } from './sight';
import { repositoryNameProblem } from '../../github/names';
import { repositoryOfRemote } from '../../github/remotes';
import { andList } from '../../text/words';
import { call, type Code, type Constant, list, object } from '../code';

/** What is checked out, and where. */
export interface Repositories {
  /** The option; undefined where the default is right. */
  readonly code: Code | undefined;
  readonly constants: readonly Constant[];
  /** Where the repository itself lies in the workspace; '' is the workspace. */
  readonly path: string;
  readonly found: readonly { readonly what: string; readonly where?: string }[];
  readonly notes: readonly Note[];
}

const CREDENTIAL = 'siblingsCredential';
const UNKNOWN_OWNER = 'OWNER';

/** Of each credential that opens several repositories: how it is declared. */
const CREDENTIALS: Readonly<Record<string, Code | undefined>> = {
  'token': call('Credential.token', object({ secret: 'REPOSITORIES_READ_TOKEN' })),
  'github-app': call('Credential.githubApp', object({
    clientId: object({ variable: 'REPOSITORIES_APP_CLIENT_ID' }),
    privateKey: object({ secret: 'REPOSITORIES_APP_PRIVATE_KEY' }),
  })),
  'none': undefined,
};

export function repositoriesOf(place: Place, sight: Sight, questions: Questions): Repositories {
  const all = siblingsOf(place, sight).filter(({ name }) => repositoryNameProblem(`${UNKNOWN_OWNER}/${name}`) === undefined);
  const [siblings, missing] = [true, false].map((isThere) => all.filter((one) => one.isThere === isThere));
  const submodules = place.git?.submodules ?? [];
  const own = siblings.length ? directoryOf(place, siblings) : '';
  const { codes, constants } = siblings.length ? asRepositories(place, siblings, questions) : { codes: [], constants: [] };
  const self = object({ path: own || undefined, with: submodules.length ? { kind: 'object', entries: [{ key: 'submodules', value: 'recursive', free: true }] } : undefined });
  return {
    code: siblings.length || submodules.length ? list([call('Repository.self', self), ...codes]) : undefined,
    constants,
    path: own,
    found: [
      ...siblings.map(({ name, file }) => ({ what: `the directory '../${name}' is needed`, where: file })),
      ...missing.map(({ name, file }) => ({ what: `the directory '../${name}' is named and not there`, where: file })),
      ...submodules.length ? [{ what: `submodules: ${andList(submodules.map((one) => one.path))}`, where: '.gitmodules' }] : [],
    ],
    notes: [
      ...siblings.length ? [{ option: 'repositories', text: `compare owner, name and credential of ${andList(siblings.map(({ name }) => name))} with GitHub; docs/repositories.md says what each credential needs` }] : [],
      ...missing.map(({ name, file }) => ({ option: 'repositories', text: `${file} leads to '../${name}', which is not there: if a build needs it, add Repository.github('owner/${name}')` })),
      ...submodules.length ? [{ option: 'repositories', text: 'submodules that are private need dependencies: [Dependency.github(...)]; docs/private-dependencies.md says how' }] : [],
    ],
  };
}

/** Beside the siblings, as it lies here. */
function directoryOf({ git }: Place, siblings: readonly Sibling[]): string {
  const remote = repositoryOfRemote(mainRemote(git)?.url ?? '', 'github.com')?.split('/')[1];
  const name = [remote, path.basename((git?.root ?? '').replaceAll('\\', '/'))].find((one) => one !== undefined && /^\w[\w.-]{0,99}$/.test(one)) ?? 'app';
  return siblings.some((sibling) => sibling.name.toLowerCase() === name.toLowerCase()) ? `${name}-main` : name;
}

function ownerProblem(owner: string): string | undefined {
  return repositoryNameProblem(`${owner}/name`)?.why;
}

/** Their elements of the option. */
type Others = Pick<Repositories, 'constants'> & { readonly codes: readonly Code[] };

function asRepositories(place: Place, siblings: readonly Sibling[], questions: Questions): Others {
  const ownOwner = repositoryOfRemote(mainRemote(place.git)?.url ?? '', 'github.com')?.split('/')[0];
  const owner = questions.ask({
    id: 'siblings-owner',
    text: `Who owns ${andList(siblings.map(({ name }) => name))} on GitHub?`,
    default: ownOwner !== undefined && ownerProblem(ownOwner) === undefined ? ownOwner : UNKNOWN_OWNER,
    complaint: ownerProblem,
  });
  const credential = CREDENTIALS[questions.ask({
    id: 'siblings-credential',
    text: 'How are they read? "none" is for public ones',
    choices: Object.keys(CREDENTIALS),
    default: 'token',
  })];
  const options = credential ? [object({ credential: { kind: 'name', name: CREDENTIAL } })] : [];
  return {
    codes: siblings.map(({ name }) => call('Repository.github', `${owner}/${name}`, ...options)),
    constants: credential ? [{ name: CREDENTIAL, value: credential }] : [],
  };
}
