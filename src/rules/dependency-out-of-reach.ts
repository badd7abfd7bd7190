import { dependencyPlace } from './dependencies';
import { optionOf, placedLegs } from './places';
import type { DeclarationRule, Finding } from './rule';
import type { BuildJobModel, DependencyModel, Model, StepModel } from '../model/model';
import { parallelSteps } from '../model/steps';
import { quoted } from '../text/tokens';
import { andList } from '../text/words';

const NPM = ['npm ci', 'npm install', 'npm i', 'pnpm install', 'pnpm i', 'yarn install', 'yarn', 'bun install'];
const CARGO = ['cargo fetch'];

/** What fetches all that a manifest names: with options, but for that which means the machine, and nothing else. */
const FETCHING: { readonly [K in DependencyModel['kind']]: RegExp } = {
  'github': lineOf([...NPM, ...CARGO, 'go mod download', 'uv sync']),
  'npm-registry': lineOf(NPM),
  'cargo-registry': lineOf(CARGO),
};

function lineOf(commands: readonly string[]): RegExp {
  return new RegExp(`(?:^|&&|;)[ \\t]*((?:${commands.join('|')})(?: -(?!g\\b|-global\\b)[^\\s&;|]*)*)[ \\t]*(?=$|&&|;)`, 'm');
}

export const dependencyOutOfReach: DeclarationRule = {
  id: 'dependency-out-of-reach',
  level: 'warning',
  about: 'declaration',
  cause: 'A command that installs dependencies stands in the build or in a step around it, where private ones cannot be read, and no step of `prepare` installs them.',
  cure: 'Put the command into `prepare`, and leave to `run` what builds.',
  check: (model) => placesOutside(model).flatMap(({ job, where, text }) => {
    const missed = dependenciesFor(model, job).filter((dependency) => FETCHING[dependency.kind].test(text) && !isFetched(job, dependency));
    return missed.length ? [finding(where, FETCHING[missed[0].kind].exec(text)![1], missed)] : [];
  }),
};

function finding(where: string, command: string, missed: readonly DependencyModel[]): Finding {
  return {
    where,
    what: `${quoted(command)} cannot read ${andList(missed.map(dependencyPlace))} there: only the steps of prepare can`,
    fix: 'Put it into prepare of the job, before what builds.',
  };
}

/** A job without steps of `prepare` fetches nothing, but what is declared for all is also meant for it. */
function dependenciesFor({ dependencies, jobs }: Model, job: BuildJobModel): DependencyModel[] {
  const fetched = dependencies.filter(({ id }) => jobs.some((one) => one.dependencies.includes(id)));
  return fetched.filter(({ id, declaredAt }) => job.dependencies.includes(id) || declaredAt.startsWith('dependencies['));
}

function isFetched({ prepare }: BuildJobModel, { kind }: DependencyModel): boolean {
  return FETCHING[kind].test(textOf(prepare));
}

function textOf(steps: readonly StepModel[]): string {
  return steps.flatMap((step) => [step, ...parallelSteps(step)]).map(({ run }) => run ?? '').join('\n');
}

/** The commands of all that runs, but for `prepare`. */
function placesOutside(model: Model): { readonly job: BuildJobModel; readonly where: string; readonly text: string }[] {
  const hooks = ['preInstallSteps', 'preBuildSteps', 'postBuildSteps'] as const;
  return [
    ...model.jobs.flatMap((job) => hooks.map((hook) => ({ job, where: optionOf(job, hook), text: textOf(job[hook]) }))),
    ...placedLegs(model).flatMap(({ job, platform, where }) => [
      { job, where: `${where} run`, text: platform.run.join('\n') },
      ...hooks.map((hook) => ({ job, where: `${where} ${hook}`, text: textOf(platform[hook]) })),
    ]),
  ];
}
