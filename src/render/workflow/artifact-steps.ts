import { docUrl, guardOutput } from './guard-job';
import { packed, uploadOfPacked } from './handed-on-steps';
import { matrixUses } from './matrix';
import { pinned } from '../../github/pins';
import { isNeeded } from '../../model/jobs';
import type { BuildJobModel, Model, StepModel } from '../../model/model';
import type { Scripts } from '../../text/scripts';

/** Nothing is uploaded before every declared pattern has matched. */
export function artifactSteps(model: Model, job: BuildJobModel, scripts: Scripts): StepModel[] {
  const needed = isNeeded(model, job);
  const uses = matrixUses(model, job);
  const collect = {
    name: 'Collect the artifacts',
    id: 'collect',
    env: {
      PLATFORM: '${{ matrix.platform }}',
      ARTIFACTS: '${{ matrix.artifacts }}',
      ...uses.unneeded && { UNNEEDED: '${{ matrix.unneeded }}' },
      ...uses.alternatives && { ALTERNATIVES: '${{ matrix.alternatives }}' },
      ...job.artifacts === 'handed-on' && { HANDED_ON_ONLY: 'true' },
      DOC_URL: docUrl(model),
    },
    run: [scripts.say, scripts.artifacts, scripts.collect].join('\n'),
  };
  return [
    needed ? packed(collect, scripts) : collect,
    ...job.artifacts === 'result' ? [upload(job)] : [],
    ...needed ? [uploadOfPacked()] : [],
  ];
}

function upload({ retentionDays }: BuildJobModel): StepModel {
  return {
    name: 'Upload the artifacts',
    id: 'upload',
    uses: pinned('actions/upload-artifact'),
    with: {
      'name': `\${{ matrix.artifact }}-${guardOutput('name')}`,
      'path': '${{ matrix.artifacts }}',
      'if-no-files-found': 'error',
      'retention-days': retentionDays,
      // a re-run of a failed leg replaces what it had uploaded
      'overwrite': true,
    },
  };
}
