import { obstacleFindings } from './obstacles';
import type { ProjectRule } from './rule';

export const outputPathUnwritable: ProjectRule = {
  id: 'output-path-unwritable',
  level: 'error',
  about: 'project',
  cause: 'The system would refuse to write the workflow, the doc, the README, the script that publishes or the file of the models: the file or its directory is read-only or another user\'s, '
    + 'the whole path is too long, or a pipe, a socket or a device lies there. It is tried before the first file is written, so that none is half-written.',
  cure: 'Make the place writable, or choose another id for the workflow, another `path` for the doc or the README.',
  check: ({ obstacles }) => obstacleFindings(obstacles, 'unwritable', 'Make it writable'),
};
