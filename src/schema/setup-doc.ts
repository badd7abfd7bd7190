import { list, needed, struct, type Table, text } from './field';
import type { DocSection, SetupDocOptions, TroubleshootingRow } from '../options';

const section: Table<DocSection> = {
  id: needed(text('word')),
  heading: text('heading'),
  body: text('prose'),
  after: text('word'),
};

const troubleshooting: Table<TroubleshootingRow> = {
  message: needed(text('prose')),
  cause: needed(text('prose')),
  cure: needed(text('prose')),
};

export const setupDoc: Table<SetupDocOptions> = {
  path: text('path'),
  sections: list(struct(() => section)),
  drop: list(text('word')),
  troubleshooting: list(struct(() => troubleshooting)),
};
