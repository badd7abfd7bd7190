import { obstacleFindings } from './obstacles';
import type { ProjectRule } from './rule';

export const outputPathLinked: ProjectRule = {
  id: 'output-path-linked',
  level: 'error',
  about: 'project',
  cause: "A symbolic link on the way to the workflow, the doc, the README, the script that publishes or the file of the models leads out of the repository, into git's own directory, "
    + 'to a file of another kind, or nowhere. Whoever sends a pull request with such a link could have files overwritten that are not theirs. '
    + 'A link to another place of the repository is followed, but not to workflows: GitHub does not follow it either.',
  cure: 'Put a directory or a file in the place of the link, or choose another id for the workflow, another `path` for the doc or the README.',
  check: ({ obstacles }) => obstacleFindings(obstacles, 'linked', 'Put a directory or a file in the place of the link'),
};
