/**
 * The classes that the options are in Python which hold options of their own, alone or in a list.
 * What is not here has keys of the user: those are written as they are.
 */
export const PYTHON_STRUCTS: Readonly<Record<string, string>> = {
  'clientId': 'GithubAppClientId',
  'container': 'github.workflows.ContainerOptions',
  'credentials': 'github.workflows.ContainerCredentials',
  'guard': 'GuardOptions',
  'needs': 'NeededJob',
  'parallel': 'github.workflows.JobStep',
  'permissions': 'JobPermission',
  'postBuildSteps': 'github.workflows.JobStep',
  'preBuildSteps': 'github.workflows.JobStep',
  'preInstallSteps': 'github.workflows.JobStep',
  'prepare': 'github.workflows.JobStep',
  'privateKey': 'GithubAppPrivateKey',
  'readme': 'ReadmeOptions',
  'rehearse': 'RehearseOptions',
  'release': 'ReleaseOptions',
  'retry': 'RetryOptions',
  'sections': 'DocSection',
  'setupDoc': 'SetupDocOptions',
  'smokeTest': 'SmokeTestOptions',
  'steps': 'github.workflows.JobStep',
  'texts': 'VersionText',
  'troubleshooting': 'TroubleshootingRow',
  'version': 'VersionOptions',
  // what is given one after the other
  'Setup.of': 'github.workflows.JobStep',
  // and of the workflow
  'tagBuild.workflow.addJob': 'github.workflows.JobCallingReusableWorkflow',
  'tagBuild.workflow.addJob.permissions': 'github.workflows.JobPermissions',
  'tagBuild.workflow.addJob.strategy': 'github.workflows.JobStrategy',
  'tagBuild.workflow.addJob.strategy.matrix': 'github.workflows.JobMatrix',
};
