import { json, notFound, type Reply } from '../../github-answers';
import { may } from '../access';
import type { Address } from '../hosts';
import { webUrl } from '../objects';
import { latestOf } from '../publication';
import type { Repository } from '../repository';
import type { Release, Token } from '../state';
import type { World } from '../world';

const PAGE = /^\/(?<name>[^/]+\/[^/]+)\/releases(?:(?<feed>\.atom)|(?<latest>\/latest)|\/tag\/(?<tag>.+))$/;

/** How many releases the feed has. */
const MOST_ENTRIES = 10;

/** What a browser sees of releases, and whoever asks for them without the API; undefined for other addresses. */
export function page(world: World, { path, hosts }: Address, token: Token | undefined): Reply | undefined {
  const { name, feed, latest, tag } = PAGE.exec(path)?.groups ?? {};
  const repository = world.repositories.get(name ?? '');
  if (!repository || !may(token, repository, 'contents:read')) return undefined;
  if (feed) return { status: 200, headers: { 'content-type': 'application/atom+xml' }, body: Buffer.from(atom(hosts, repository)) };
  const release = latest ? latestOf(repository) : repository.releases.find((one) => !one.draft && one.tag === decodeURIComponent(tag));
  if (!release) return notFound();
  // to a browser it is a page; who accepts JSON is told as much
  return latest ? { status: 302, headers: { location: webUrl(hosts, repository, release) } } : json(200, { id: release.id, tag_name: release.tag });
}

/** Pre-releases too, the newest first; drafts not. */
function atom(hosts: Address['hosts'], repository: Repository): string {
  const entries = repository.releases.filter(({ draft }) => !draft).reverse().slice(0, MOST_ENTRIES);
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-US">
  <title>Release notes from ${repository.name}</title>
${entries.map((release) => entry(hosts, repository, release)).join('\n')}
</feed>
`;
}

function entry(hosts: Address['hosts'], repository: Repository, release: Release): string {
  return `  <entry>
    <updated>${release.publishedAt}</updated>
    <link rel="alternate" type="text/html" href="${webUrl(hosts, repository, release)}"/>
    <title>${escaped(release.title ?? release.tag)}</title>
    <content type="html">${escaped(release.notes ?? 'No content.')}</content>
  </entry>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
