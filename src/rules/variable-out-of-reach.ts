import { ownSteps } from './own-steps';
import { type PlacedLeg, placedLegs } from './places';
import type { DeclarationRule, Finding } from './rule';
import { expressionsIn } from './workflow-texts';
import type { Model, StepModel } from '../model/model';
import { andList, distinct } from '../text/words';

/** What runners and tools set themselves: a step that reads it means theirs. */
const OF_THE_RUNNER = /^(?:(?:ACTIONS|ANDROID|GITHUB|JAVA_HOME|RUNNER)(?:_\w*)?|CI|GOPATH|GOROOT|HOME|PATH|PWD|SHELL|TE?MP|TMPDIR|USER(?:NAME|PROFILE)?)$/i;

export const variableOutOfReach: DeclarationRule = {
  id: 'variable-out-of-reach',
  level: 'warning',
  about: 'declaration',
  cause: 'A step that the platforms of a job share reads a variable that is only in the `env` of a platform. '
    + "That is for the build and for the platform's own steps: the shared step finds the variable empty.",
  cure: 'Write the variable in `jobEnv` of the platform, which goes to the shared steps as well, or in the `env` of the step.',
  check: (model) => ownSteps(model).filter(({ isShared }) => isShared).flatMap((own) => {
    const legs = placedLegs(model).filter(({ platform }) => own.platforms.includes(platform));
    return distinct(legs.flatMap(namesOfBuild))
      .filter((name) => reads(own.step, name) && !isSetBySteps(model, own.job, name))
      .map((name) => finding(own.where, name, legs.filter((leg) => namesOfBuild(leg).includes(name))));
  }),
};

function namesOfBuild({ platform: { env, jobEnv } }: PlacedLeg): string[] {
  return Object.keys(env).filter((name) => !Object.hasOwn(jobEnv, name) && /^[A-Za-z_]\w*$/.test(name) && !OF_THE_RUNNER.test(name));
}

/** Whether its script, its condition or an input asks for the variable, and the step does not set it itself. */
function reads({ env = {}, run = '', shell = '', with: inputs = {}, if: condition = '' }: StepModel, name: string): boolean {
  const expressions = expressionsIn([`\${{ ${condition} }}`, ...Object.values(inputs).map(String)].join('\n'));
  const asked = new RegExp(`(?<![\\w.-])env\\s*(?:\\.\\s*${name}\\b|\\[\\s*'${name}'\\s*\\])`, 'i');
  const set = new RegExp(`(?<![\\w$])${name}['"]?\\s?=(?!=)|\\b(?:for|read(?: -\\w+)*) ${name}\\b`);
  return !Object.hasOwn(env, name)
    && (readIn(shell, name).test(run) && !set.test(run) || expressions.some((expression) => asked.test(expression)));
}

/** How a script reads a variable: in a shell, or in a language that it is written in or calls. */
function readIn(shell: string, name: string): RegExp {
  const byShell = /^(?:pwsh|powershell)\b/.test(shell) ? [] : [shell === 'cmd' ? `%${name}%` : `(?<!\\\\)\\$(?:\\{[#!]?)?${name}\\b`];
  return new RegExp([
    ...byShell,
    `\\$\\{?env:${name}\\b`,
    `\\bprintenv ${name}\\b`,
    `\\bprocess\\.env(?:\\.|\\[['"])${name}\\b`,
    `\\b(?:environ|getenv|ENV)(?:\\.get)?[[(]['"]${name}['"]`,
  ].join('|'));
}

/** Through the file by which a step sets variables of those behind it. */
function isSetBySteps(model: Model, job: string, name: string): boolean {
  return ownSteps(model).some(({ job: id, step: { run = '' } }) => id === job && run.includes('GITHUB_ENV') && run.includes(name));
}

function finding(where: string, name: string, legs: readonly PlacedLeg[]): Finding {
  return {
    where,
    what: `reads ${name}, which is only in the env of ${andList(legs.map((leg) => leg.where))}, and that is for the build and the platform's own steps`,
    fix: `Write ${name} in jobEnv there, or in the env of this step.`,
  };
}
