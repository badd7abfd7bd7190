import type { TargetKind } from './target-kind';
import type { PublishStepsModel } from '../model/model';
import { publicReleasesOf } from '../model/publish';
import { code } from '../text/markdown';
import { andList } from '../text/words';

/** A job with steps of the user's own. */
export const steps: TargetKind<PublishStepsModel> = {
  title: ({ id }) => `the job ${code(id)}`,
  isResult: false,
  drawn: () => [],
  about: ({ permissions }) => [
    `Its own steps find the files in ${code('release/files')}.`,
    permissions.length === 0 ? '' : `Its token may do more than others: ${andList(permissions.map(({ permission, access }) => code(`${permission}: ${access}`)))}.`,
  ].filter(Boolean),
  name: ({ title }) => `the steps of ${title}`,
  planned: ({ afterRelease }, _, model) => publicReleasesOf(model).length === 0 ? [] : [`${afterRelease ? 'when every' : 'before any'} release is public`],
  setUp: () => [],
  checklist: () => [],
  takeBack: () => ['What jobs with steps of your own have published is taken back there where they have published it.'],
};
