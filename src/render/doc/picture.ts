import { label } from './mermaid';
import { exampleTag } from '../../model/facts';
import { legsOf } from '../../model/jobs';
import { Model, PlatformModel } from '../../model/model';
import { codeBlock } from '../../text/markdown';
import { count, distinct } from '../../text/words';

/** With more nodes in a column GitHub scales the picture down until nobody can read it. */
const MOST_PLATFORMS = 8;
const MOST_PATTERNS = 3;

interface Leg {
  readonly lines: readonly string[];
  readonly artifacts: readonly string[];
  readonly mayFail: boolean;
}

/** The guard, the platforms and what comes out, as a Mermaid flowchart. */
export function picture(model: Model): string {
  const platforms = legsOf(model).map(({ platform }) => platform);
  const legs = platforms.length > MOST_PLATFORMS ? groups(platforms) : platforms.map(leg);
  return codeBlock('mermaid', [
    'flowchart LR',
    `  tag([${label(exampleTag(model))}]) --> guard[${label('guard', ...guardLines(model))}]`,
    ...legs.map(drawLeg),
  ]);
}

function guardLines(model: Model): string[] {
  const read = model.repositories.filter(repository => !repository.self).length;
  return [
    ...(model.secrets.length > 0 ? ['checks the secrets'] : ['checks the tag']),
    ...(read > 0 ? [`looks up ${count(read, 'commit', 'commits')}`] : []),
  ];
}

function leg(platform: PlatformModel): Leg {
  return {
    lines: [platform.name, platform.runsOn.join(' '), ...(platform.allowedToFail === '' ? [] : ['may fail'])],
    artifacts: platform.artifacts,
    mayFail: platform.allowedToFail !== '',
  };
}

function groups(platforms: readonly PlatformModel[]): Leg[] {
  return distinct(platforms.map(({ system }) => system)).map(system => {
    const members = platforms.filter(platform => platform.system === system);
    return {
      lines: [system, count(members.length, 'platform', 'platforms')],
      artifacts: distinct(members.flatMap(platform => platform.artifacts)),
      mayFail: members.every(platform => platform.allowedToFail !== ''),
    };
  });
}

function drawLeg({ lines, artifacts, mayFail }: Leg, index: number): string {
  const arrow = mayFail ? '-.->' : '-->';
  const shown = artifacts.slice(0, MOST_PATTERNS);
  const more = artifacts.length > shown.length ? [`and ${artifacts.length - shown.length} more`] : [];
  return `  guard --> platform${index}[${label(...lines)}] ${arrow} artifact${index}([${label(...shown, ...more)}])`;
}
