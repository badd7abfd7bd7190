import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { requirementKinds } from '../../src/requirements/kinds';
import type { RequirementKind } from '../../src/requirements/requirement';
import { guardMessages } from '../../src/text/guard-messages';
import { model, referenceModel } from '../render/models';

const DOC = readFileSync(join(__dirname, '..', '..', 'docs', 'doctor.md'), 'utf8');

/** What the doctor looks at in the clone itself. */
const LOCAL = ['generated-files', 'rules-switched-off'];

test('each kind has its heading in docs/doctor.md, in the same order, with what it needs', () => {
  const sections = DOC.split(/^### /m).slice(1);

  expect(sections.map((section) => section.split('\n')[0])).toEqual([...LOCAL, ...requirementKinds.map(({ id }) => id)]);
  sections.forEach((section) => expect(section).toContain('You need: '));
});

test('ids and titles are unique', () => {
  for (const key of ['id', 'title'] as const) {
    expect(new Set(requirementKinds.map((kind) => kind[key])).size).toBe(requirementKinds.length);
  }
});

test('what a kind says of the guard, the guard says', () => {
  const known = guardMessages.map(({ id }) => id);

  expect(requirementKinds.flatMap(({ guard }) => guard).filter((id) => !known.includes(id))).toEqual([]);
});

test.each(requirementKinds.map((kind): [string, RequirementKind] => [kind.id, kind]))('%s names each subject once, and the same for the same model', (_, kind) => {
  for (const build of [{ model: model(), uses: [], workflows: [] }, { model: referenceModel, uses: [], workflows: [] }]) {
    const subjects = kind.of(build).map(({ subject }) => subject);

    expect(new Set(subjects).size).toBe(subjects.length);
    expect(kind.of(build).map(({ subject }) => subject)).toEqual(subjects);
  }
});
