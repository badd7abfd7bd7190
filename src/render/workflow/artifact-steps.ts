import type { Scripts } from './workflow-file';
import { pinned } from '../../github/pins';
import type { Model, StepModel } from '../../model/model';

/** Nothing is uploaded before every declared pattern has matched. */
export function artifactSteps({ retentionDays }: Model, scripts: Scripts): StepModel[] {
  return [
    {
      name: 'Collect the artifacts',
      id: 'collect',
      env: { PLATFORM: '${{ matrix.platform }}', ARTIFACTS: '${{ matrix.artifacts }}' },
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
        'retention-days': retentionDays,
        // a re-run of a failed leg replaces what it had uploaded
        'overwrite': true,
      },
    },
  ];
}
