import { shownPath } from './legs';
import { count } from '../../text/words';
import type { ReleaseSet } from '../contract';
import { markdown } from '../report';

/** Rows of the table: the summary of a step has 1 MiB. */
const MOST_ROWS = 200;

/** The files of the set as Markdown, and where they become public. */
export function summaryOf({ files, tag, signatures }: ReleaseSet, targets: readonly string[], isReal: boolean): string {
  const bytes = files.reduce((sum, { size }) => sum + size, 0);
  return [
    `### The files of ${isReal ? markdown(tag) : 'a release'}`,
    '',
    `${count(files.length, 'file', 'files')}, ${bytes} bytes`,
    '',
    '| file | bytes | SHA-256 | platform | named by the build |',
    '| --- | ---: | --- | --- | --- |',
    ...files.slice(0, MOST_ROWS).map(row),
    ...files.length > MOST_ROWS ? ['', `And ${files.length - MOST_ROWS} files more.`] : [],
    ...signatures.length ? ['', 'Signatures:', '', ...signatures.map(signature)] : [],
    '',
    isReal ? 'To be published:' : 'What a tag would publish:',
    '',
    ...targets.map((target) => `- ${markdown(target)}`),
    '',
  ].join('\n');
}

function row({ name, size, sha256, job, platform, originalName }: ReleaseSet['files'][number]): string {
  const cells = [markdown(name), size, sha256, markdown(`${job} ${platform}`.trim()), name === originalName ? '' : markdown(shownPath(originalName))];
  return `| ${cells.join(' | ')} |`;
}

function signature({ job, platform, signing, state, without }: ReleaseSet['signatures'][number]): string {
  return `- ${markdown(`${job} ${platform}: ${signing}`)}, ${state === 'proven' ? 'proven' : `**not signed**: ${markdown(without)}`}`;
}
