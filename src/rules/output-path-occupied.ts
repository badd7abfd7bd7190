import { obstacleFindings } from './obstacles';
import type { ProjectRule } from './rule';

export const outputPathOccupied: ProjectRule = {
  id: 'output-path-occupied',
  level: 'error',
  about: 'project',
  cause: 'Where the workflow, the doc, the README or the script that publishes is to be written lies something else: a file that projen did not write and would replace, '
    + 'a directory, or the file of a component that was declared later.',
  cure: 'Move it away, or choose another id for the workflow, another `path` for the doc or the README.',
  check: ({ obstacles }) => obstacleFindings(obstacles, 'occupied', 'Move it away'),
};
