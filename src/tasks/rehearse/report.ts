import { runName } from '../../github/names';
import { isNeeded, resultsOf } from '../../model/jobs';
import type { Model } from '../../model/model';
import { publishes, setName } from '../../model/publish';
import { cleaner } from '../../text/clean';
import { shownShellWord } from '../../text/shell';
import { SIGNS } from '../../text/signs';
import type { Run } from '../runs/run';

const clean = cleaner([]);

/** What was run, and where. */
export interface Ran {
  readonly model: Model;
  readonly branch: string;
  readonly guardOnly: boolean;
  /** What a tag would publish, each with its size; none where nothing is, or it is not known. */
  readonly files: readonly string[];
}

/** What came of a run whose jobs have been told. */
export function outcomeText({ id, conclusion, url }: Run, ran: Ran): string {
  const next = conclusion === 'success' ? fetchText(id, ran) : `Why: npx projen tag-build:why ${id}\n`;
  const published = ran.files.length ? `A tag would publish:\n${ran.files.map((file) => `  ${clean(file)}\n`).join('')}` : '';
  const sign = SIGNS[conclusion === 'success' ? 'good' : 'bad'];
  return `\n${sign} ${conclusion}: ${url}\n${published}${next}`;
}

/** Of several kinds of artifacts those that are wanted are named: gh would fetch all. */
function fetchText(run: number, { model, branch, guardOnly }: Ran): string {
  const names = publishes(model) ? [nameOption(setName(model), branch)] : model.jobs.some((job) => isNeeded(model, job))
    ? resultsOf(model).map(({ platform }) => nameOption(platform.artifactName, branch))
    : [];
  return guardOnly ? '' : `What was built: gh run download ${run}${names.join('')}\n`;
}

function nameOption(artifact: string, branch: string): string {
  return ` --name ${shownShellWord(`${artifact}-${runName(branch)}`)}`;
}
