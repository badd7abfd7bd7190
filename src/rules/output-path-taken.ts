import { type DeclarationRule, repeated } from './rule';
import type { Model } from '../model/model';
import { fromRoot } from '../render/paths';

interface Output {
  readonly option: string;
  readonly path: string;
}

export const outputPathTaken: DeclarationRule = {
  id: 'output-path-taken',
  level: 'error',
  about: 'declaration',
  cause: 'A file would be written by two: the workflow, the doc or the README is also written by another component, another build or another part of this one.',
  cure: 'Choose another id for the workflow, another `path` for the doc or the README. Several builds may share one README.',
  check: (model, { writerOf, others }) => [
    ...others.some(({ id }) => id.toLowerCase() === model.id.toLowerCase()) ? [] : outputs(model).flatMap(({ option, path }) => {
      const build = others.find((other) => taken(other, option).includes(path.toLowerCase()));
      const writer = build ? `the build '${build.id}'` : writerOf(path);
      return writer === undefined ? [] : [{ where: option, what: `'${path}' is written by ${writer}`, fix: fixes[option] }];
    }),
    ...repeated(outputs(model), ({ path }) => path).map(({ value: { option, path }, first }) => ({
      where: option,
      what: `'${path}' is ${first.option} as well`,
      fix: fixes[option],
    })),
  ],
};

const fixes: Record<string, string> = {
  'id': 'Choose another id: it names the workflow file.',
  'setupDoc.path': "Choose another one, for instance setupDoc: { path: 'docs/tag-build.md' }.",
  'readme.path': "Choose another one, for instance readme: { path: 'docs/README.md' }.",
};

function outputs(model: Model): Output[] {
  return [
    { option: 'id', path: model.workflowPath },
    { option: 'setupDoc.path', path: fromRoot(model, model.setupDoc.path) },
    { option: 'readme.path', path: fromRoot(model, model.readme.path) },
  ];
}

/** Files of another build that one of this build's may not be; for some file systems case does not count. */
function taken(other: Model, option: string): string[] {
  return outputs(other).filter((output) => !(option === 'readme.path' && output.option === 'readme.path')).map(({ path }) => path.toLowerCase());
}
