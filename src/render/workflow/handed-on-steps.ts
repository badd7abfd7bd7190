import { docUrl, guardOutput } from './guard-job';
import { pinned } from '../../github/pins';
import { type HandedOn, handedTo, type Leg } from '../../model/jobs';
import type { BuildJobModel, Model, StepModel } from '../../model/model';
import type { Scripts } from '../../text/scripts';

/** Ids of the steps that hand files on, and take them. */
export const UPLOAD_HANDED_ON = 'upload-handed-on';
export const UNPACK_HANDED_ON = 'unpack-handed-on';

/** Where the files lie between the artifact actions and the scripts; hidden, so that no pattern of a user matches it. */
export const BETWEEN = '.handed-on';

/** The step that collects, packing as well. */
export function packed(collect: StepModel, scripts: Scripts): StepModel {
  return {
    ...collect,
    name: 'Collect the artifacts, and pack them for the jobs that need them',
    env: { ...collect.env, ROOT: '${{ matrix.root }}' },
    run: [collect.run, scripts.handedOn, scripts.pack].join('\n'),
  };
}

export function uploadOfPacked(): StepModel {
  return {
    name: 'Upload what is handed on',
    id: UPLOAD_HANDED_ON,
    uses: pinned('actions/upload-artifact'),
    with: {
      'name': handedOnName('${{ matrix.artifact }}', guardOutput('name')),
      // the files by their names: the action passes over what a hidden directory holds
      'path': [`${BETWEEN}/files.tar`, `${BETWEEN}/list`].join('\n'),
      'if-no-files-found': 'error',
      'retention-days': 1,
      'overwrite': true,
    },
  };
}

/** What a job is handed, checked and put into its place; nothing for a job that needs no other. */
export function handedOnSteps(model: Model, job: BuildJobModel, scripts: Scripts): StepModel[] {
  const all = handedTo(model, job);
  return all.length ? [
    ...all.map(({ from }) => download(from)),
    {
      name: 'Unpack what was handed on',
      id: UNPACK_HANDED_ON,
      env: { HANDED_ON: all.map(line).join('\n'), DOC_URL: docUrl(model) },
      run: [scripts.say, scripts.report, scripts.handedOn, scripts.unpack].join('\n'),
    },
  ] : [];
}

/**
 * One artifact a step: what a pattern downloads lies elsewhere as soon as it matches only one. A
 * missing one is for the next step to explain.
 */
function download({ job, platform }: Leg): StepModel {
  return {
    'name': `Download what ${job.id} built on ${platform.name}`,
    'uses': pinned('actions/download-artifact'),
    'continue-on-error': true,
    'with': { name: handedOnName(platform.artifactName, guardOutput('name')), path: `${BETWEEN}/${job.id}/${platform.name}` },
  };
}

/** The artifact that a leg hands on; `name` is the guard's. */
export function handedOnName(artifact: string, name: string): string {
  return `${artifact}-${name}-handed-on`;
}

/** As assets/unpack.sh reads it. */
function line({ from, path }: HandedOn): string {
  return `${from.job.id}/${from.platform.name} ${from.platform.allowedToFail ? 'optional' : 'required'} ${path || '.'}`;
}
