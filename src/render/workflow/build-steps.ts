import { dependencyEnv, forgetSteps, npmrcSteps } from './dependency-steps';
import { retryParts, smokeTestSteps } from './run-parts';
import { signingParts } from './signing-parts';
import { atHome, forPlatforms } from './step-lists';
import { withVersion } from './version-steps';
import { type Leg, secretsGivenTo } from '../../model/jobs';
import type { BuildJobModel, Model, PlatformModel, SecretModel, SetupKind, SetupModel, StepModel } from '../../model/model';
import { withEnv } from '../../model/steps';
import type { Scripts } from '../../text/scripts';
import { toolchains } from '../../toolchains/toolchains';
import { toolsOf } from '../../toolchains/tools-of';

/** The id of the step that builds; where platforms build in different ways, what their steps' ids begin with. */
export const BUILD = 'build';

/** From the tools to what follows the build: everything that the declaration says. */
export function declaredSteps(model: Model, job: BuildJobModel, scripts: Scripts): StepModel[] {
  const dependencies = dependencyEnv(model, job, scripts);
  const found = new Map(job.platforms.map((platform) => [platform, toolsOf(job, platform)]));
  const shared = (steps: readonly StepModel[]) => (platform: PlatformModel) =>
    steps.map((step) => withEnv(platform.jobEnv, withVersion(model, step)));
  const own = (stepsOf: (platform: PlatformModel) => readonly StepModel[]) => (platform: PlatformModel) =>
    stepsOf(platform).map((step) => withEnv(platform.env, withVersion(model, step)));
  return [
    ...(Object.keys(toolchains) as SetupKind[]).map((kind) => (platform: PlatformModel) =>
      toolSteps(job, platform, found.get(platform)!, kind, scripts)),
    shared(job.preInstallSteps),
    own(({ preInstallSteps }) => preInstallSteps),
    () => npmrcSteps(model, job, scripts),
    (platform: PlatformModel) => shared(job.prepare)(platform).map((step) => withEnv(dependencies, step)),
    () => forgetSteps(model, job),
    shared(job.preBuildSteps),
    own(({ preBuildSteps }) => preBuildSteps),
    own((platform) => [buildStep(model, { job, platform }, scripts)]),
    shared(job.postBuildSteps),
    own(({ postBuildSteps }) => postBuildSteps),
    own((platform) => smokeTestSteps(model, platform, scripts)),
  ].flatMap((stepsOf) => forPlatforms(job.platforms, (platform) => stepsOf(platform).map((step) => atHome(job, step))));
}

/**
 * One kind after the other: a platform's own tool may have to stand before one that all platforms have.
 * What installs it is given no variables, but for steps of the user's own.
 */
function toolSteps(job: BuildJobModel, { env, jobEnv }: PlatformModel, tools: readonly SetupModel[], kind: SetupKind, scripts: Scripts): StepModel[] {
  const { ownSteps, steps } = toolchains[kind];
  return tools.filter((tool) => tool.kind === kind).flatMap((tool) =>
    steps(tool, scripts).map((step) => ownSteps ? withEnv(job.setup.includes(tool) ? jobEnv : env, step) : step));
}

function buildStep(model: Model, leg: Leg, scripts: Scripts): StepModel {
  const secrets = secretsGivenTo(model, leg);
  const optional = secrets.filter(({ required }) => !required);
  const signing = signingParts(model, leg, scripts);
  const retry = retryParts(model, leg.platform, scripts);
  const env = { ...secretValues(secrets), ...optional.length && absence(optional), ...signing.env, ...retry.env };
  return {
    name: 'Build',
    id: BUILD,
    ...Object.keys(env).length && { env },
    // what is absent is unset before anything asks for it
    run: [...optional.length ? [scripts.optionalSecrets] : [], ...signing.parts, ...retry.parts, ...leg.platform.run].join('\n'),
  };
}

function secretValues(secrets: readonly SecretModel[]): Record<string, string> {
  const variables = secrets.flatMap(({ env }) => Object.entries(env));
  return Object.fromEntries(variables.map(([variable, secret]) => [variable, `\${{ secrets.${secret} }}`]));
}

/** Told to assets/optional-secrets.sh: what to unset, and what to set in its place. */
function absence(optional: readonly SecretModel[]): Record<string, string> {
  const replacements = optional.flatMap(({ env, envWithout }) =>
    Object.entries(envWithout).map(([name, value]) => `${Object.keys(env)[0]} ${name}=${value}`));
  return {
    OPTIONAL_SECRETS: optional.flatMap(({ env }) => Object.keys(env)).join(' '),
    ...replacements.length && { ENV_WITHOUT: replacements.join('\n') },
  };
}
