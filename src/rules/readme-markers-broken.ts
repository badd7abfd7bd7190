import type { ProjectRule } from './rule';
import { brokenMarkers, MEND_PAIR } from '../text/marker-problem';
import { spliceSection } from '../text/markers';

export const readmeMarkersBroken: ProjectRule = {
  id: 'readme-markers-broken',
  level: 'error',
  about: 'project',
  cause: "The README's section lies between two HTML comments, and one of them is missing, stands twice, or they are the wrong way round.",
  cure: `${MEND_PAIR} A code fence that never ends has to be closed first.`,
  check: ({ model, readme }) => {
    const result = spliceSection(readme, model.id, '');
    return 'text' in result ? [] : [brokenMarkers(model.readme.path, result)];
  },
};
