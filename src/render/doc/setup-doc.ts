import { arrange } from './arrange';
import { type DocInput } from './section';
import { SECTIONS } from './sections';
import { type Model } from '../../model/model';
import { blocks, comment, heading } from '../../text/markdown';

/** The setup doc: how to make the build run once, and what to do when it fails in a year. */
export function renderSetupDoc(model: Model, input: DocInput): string {
  const builtIn = SECTIONS.map((section) => ({ id: section.id, heading: section.heading, body: section.render(model, input) }));
  const sections = arrange(builtIn, model.setupDoc.sections, model.setupDoc.drop);
  return blocks(
    model.marker && comment(model.marker),
    heading(1, `${model.title}: setup`),
    ...sections.flatMap((section) => [heading(2, section.heading), section.body.trim()]),
  ) + '\n';
}
