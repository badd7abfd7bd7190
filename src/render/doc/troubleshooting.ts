import { type Section } from './section';
import { signingMessages } from './signing';
import { kindOfSecret } from '../../credentials/credential-kinds';
import { environmentsOf } from '../../model/jobs';
import { type Model } from '../../model/model';
import { attests, followUpsOf, publishes, releasesOf, writingTargetsOf } from '../../model/publish';
import { isStamped } from '../../model/versions';
import { type GuardMessage } from '../../text/guard-message';
import { blocks, bullets, code, heading, table, text } from '../../text/markdown';
import { inOwnWords } from '../../text/package-runner';
import { sentence } from '../../text/words';
import { loadPublishingDoc } from '../late-parts';

/** Every message the guard can print, under the heading that the message links to. */
export const troubleshooting: Section = {
  id: 'troubleshooting',
  heading: 'When it fails',
  render: (model, { messages }) => blocks(
    general(model),
    own(model),
    signingMessages(model),
    ...[...messages.filter(({ about }) => !about || isTrueOf[about](model)), ...publishes(model) ? loadPublishingDoc().publishMessagesOf(model) : []]
      .map((message) => explain(model, message)),
  ),
};

/** The guard's script is one for all. It asks about no workflow of its own repository, and the workflow's own token is none that somebody makes. */
const isTrueOf: Readonly<Record<NonNullable<GuardMessage['about']>, (model: Model) => boolean>> = {
  attestation: attests,
  stamp: isStamped,
  credential: (model) => model.secrets.some((secret) => kindOfSecret(model, secret)),
  refs: (model) => model.repositories.some(({ refFile }) => refFile !== ''),
  registry: (model) => model.dependencies.some(({ kind }) => kind !== 'github'),
  release: (model) => releasesOf(model).length > 0,
  workflow: (model) => followUpsOf(model).some(({ repository }) => repository !== ''),
  elsewhere: (model) => writingTargetsOf(model).some(({ repository }) => repository !== ''),
};

function general(model: Model): string {
  return blocks(
    `The job ${code('guard')} runs first and ends the run within seconds if something is missing. Its message says what to do.`,
    bullets([
      'You need no new tag. Mend the cause, open the run and choose "Re-run all jobs".',
      ...(publishes(model) ? ['If only jobs behind the builds failed, "Re-run failed jobs" is enough: they go on with the same files.'] : []),
      ...(model.secrets.length > 0 ? [
        'GitHub reads the secrets of a repository and an organization when a run is queued. A run that is under way does not see a change.',
      ] : []),
      ...(environmentsOf(model).length > 0 ? ['It reads the secrets of an environment when the job starts.'] : []),
      ...(model.jobs.some(({ needs }) => needs.length > 0) ? ['A job that was skipped needs another one, which failed: look there.'] : []),
      'GitHub re-runs a run for 30 days. Later you need a new tag.',
      'A change of the workflow file needs a new tag: a run keeps the file of its own commit.',
    ]),
  );
}

function own({ setupDoc }: Model): string {
  const rows = setupDoc.troubleshooting;
  return rows.length === 0 ? '' : blocks(
    heading(3, 'Known in this build'),
    table(['Message', 'Cause', 'Cure'], rows.map((row) => [row.message, row.cause, row.cure].map(text))),
  );
}

function explain(model: Model, { title, cause, cure }: Pick<GuardMessage, 'title' | 'cause' | 'cure'>): string {
  return blocks(heading(3, title), `${sentence(text(cause))} ${sentence(text(inOwnWords(model, cure)))}`);
}
