import type { Fates } from './fill';
import { table } from './notes';
import type { Target } from './target';
import { count } from '../../text/words';
import type { Release } from '../github/shapes';
import { linkTo, log, markdown, setOutput, summarize } from '../report';

/** Rows; more are no help. */
const MOST = 200;

export function summarizeDraft(target: Target, release: Release, fates: Fates): void {
  conclude(target, release, fates, `Draft ${release.id} of ${target.run.tag} in ${target.repository} is complete and verified; nothing is public.`);
}

/** Where the drafts are made nothing that is public is changed, whatever the declaration allows. */
export function summarizeDifferent(target: Target, release: Release, fates: Fates, differences: number): void {
  conclude(target, release, fates, `The release of ${target.run.tag} in ${target.repository} is public, and ${count(differences, 'file of it differs', 'files of it differ')}; that changes when the releases are made public.`);
}

/** @param untouched whether it was public and complete before */
export function summarizePublic(target: Target, release: Release, fates: Fates, untouched = false): void {
  const what = `The release of ${target.run.tag} in ${target.repository}`;
  conclude(target, release, fates, untouched ? `${what} was public and complete already; nothing was changed.` : `${what} is public.`);
}

function conclude({ set: { files }, run }: Target, { id, url }: Release, fates: Fates, sentence: string): void {
  // an address on another host is not GitHub's
  const address = url.startsWith(`${run.serverUrl}/`) && URL.canParse(url) ? url : run.serverUrl;
  log(`${sentence} ${address}`);
  setOutput('id', String(id));
  setOutput('url', address);
  const rows = files.slice(0, MOST).map(({ name, size }) => [markdown(name), String(size), fates.get(name) ?? '']);
  summarize(`\n${markdown(sentence)} ${linkTo(address)}\n\n${table(['File', 'Bytes', 'What became of it'], rows)}\n${files.length > MOST ? `\nand ${files.length - MOST} more\n` : ''}`);
}
