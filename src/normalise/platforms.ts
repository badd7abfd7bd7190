import { normaliseSetup, scriptRunner } from './setup';
import { DEFAULT_RUNNER } from '../github/runners';
import type { PlatformModel } from '../model/model';
import { toStepModel } from '../model/steps';
import type { Platform, PlatformOptions } from '../platform';
import { shellWord } from '../text/shell';

/** What a build says for all its platforms. */
export interface PlatformDefaults {
  readonly id: string;
  readonly runScript: string;
  readonly timeoutMinutes: number;
}

export function normalisePlatforms(platforms: Platform[], defaults: PlatformDefaults): PlatformModel[] {
  return platforms.map(({ _spec: { name: factoryName, hosted, options } }) => {
    const name = options.name ?? factoryName;
    const setup = normaliseSetup(options.setup ?? []);
    return {
      name,
      runsOn: options.runsOn ?? (hosted ? [DEFAULT_RUNNER[hosted]] : []),
      ...options.container && { container: { ...options.container } },
      environment: options.environment ?? '',
      timeoutMinutes: options.timeoutMinutes ?? defaults.timeoutMinutes,
      env: options.env ?? {},
      script: options.script ?? '',
      run: commands(options, scriptRunner(setup) ?? defaults.runScript),
      artifacts: options.artifacts ?? [],
      artifactName: options.artifactName ?? `${defaults.id}-${name}`,
      secrets: (options.secrets ?? []).map((secret) => secret._spec.title),
      setup,
      preInstallSteps: (options.preInstallSteps ?? []).map(toStepModel),
      preBuildSteps: (options.preBuildSteps ?? []).map(toStepModel),
      postBuildSteps: (options.postBuildSteps ?? []).map(toStepModel),
      allowedToFail: options.allowedToFail ?? '',
    };
  });
}

function commands({ script, run }: PlatformOptions, runScript: string): string[] {
  return [...typeof script === 'string' ? [`${runScript} ${shellWord(script)}`] : [], ...run ?? []];
}
