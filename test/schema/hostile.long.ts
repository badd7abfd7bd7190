import * as fc from 'fast-check';
import { Project } from 'projen';
import { declared, parts, pathsOf, put, stranger, type Path } from './hostile';
import { TagBuild } from '../../src';
import { TagBuilds } from '../../src/project/tag-builds';
import { TagBuildError } from '../../src/rules/problems';
import { everyRule } from '../../src/rules/rules';

const IDS = everyRule().map(({ id }) => id);

/** The ids of the problems that a declaration has, once nothing else was thrown. */
function problemsOf(part: unknown): string[] {
  const project = new Project({ outdir: '/nowhere', name: 'tool' });
  project.logger.warn = project.logger.info = () => {};
  try {
    const { id, options } = declared(part);
    new TagBuild(project, id, options);
    TagBuilds.of(project).preSynthesize();
    return [];
  } catch (error) {
    if (!(error instanceof TagBuildError)) { throw error; }
    const ids = [...error.message.matchAll(/^ {2}([a-z0-9-]+) {4,}/gm)].map(([, id]) => id);
    expect(ids).not.toEqual([]);
    return ids;
  }
}

test('the declaration that is mutated is a good one', () => {
  expect(problemsOf(parts())).toEqual([]);
});

const places: fc.Arbitrary<Path> = fc.constantFrom(...pathsOf(parts()));

test('whatever stands anywhere in a declaration, it is taken or is a problem with an id', () => {
  const change = fc.tuple(places, fc.option(stranger, { nil: undefined, freq: 10 }));
  fc.assert(fc.property(fc.array(change, { minLength: 1, maxLength: 3 }), (changes) => {
    const mutated = parts();
    changes.forEach(([path, value]) => put(mutated, path, value));
    expect(problemsOf(mutated).filter((id) => !IDS.includes(id))).toEqual([]);
  }), { numRuns: 500 });
}, 120_000);

