import { optionOf, placedLegs } from './places';
import type { DeclarationRule } from './rule';
import { whereIs } from './secrets';
import type { Model } from '../model/model';

export const expressionInText: DeclarationRule = {
  id: 'expression-in-text',
  level: 'error',
  about: 'declaration',
  cause: '`${{ }}` stands in a text, a name or a path, where GitHub would evaluate it in the workflow and nowhere else.',
  cure: 'Write the value itself. Expressions belong into `env`, into the `with` of a checkout or an action, and into own steps.',
  check: (model) => texts(model).filter(([, text]) => text.includes('${{')).map(([where, text]) => ({
    where,
    what: `'${text}' has \${{ }}, which GitHub would evaluate in the workflow but not in the doc and the README`,
    fix: 'Write the value itself.',
  })),
};

function texts(model: Model): [string, string][] {
  const { title, tags, guard, repositories, jobs, secrets, setupDoc } = model;
  return [
    ['title', title],
    // where it follows from the repository's path, that is the one to speak of
    ...jobs.filter(({ workingDirectory }) => workingDirectory !== repositories[0]?.path)
      .map((job): [string, string] => [optionOf(job, 'workingDirectory'), job.workingDirectory]),
    ['setupDoc.path', setupDoc.path],
    ...tags.map((tag, index): [string, string] => [`tags[${index}]`, tag]),
    ...guard.runsOn.map((label): [string, string] => ['guard.runsOn', label]),
    ...repositories.flatMap(({ path, ref }, index) => [path, ref].map((text): [string, string] => [`repositories[${index}]`, text])),
    ...secrets.map((secret): [string, string] => [`${whereIs(secret)} purpose`, secret.purpose]),
    ...placedLegs(model).flatMap(({ platform, where }) => [platform.artifactName, ...platform.artifacts, ...platform.runsOn, platform.environment]
      .map((text): [string, string] => [where, text])),
  ];
}
