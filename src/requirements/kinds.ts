import { actionLocks } from './action-locks';
import { allowedActions } from './allowed-actions';
import { appConfigurations } from './app-configurations';
import { attestations } from './attestations';
import { environments } from './environments';
import { installedApps } from './installed-apps';
import { lockFiles } from './lock-files';
import { npmPackages } from './npm-packages';
import { packageScripts } from './package-scripts';
import { readableRepositories } from './readable-repositories';
import { refs } from './refs';
import { releaseTargets } from './release-targets';
import type { RequirementKind } from './requirement';
import { runnerGroups } from './runner-groups';
import { runnerLabels } from './runner-labels';
import { schedules } from './schedules';
import { secrets } from './secrets';
import { startedWorkflows } from './started-workflows';
import { tagRules } from './tag-rules';
import { toolFiles } from './tool-files';
import { updaterFeeds } from './updater-feeds';
import { variables } from './variables';

/** Every kind of requirement, in the order in which the doctor speaks of them. */
export const requirementKinds: readonly RequirementKind[] = [
  secrets,
  variables,
  readableRepositories,
  installedApps,
  refs,
  packageScripts,
  toolFiles,
  lockFiles,
  appConfigurations,
  environments,
  allowedActions,
  actionLocks,
  tagRules,
  runnerLabels,
  runnerGroups,
  schedules,
  releaseTargets,
  attestations,
  updaterFeeds,
  npmPackages,
  startedWorkflows,
];
