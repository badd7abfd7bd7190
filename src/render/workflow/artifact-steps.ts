import { docUrl } from './guard-job';
import { pinned } from '../../github/pins';
import type { BuildJobModel, Model, StepModel } from '../../model/model';
import type { Scripts } from '../../text/scripts';

/** Nothing is uploaded before every declared pattern has matched. */
export function artifactSteps(model: Model, job: BuildJobModel, scripts: Scripts): StepModel[] {
  return [
    {
      name: 'Collect the artifacts',
      id: 'collect',
      env: { PLATFORM: '${{ matrix.platform }}', ARTIFACTS: '${{ matrix.artifacts }}', DOC_URL: docUrl(model) },
      run: scripts.collect,
    },
    {
      name: 'Upload the artifacts',
      id: 'upload',
      uses: pinned('actions/upload-artifact'),
      with: {
        'name': '${{ matrix.artifact }}-${{ needs.guard.outputs.name }}',
        'path': '${{ matrix.artifacts }}',
        'if-no-files-found': 'error',
        'retention-days': job.retentionDays,
        // a re-run of a failed leg replaces what it had uploaded
        'overwrite': true,
      },
    },
  ];
}
