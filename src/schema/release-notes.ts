import { flag, needed, struct, type Table, text, type Word } from './field';
import { type ChangelogNotesOptions, type GeneratedNotesOptions, ReleaseNotes, type ReleaseNotesOptions } from '../release-notes';

const appended: Table<ReleaseNotesOptions> = { commits: flag(), checksums: flag() };

const generated: Table<GeneratedNotesOptions> = { ...appended, previousTag: text('path'), configurationFile: text('path') };

const changelog: Table<ChangelogNotesOptions> = { ...appended, path: text('path') };

export const releaseNotes: Word<ReleaseNotes> = {
  class: ReleaseNotes,
  kinds: {
    generated: { options: struct(() => generated) },
    changelog: { options: struct(() => changelog) },
    file: { path: needed(text('path')), options: struct(() => appended) },
    text: { text: needed(text('phrase')), options: struct(() => appended) },
  },
};
