import { Section } from './section';
import { requirementKinds } from '../../requirements/kinds';
import { blocks } from '../../text/markdown';

/** What a repository or an organization may have switched off: what the requirements say of it. */
export const settings: Section = {
  id: 'settings',
  heading: 'Settings that can refuse it',
  render: (model, { actions }) => blocks(
    'Look these up under Settings, in the repository and in its organization. The stricter one counts.',
    ...requirementKinds.map((kind) => kind.setUp?.({ model, uses: actions }) ?? ''),
  ),
};
