import * as path from 'node:path/posix';
import { aboutHandingOn, arrivals, destiny } from './handed-on';
import { legWords } from './legs';
import { packages } from './packages';
import { type Section } from './section';
import { signedFiles } from './signing';
import { opening } from './unsigned';
import { runName } from '../../github/names';
import { exampleTag, workflowFile } from '../../model/facts';
import { filesWanted, isNeeded, type Leg, legsOf, resultsOf } from '../../model/jobs';
import { type BuildJobModel, type Model, type PlatformModel, type SetupModel } from '../../model/model';
import { blocks, bullets, code, codeBlock, heading, table, text } from '../../text/markdown';
import { shownShellWord } from '../../text/shell';
import { andList, count, distinct, orList, sentence } from '../../text/words';
import { toolchains } from '../../toolchains/toolchains';
import { unneededPatterns } from '../../updaters/kind-of-updater';

const MOST_COMMANDS = 3;

/** What runs where, what comes out, and how to get hold of it. */
export const platforms: Section = {
  id: 'platforms',
  heading: 'Platforms and artifacts',
  render: (model) => blocks(
    ...(model.jobs.length === 1 ? [tools(model.jobs[0]), packages(model.jobs[0]), legs(model, model.jobs[0])] : []),
    `Each pattern of files must match something, or the platform fails${oneIsEnough(model)}${unneeded(model)}. The name of an artifact ends in the tag, with \`-\` for signs that a file name cannot hold.`,
    said(model, 'The build is tried again where it fails:', ({ retry }) => retry
      && `up to ${count(retry.attempts, 'time', 'times')}, ${count(retry.pauseSeconds, 'second', 'seconds')} apart. ${text(retry.reason)}`),
    said(model, 'What was packaged is started before it is collected, and the platform fails where that fails:', ({ smokeTest }) => smokeTest
      && `${smokeTest.run.split('\n').map(code).join(', ')}, ${count(smokeTest.timeoutSeconds, 'second', 'seconds')} at most`),
    said(model, 'The run passes even if this fails:', ({ allowedToFail }) => text(allowedToFail)),
    ...(model.jobs.length === 1 ? [] : [aboutHandingOn(model), ...model.jobs.map((job) => oneOfSeveral(model, job))]),
    signedFiles(model),
    fetching(model),
    opening(model),
  ),
};

function oneIsEnough(model: Model): string {
  return legsOf(model).some(({ platform }) => platform.alternatives.length) ? '; of those with "or" between them, one must' : '';
}

/** What only an updater can tell whether it is missing. */
function unneeded(model: Model): string {
  const ends = distinct(legsOf(model).flatMap((leg) => unneededPatterns(model, leg)).map((pattern) => path.extname(pattern)));
  return ends.length === 0 ? '' : `; only those that end in ${andList(ends.map(code))} need not, since what updates need of them is proven when the files of all platforms are put together`;
}

function oneOfSeveral(model: Model, job: BuildJobModel): string {
  return blocks(heading(3, `${job.title} (job \`${job.id}\`)`), destiny(model, job), tools(job), packages(job), arrivals(model, job), legs(model, job));
}

function legs(model: Model, job: BuildJobModel): string {
  return table(['Platform', 'Runner', 'Command', 'Files', 'Artifact'], job.platforms.map((platform) => row(model, { job, platform })));
}

function tools({ setup }: BuildJobModel): string {
  const named = distinct(setup.flatMap(nameOf));
  return named.length === 0 ? '' : `Installed before the build: ${andList(named)}.`;
}

function nameOf({ kind, version, versionFile }: SetupModel): string[] {
  const { title } = toolchains[kind];
  return title === undefined ? [] : [`${title} ${versionFile ? `as ${code(versionFile)} says` : text(version)}`.trim()];
}

function row(model: Model, { job, platform }: Leg): string[] {
  return [
    code(platform.name),
    runner(platform),
    commands(platform),
    filesWanted(platform).map((all) => orList(all.map(code))).join('<br>'),
    artifact(model, { job, platform }),
  ];
}

function artifact(model: Model, { job, platform }: Leg): string {
  const name = `${code(platform.artifactName)}-*tag*`;
  if (job.artifacts === 'result') return name;
  return isNeeded(model, job) ? `${name}-handed-on` : 'none';
}

function runner(platform: PlatformModel): string {
  const image = platform.container?.image;
  return [
    [...(platform.runnerGroup === '' ? [] : [`group ${code(platform.runnerGroup)}`]), ...platform.runsOn.map(code)].join(' '),
    typeof image === 'string' ? `in ${code(image)}` : '',
    platform.environment === '' ? '' : `environment ${code(platform.environment)}`,
  ].filter(Boolean).join('<br>');
}

function commands(platform: PlatformModel): string {
  const lines = platform.run.flatMap((command) => command.split('\n')).filter((line) => line.trim() !== '');
  const more = lines.length - MOST_COMMANDS;
  return [...lines.slice(0, MOST_COMMANDS).map(code), ...(more > 0 ? [`and ${count(more, 'line', 'lines')} more`] : [])].join('<br>');
}

/** What is so on some platforms only. */
function said(model: Model, title: string, about: (platform: PlatformModel) => string | undefined): string {
  const legsWith = legsOf(model).flatMap((leg) => {
    const words = about(leg.platform);
    return words ? [`${legWords(model, leg)}: ${sentence(words)}`] : [];
  });
  return legsWith.length === 0 ? '' : blocks(title, bullets(legsWith));
}

function fetching(model: Model): string {
  const [result] = resultsOf(model);
  if (result === undefined) return '';
  const name = `${result.platform.artifactName}-${runName(exampleTag(model))}`;
  return blocks(
    heading(3, 'Fetch an artifact'),
    'Find the run, take its number from the column "ID", and download:',
    codeBlock('sh', [
      `gh run list --workflow ${shownShellWord(workflowFile(model))}`,
      `gh run download 1234567890 -n ${shownShellWord(name)}`,
    ]),
    model.jobs.length === 1
      ? `GitHub keeps artifacts for ${count(result.job.retentionDays, 'day', 'days')}. A limit of the repository may be shorter.`
      : 'GitHub keeps artifacts as long as each job says above. A limit of the repository may be shorter.',
  );
}
