import { leftOut, understood } from './report-lines';
import { dialectOf, partScript, type Pipeline } from './script';
import { isWorkflowToken, secretIn } from './used-action';
import { distinct } from '../../text/words';
import { call, type Code, object } from '../code';
import type { LegSource, StepMeaning, StepReader } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

/** Private repositories and registries that package managers fetch from, where it is written which. */
export const dependencies: StepReader = {
  read: (step, leg) => step.if === undefined ? fromGit(step, leg) ?? fromCargo(step, leg) : undefined,
};

/** `git config --global url."https://<token>@github.com/owner/name".insteadOf …` of one repository. */
function fromGit(step: StepSource, leg: LegSource): StepMeaning | undefined {
  if (!/insteadof/i.test(step.run ?? '')) {
    return undefined;
  }
  const { taken, rest } = partScript(step.run!, dialectOf(step, leg), (pipeline) => repositoryIn(pipeline, step, leg) !== undefined);
  const found = taken.map((pipeline) => repositoryIn(pipeline, step, leg)!);
  const variables = Object.keys(step.env);
  return found.length === 0 ? undefined : {
    dependencies: found.map(({ name, secret }) => call('Dependency.github', name, object({ credential: call('Credential.token', object({ secret })) }))),
    rest: rest === undefined ? undefined : { ...step, run: rest },
    report: [
      ...found.map(({ name, secret }) =>
        understood(step, `Dependency.github('${name}'), read by secrets.${secret} in the steps of prepare alone`, `git config of ${name}`)),
      ...rest === undefined ? variables.map((variable) => leftOut(step, `env: ${variable}`, 'the credential hands it over')) : [],
    ],
  };
}

interface PrivateRepository {
  readonly name: string;
  readonly secret: string;
}

function repositoryIn({ commands: [{ words, redirects }, ...others] }: Pipeline, step: StepSource, leg: LegSource): PrivateRepository | undefined {
  const [git, config, scope, key, ...from] = words;
  const [, token, name] = /^url\.https:\/\/(?:[\w-]+:)?(.+)@github\.com\/([\w.-]+\/[\w.-]+?)(?:\.git)?\.insteadof$/i.exec(key ?? '') ?? [];
  const [, variable] = /^\$\{?(\w+)\}?$/.exec(token ?? '') ?? [];
  const secret = token === undefined ? undefined : secretIn(variable === undefined ? token : step.env[variable] ?? leg.env[variable] ?? '');
  const isOne = git === 'git' && config === 'config' && scope === '--global' && from.length === 1 && others.length === 0 && redirects.length === 0;
  return isOne && secret !== undefined ? { name, secret } : undefined;
}

const OF_CARGO = /^CARGO_REGISTRIES_([A-Z0-9]+)_(TOKEN|INDEX)$/;

/** A registry of Cargo that is declared by its variables alone. */
function fromCargo(step: StepSource, leg: LegSource): StepMeaning | undefined {
  const names = distinct(Object.keys(step.env).flatMap((variable) => OF_CARGO.exec(variable)?.[1] ?? []));
  const found = names.flatMap((name) => registry(name, { ...leg.env, ...step.env }));
  const taken = found.flatMap(({ variables }) => variables);
  return found.length === 0 ? undefined : {
    dependencies: found.map(({ code }) => code),
    rest: { ...step, env: Object.fromEntries(Object.entries(step.env).filter(([variable]) => !taken.includes(variable))) },
    report: found.map(({ variables }) => understood(step, 'Dependency.cargoRegistry, read in the steps of prepare alone', variables.join(', '))),
  };
}

function registry(name: string, env: Readonly<Record<string, string>>): { readonly code: Code; readonly variables: readonly string[] }[] {
  const variables = [`CARGO_REGISTRIES_${name}_TOKEN`, `CARGO_REGISTRIES_${name}_INDEX`];
  const [token = '', index = ''] = variables.map((variable) => env[variable]);
  const secret = secretIn(token);
  return secret === undefined || isWorkflowToken(token) || !/^sparse\+https:\/\/[^\s$]+$/.test(index) ? []
    : [{ code: call('Dependency.cargoRegistry', object({ name: name.toLowerCase(), index, secret })), variables }];
}
