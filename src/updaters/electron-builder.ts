import { isUpdated, type UpdaterKind } from './updater-kind';
import { artifactRoot } from '../github/artifact-patterns';
import { legsOf } from '../model/jobs';

/** What electron-builder leaves in its output besides, which no updater reads. */
const NO_METADATA = 'builder-debug.yml';

/** electron-updater. Blockmaps let it download what has changed; on Linux they are part of the file. */
export const electronBuilder: UpdaterKind<'electron-builder'> = {
  collected: ({ options }, platform) => {
    if (!isUpdated(options?.platforms, platform)) {
      return [];
    }
    const output = options?.output ?? artifactRoot(platform.artifacts);
    const inOutput = (pattern: string) => [output, pattern].filter(Boolean).join('/');
    return [inOutput('*.yml'), ...platform.system === 'linux' ? [] : [inOutput('*.blockmap')], `!${inOutput(NO_METADATA)}`];
  },
  model: ({ options }, legs) => ({
    kind: 'electron-builder',
    legs: legs.filter((leg) => isUpdated(options?.platforms, { ...leg, name: leg.platform })).map(({ job, platform }) => ({ job, platform })),
    channel: options?.channel ?? '',
  }),
  plan: ({ kind, legs, channel }, { repository }, model) => ({
    kind,
    repository,
    legs: legsOf(model).filter(({ job, platform }) => legs.some((leg) => leg.job === job.id && leg.platform === platform.name))
      .map(({ job, platform }) => ({ job: job.id, platform: platform.name, system: platform.system })),
    channel,
  }),
};
