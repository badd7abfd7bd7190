import { type Section } from './section';
import { publishes } from '../../model/publish';
import { loadPublishingDoc } from '../late-parts';

export const publishing: Section = {
  id: 'publishing',
  heading: 'Publishing',
  render: (model) => publishes(model) ? loadPublishingDoc().publishingParts(model) : '',
};
