import { Section } from './section';
import { opening } from './unsigned';
import { exampleTag, workflowFile } from '../../model/facts';
import { type Leg, legsOf, resultsOf } from '../../model/jobs';
import { Model, PlatformModel, SetupModel } from '../../model/model';
import { blocks, bullets, code, codeBlock, heading, table, text } from '../../text/markdown';
import { shownShellWord } from '../../text/shell';
import { andList, count, distinct, sentence } from '../../text/words';
import { toolchains } from '../../toolchains/toolchains';

const MOST_COMMANDS = 3;

/** What runs where, what comes out, and how to get hold of it. */
export const platforms: Section = {
  id: 'platforms',
  heading: 'Platforms and artifacts',
  render: model => blocks(
    tools(model),
    table(['Platform', 'Runner', 'Command', 'Files', 'Artifact'], legsOf(model).map(row)),
    'Each pattern of files must match something, or the platform fails. The name of an artifact ends in the tag, with `-` for signs that a file name cannot hold.',
    mayFail(model),
    fetching(model),
    opening(model),
  ),
};

function tools(model: Model): string {
  const named = distinct(model.jobs.flatMap(({ setup }) => setup).flatMap(nameOf));
  return named.length === 0 ? '' : `Installed before the build: ${andList(named)}.`;
}

function nameOf({ kind, version }: SetupModel): string[] {
  const { title } = toolchains[kind];
  return title === undefined ? [] : [`${title} ${text(version)}`.trim()];
}

function row({ job, platform }: Leg): string[] {
  return [
    code(platform.name),
    runner(platform),
    commands(platform),
    platform.artifacts.map(code).join('<br>'),
    job.artifacts === 'result' ? `${code(platform.artifactName)}-*tag*` : 'for other jobs only',
  ];
}

function runner(platform: PlatformModel): string {
  const image = platform.container?.image;
  return [
    platform.runsOn.map(code).join(' '),
    typeof image === 'string' ? `in ${code(image)}` : '',
    platform.environment === '' ? '' : `environment ${code(platform.environment)}`,
  ].filter(Boolean).join('<br>');
}

function commands(platform: PlatformModel): string {
  const lines = platform.run.flatMap(command => command.split('\n')).filter(line => line.trim() !== '');
  const more = lines.length - MOST_COMMANDS;
  return [...lines.slice(0, MOST_COMMANDS).map(code), ...(more > 0 ? [`and ${count(more, 'line', 'lines')} more`] : [])].join('<br>');
}

function mayFail(model: Model): string {
  const allowed = legsOf(model).map(({ platform }) => platform).filter(platform => platform.allowedToFail !== '');
  if (allowed.length === 0) return '';
  return blocks(
    'The run passes even if this fails:',
    bullets(allowed.map(platform => `${code(platform.name)}: ${sentence(text(platform.allowedToFail))}`)),
  );
}

function fetching(model: Model): string {
  const [first] = resultsOf(model);
  if (first === undefined) return '';
  const name = `${first.platform.artifactName}-${exampleTag(model).replace(/[":<>|*?\\/]/g, '-')}`;
  return blocks(
    heading(3, 'Fetch an artifact'),
    'Find the run, take its number from the column "ID", and download:',
    codeBlock('sh', [
      `gh run list --workflow ${shownShellWord(workflowFile(model))}`,
      `gh run download 1234567890 -n ${shownShellWord(name)}`,
    ]),
    `${retention(model)} A limit of the repository may be shorter.`,
  );
}

function retention(model: Model): string {
  const days = Math.min(...resultsOf(model).map(({ job }) => job.retentionDays));
  return `GitHub keeps artifacts for ${count(days, 'day', 'days')}.`;
}
