import { atHome, forPlatforms } from './step-lists';
import type { Scripts } from './workflow-file';
import type { Model, PlatformModel, SecretModel, StepModel } from '../../model/model';

/** From the tools to what follows the build: everything that the declaration says. */
export function declaredSteps(model: Model, scripts: Scripts): StepModel[] {
  const { platforms } = model;
  return [
    ...model.setup.flatMap(({ steps }) => steps),
    ...forPlatforms(platforms, ({ setup }) => setup.flatMap(({ steps }) => steps)),
    ...model.preInstallSteps,
    ...forPlatforms(platforms, ({ preInstallSteps }) => preInstallSteps),
    ...model.prepare,
    ...model.preBuildSteps,
    ...forPlatforms(platforms, ({ preBuildSteps }) => preBuildSteps),
    ...forPlatforms(platforms, (platform) => [buildStep(model, platform, scripts)]),
    ...model.postBuildSteps,
    ...forPlatforms(platforms, ({ postBuildSteps }) => postBuildSteps),
  ].map((step) => atHome(model, step));
}

function buildStep(model: Model, platform: PlatformModel, scripts: Scripts): StepModel {
  const secrets = model.secrets.filter(({ title }) => platform.secrets.includes(title));
  const optional = secrets.filter(({ required }) => !required);
  const commands = platform.run.join('\n');
  return {
    name: 'Build',
    id: 'build',
    ...secrets.length && { env: { ...secretValues(secrets), ...optional.length && absence(optional) } },
    run: optional.length ? `${scripts.optionalSecrets}\n${commands}` : commands,
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
