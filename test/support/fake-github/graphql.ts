import { may } from './access';
import { execute, type Fields } from './graphql-execute';
import type { Hosts } from './hosts';
import { webUrl } from './objects';
import { latestOf } from './publication';
import type { Repository } from './repository';
import type { Release, Token } from './state';
import type { World } from './world';
import { json, message, type Reply } from '../github-answers';

/** What gh asks of releases by GraphQL. @see facts, section A (GH fetch.go) */
export function graphql(world: World, hosts: Hosts, token: Token | undefined, { query, variables }: Readonly<Record<string, unknown>>): Reply {
  if (!token) return message(401, 'This endpoint requires you to be authenticated.');
  const root: Fields = {
    viewer: { login: 'somebody' },
    __type: ({ name }) => name === 'Release' ? { fields: RELEASE_FIELDS.map((each) => ({ name: each })) } : null,
    repository: ({ owner, name }) => {
      const repository = world.repositories.get(`${String(owner)}/${String(name)}`);
      return repository && may(token, repository, 'metadata:read') ? repositoryFields(hosts, token, repository) : null;
    },
  };
  try {
    const data = execute(String(query), variables ?? {}, root);
    return json(200, { data, ...data.repository === null && { errors: [{ type: 'NOT_FOUND', path: ['repository'], message: 'Could not resolve to a Repository' }] } });
  } catch (error) {
    return json(200, { errors: [{ message: (error as Error).message }] });
  }
}

const RELEASE_FIELDS = ['id', 'databaseId', 'name', 'tagName', 'isDraft', 'isLatest', 'isPrerelease', 'immutable', 'createdAt', 'publishedAt', 'url'];

function repositoryFields(hosts: Hosts, token: Token, repository: Repository): Fields {
  const visible = () => repository.releases.filter(({ draft }) => !draft || may(token, repository, 'contents:write'));
  return {
    id: `R_${repository.name}`,
    name: repository.name.split('/')[1],
    owner: { login: repository.name.split('/')[0] },
    defaultBranchRef: { name: repository.defaultBranch },
    ref: ({ qualifiedName }) => repository.refs.has(String(qualifiedName)) ? { id: `REF_${String(qualifiedName)}` } : null,
    // of several with one tag, which one is not specified
    release: ({ tagName }) => releaseOrNull(visible().find(({ tag }) => tag === tagName)),
    releases: ({ first, after, orderBy }) => connection(visible(), Number(first), Number(after ?? 0), String(orderBy.direction)),
  };

  function releaseOrNull(release: Release | undefined): Fields | null {
    return release ? releaseFields(hosts, repository, release) : null;
  }

  function connection(releases: Release[], first: number, after: number, direction: string): Fields {
    const sorted = releases.sort((one, other) => (one.id - other.id) * (direction === 'DESC' ? -1 : 1));
    return {
      nodes: sorted.slice(after, after + first).map(releaseOrNull),
      pageInfo: { hasNextPage: after + first < sorted.length, endCursor: String(after + first) },
    };
  }
}

function releaseFields(hosts: Hosts, repository: Repository, release: Release): Fields {
  return {
    id: `RE_${release.id}`,
    databaseId: release.id,
    name: release.title,
    tagName: release.tag,
    isDraft: release.draft,
    isLatest: latestOf(repository) === release,
    isPrerelease: release.prerelease,
    immutable: release.immutable,
    createdAt: repository.dateOf(release),
    publishedAt: release.publishedAt,
    url: webUrl(hosts, repository, release),
  };
}
