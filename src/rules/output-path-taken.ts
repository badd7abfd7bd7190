import { type DeclarationRule, repeated } from './rule';
import type { Model } from '../model/model';
import { ANOTHER, type Output, outputs, SHARED } from '../model/outputs';

export const outputPathTaken: DeclarationRule = {
  id: 'output-path-taken',
  level: 'error',
  about: 'declaration',
  cause: 'A file would be written by two: the workflow, the doc, the README or the script that publishes is also written by another component, another build or another part of this one.',
  cure: 'Choose another id for the workflow, another `path` for the doc or the README. Several builds may share one README and one script. The script always has the same path, so that there the other file has to go.',
  check: (model, { writerOf, others }) => [
    ...others.some(({ id }) => id.toLowerCase() === model.id.toLowerCase()) ? [] : outputs(model).flatMap(({ option, path }) => {
      const build = others.find((other) => taken(other, option).includes(path.toLowerCase()));
      const writer = build ? `the build '${build.id}'` : writerOf(path);
      return writer === undefined ? [] : [{ where: option, what: `'${path}' is written by ${writer}`, fix: `Choose ${ANOTHER[option]}` }];
    }),
    ...repeated(outputs(model), ({ path }) => path).map(({ value: { option, path }, first }) => ({
      where: option,
      what: `'${path}' is ${first.option} as well`,
      fix: `Choose ${ANOTHER[option]}`,
    })),
  ],
};

/** Each build is compared with all those before it. */
const known = new WeakMap<Model, readonly Output[]>();

/** Files of another build that one of this build's may not be; for some file systems case does not count. */
function taken(other: Model, option: Output['option']): string[] {
  const theirs = known.get(other) ?? outputs(other);
  known.set(other, theirs);
  return theirs.filter((output) => !(SHARED.includes(option) && output.option === option)).map(({ path }) => path.toLowerCase());
}
