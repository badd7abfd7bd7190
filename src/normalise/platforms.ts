import { titleOf } from './secret-groups';
import { normaliseSetup, scriptRunner, type SetupHome } from './setup';
import { normaliseProof, signingTitle } from './signings';
import { systemOf } from './system-of';
import { alternativesOf, artifactRoot } from '../github/artifact-patterns';
import { DEFAULT_RUNNER, runnerHost } from '../github/runners';
import type { PlatformModel, RetryModel, RunnerModel, SetupModel, SmokeTestModel } from '../model/model';
import { toStepModel } from '../model/steps';
import type { Platform, PlatformOptions, RetryOptions, SmokeTestOptions } from '../platform';
import { oneLine } from '../text/markdown';
import { shellWord } from '../text/shell';
import { sentence } from '../text/words';
import { variablesOf } from '../toolchains/tools-of';

/** What a job says for all its platforms. */
export interface PlatformDefaults {
  readonly artifactPrefix: string;
  /** The tools that all of them have. */
  readonly setup: readonly SetupModel[];
  readonly home: SetupHome;
  readonly timeoutMinutes: number;
  /** What is collected of a platform: what it declares, and what else is needed of it. */
  collected(platform: Pick<PlatformModel, 'name' | 'system' | 'artifacts'>): string[];
}

export function normalisePlatforms(platforms: Platform[], defaults: PlatformDefaults): PlatformModel[] {
  return platforms.map(({ _spec: { name: factoryName, hosted, options } }) => {
    const name = options.name ?? factoryName;
    const setup = normaliseSetup(options.setup ?? [], defaults.home);
    const runner = normaliseRunner(options, hosted ? [DEFAULT_RUNNER[hosted]] : []);
    const system = systemOf(runner.runsOn, name, factoryName);
    const declared = (options.artifacts ?? []).map(alternativesOf);
    const artifacts = defaults.collected({ name, system, artifacts: declared.flat() });
    const jobEnv = { ...variablesOf([...defaults.setup, ...setup], { name, system, ...runner }), ...options.jobEnv };
    const signing = options.signing ?? [];
    return {
      name,
      ...runner,
      host: runnerHost(runner),
      system,
      ...options.container && { container: containerOf(options.container) },
      environment: options.environment ?? '',
      timeoutMinutes: options.timeoutMinutes ?? defaults.timeoutMinutes,
      env: { ...jobEnv, ...options.env },
      jobEnv,
      script: options.script ?? '',
      run: commands(options, scriptRunner(setup, defaults.setup)),
      ...options.retry && { retry: normaliseRetry(options.retry) },
      ...options.smokeTest && { smokeTest: normaliseSmokeTest(options.smokeTest) },
      artifacts,
      alternatives: alternativesIn(declared),
      artifactRoot: artifactRoot(artifacts),
      artifactName: options.artifactName ?? `${defaults.artifactPrefix}-${name}`,
      secrets: [...(options.secrets ?? []).map(titleOf), ...signing.map(signingTitle)],
      signing: signing.map(signingTitle),
      proofs: signing.map((word) => normaliseProof(word, declared.flat())),
      setup,
      preInstallSteps: (options.preInstallSteps ?? []).map(toStepModel),
      preBuildSteps: (options.preBuildSteps ?? []).map(toStepModel),
      postBuildSteps: (options.postBuildSteps ?? []).map(toStepModel),
      allowedToFail: options.allowedToFail ?? '',
    };
  });
}

/** What is declared by itself as well must be there: it comes first, as its own only choice. */
function alternativesIn(declared: readonly (readonly string[])[]): (readonly string[])[] {
  const choices = declared.filter((all) => all.length > 1 && all.every((pattern) => !pattern.startsWith('!')));
  return [...declared.filter((all) => all.length === 1 && choices.some((others) => others.includes(all[0]))), ...choices];
}

function normaliseRetry({ attempts, pauseSeconds, reason }: RetryOptions): RetryModel {
  return { attempts: attempts ?? 3, pauseSeconds: pauseSeconds ?? 30, reason: sentence(oneLine(reason)) };
}

function normaliseSmokeTest({ run, timeoutSeconds }: SmokeTestOptions): SmokeTestModel {
  return { run: run.trim(), timeoutSeconds: timeoutSeconds ?? 60 };
}

/** Labels that a job has by default are those of GitHub's own runners, which are in no group. */
export function normaliseRunner({ runsOn, runnerGroup }: Pick<PlatformOptions, 'runsOn' | 'runnerGroup'>, labels: string[]): RunnerModel {
  return { runsOn: runsOn ?? (runnerGroup ? [] : labels), runnerGroup: runnerGroup ?? '' };
}

/** GitHub takes the options of a container as one text, projen as a list. */
function containerOf({ options, ...container }: NonNullable<PlatformOptions['container']>): Record<string, unknown> {
  return { ...container, ...options && { options: Array.isArray(options) ? options.join(' ') : options } };
}

function commands({ script, run }: PlatformOptions, runScript: string): string[] {
  return [...typeof script === 'string' ? [`${runScript} ${shellWord(script)}`] : [], ...run ?? []];
}
