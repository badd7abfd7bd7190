import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASES } from './cases';
import { changed, filesOf, shortened } from './harness';
import * as reference from './reference/declaration';
import { sound, valid } from './sound';
import { MODEL_FILE, type ModelFile } from '../../src/model/model-file';
import { expectGoldenTree } from '../support/golden';

/** Those that change what was declared, through `tagBuild.workflow`. */
const WITH_ESCAPE_HATCH = ['kitchen-sink'];

const SOME = ['reference-in-app', 'subproject', 'kitchen-sink', 'release-elsewhere', 'tools'];

describe.each(CASES)('$name', ({ name, case: { before, project, declare }, lists }) => {
  const bare = filesOf({ before, project, declare: () => {} });
  const files = filesOf({ before, project, declare });
  const outputs = changed(bare, files).filter((path) => !lists.includes(path));

  test('the files that it adds or changes are as expected, and there are no others', () => {
    expectGoldenTree(join(__dirname, name, 'expected'), Object.fromEntries(outputs.map((path) => [path, shortened(files[path])])));
    expect(changed(bare, files)).toEqual([...lists, ...outputs].sort());
  });

  sound(files);

  // cases.long.ts tries it with all
  if (SOME.includes(name)) {
    valid(files);

    test('a second synthesis changes nothing', () => {
      expect(changed(files, filesOf({ before, project, declare }, 2))).toEqual([]);
    });
  }

  test('the workflow is stored beside the model only where it was changed through the escape hatch', () => {
    const { builds }: ModelFile = JSON.parse(files[MODEL_FILE]);
    expect(builds.map(({ workflow }) => workflow !== undefined)).toEqual(builds.map(() => WITH_ESCAPE_HATCH.includes(name)));
  });
});

describe('reference', () => {
  const files = filesOf(reference);

  test.each(['.github/workflows/desktop-tag-build.yml', 'docs/github-actions-tag-build.md', MODEL_FILE])('%s is the one of this repository', (path) => {
    expect(files[path]).toBe(atRoot(path));
  });

  test('the section of the README is the one of this repository', () => {
    const [section] = /<!-- tag-build:desktop-tag-build begin.*tag-build:desktop-tag-build end -->/s.exec(files['README.md'])!;

    expect(atRoot('README.md')).toContain(section);
    expect(section).toContain('CI Build (Tag Trigger)');
  });

  sound(files);
  valid(files);
});

function atRoot(path: string): string {
  return readFileSync(join(__dirname, '..', '..', path), 'utf8');
}
