import type { AppCheck, AppFinding, Seen } from './app-check';
import { stepsOf } from './frozen-installs';
import { mayCompile, type NativeBuild, nativeBuilds } from './native-builds';
import { declaredTools, fromJob, isPlain, LOCK_FILES, ownWords, PACKAGE_JSON, upwards } from './package-files';
import type { PlatformModel, SetupModel } from '../model/model';
import { rangesMeet } from '../outside/version-ranges';

/**
 * Images with no other Visual Studio than 2026.
 *
 * @see https://github.com/actions/runner-images/issues/14701
 */
const WITH_VISUAL_STUDIO_2026 = ['windows-latest', 'windows-2025', 'windows-2025-vs2026', 'windows-11-vs2026-arm'];

/**
 * Images whose own Python is 3.12 or later and has no setuptools. On Ubuntu pip depends on them, and
 * they have distutils.
 *
 * @see https://github.com/actions/runner-images/issues/13468
 * @see https://github.com/actions/runner/issues/2958
 */
const WITHOUT_DISTUTILS = /^(?:macos-(?:latest|15|26)|windows-(?:latest|2022|2025|11))(?:-.*)?$/;

/**
 * @see https://github.com/nodejs/node-gyp/blob/main/CHANGELOG.md
 * @see https://github.com/nodejs/node-gyp/issues/2869
 */
const KNOWS_VISUAL_STUDIO_2026 = '>=12.1.0';
const NEEDS_NO_DISTUTILS = '>=10.0.0';

/** What steps do for it, in a way that cannot be told. */
const SEEN_TO = /setuptools|distutils|setup-python|pyenv|msvs|vs_buildtools|visual.?studio|node-gyp|vcvars|npm@/i;

/** Variables by which node-gyp takes another Python. */
const NAMES_PYTHON = /^(?:npm_config_python|NODE_GYP_FORCE_PYTHON|PYTHON)$/i;

export const nativeModuleUnbuildable: AppCheck = {
  id: 'native-module-unbuildable',
  cause: 'A dependency is compiled by node-gyp, and the node-gyp that does it cannot use what the runner has: before version 10 it needs distutils, which Python has no more since 3.12, before 12.1 a Visual Studio no newer than 2022.',
  cure: "Declare what it needs, Setup.python('3.11') or runsOn: ['windows-2022'], or update what brings node-gyp. Only what is known to be compiled is looked at.",
  files: (_model, job) => {
    const pythons = job.platforms.flatMap((platform) => pythonOf(job, platform));
    return [PACKAGE_JSON, ...pythons.flatMap(({ versionFile }) => versionFile ? [fromJob(job, versionFile)] : [])];
  },
  more: (seen) => mayCompile(seen) ? upwards(seen.model, seen.job, ...LOCK_FILES) : [],
  check: (seen) => SEEN_TO.test(ownWords(seen.job)) ? [] : [...nativeBuilds(seen, seen.job.platforms.filter(isPlain))].flatMap(([platform, builds]) =>
    builds.flatMap((build) => [...withoutVisualStudio(platform, build), ...withoutDistutils(seen, platform, build)]).slice(0, 1)),
};

/** What is set up behind all else comes first in the path. */
function pythonOf(job: Seen['job'], platform: PlatformModel): SetupModel[] {
  return declaredTools(job, platform).filter(({ kind }) => kind === 'python').slice(-1);
}

function withoutVisualStudio(platform: PlatformModel, { what, versions }: NativeBuild): AppFinding[] {
  const image = platform.runsOn.find((label) => WITH_VISUAL_STUDIO_2026.includes(label));
  return image === undefined || versions.some((version) => rangesMeet(version, KNOWS_VISUAL_STUDIO_2026) !== false) ? [] : [{
    at: platform,
    what: `${what}, which does not know Visual Studio 2026, the only one on ${image}`,
    fix: "Build on runsOn: ['windows-2022'], or update what brings node-gyp to 12.1 or later.",
  }];
}

function withoutDistutils(seen: Seen, platform: PlatformModel, { what, versions, update }: NativeBuild): AppFinding[] {
  const python = pythonWithout(seen, platform);
  return !python || !versions.length || versions.some((version) => rangesMeet(version, NEEDS_NO_DISTUTILS) !== false) ? [] : [{
    at: platform,
    what: `${what}, which needs the distutils of Python 3.11 or older, and ${python}`,
    fix: `Declare Setup.python('3.11'), or ${update}.`,
  }];
}

/** Which Python has no distutils, a phrase; undefined where it may have them. */
function pythonWithout({ job, files }: Seen, platform: PlatformModel): string | undefined {
  const variables = [platform.env, ...stepsOf(job).map(({ env }) => env ?? {})].flatMap(Object.keys);
  if (variables.some((name) => NAMES_PYTHON.test(name))) {
    return undefined;
  }
  const [declared] = pythonOf(job, platform);
  if (!declared) {
    const image = platform.runsOn.find((label) => WITHOUT_DISTUTILS.test(label));
    return image && `that of ${image} is newer`;
  }
  const file = declared.versionFile && fromJob(job, declared.versionFile);
  const version = file ? /^\s*(\d[\d.]{0,20})\s*$/.exec(files.get(file) ?? '')?.[1] ?? '' : declared.version;
  return rangesMeet(version, '<3.12') === false ? file ? `'${file}' says ${version}` : `Setup.python('${version}') is declared` : undefined;
}
