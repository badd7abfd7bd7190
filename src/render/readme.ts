import { posix } from 'node:path';
import { pushTag, releaseTag } from './doc/trigger';
import { includedTags } from './doc/what-it-builds';
import { resultsOf } from '../model/jobs';
import { type Model } from '../model/model';
import { attests, publicReleasesOf } from '../model/publish';
import { resultTitles } from '../targets/kind-of-target';
import { blocks, code, heading, link, linkPath } from '../text/markdown';
import { sectionHeading } from '../text/markers';
import { andList, count, distinct } from '../text/words';

const MOST_NAMES = 4;

/**
 * What stands between the markers in the README: a sentence, the command, the way to the setup doc.
 *
 * @param around the README without the sections of builds
 */
export function renderReadmeSection(model: Model, around = ''): string {
  const doc = posix.relative(posix.dirname(model.readme.path), model.setupDoc.path);
  return blocks(
    heading(2, sectionHeading(around, model.readme.heading)),
    `Push a tag that matches ${includedTags(model)} to build${platforms(model)}.${published(model)}`,
    releaseTag(model),
    `This looks at all that speaks against the tag, asks, pushes it, and follows the run. By hand: ${code(pushTag(model))}`,
    link('How to set it up, and what to do when it fails', linkPath(doc)),
  ) + '\n';
}

function platforms(model: Model): string {
  const names = distinct(resultsOf(model).map(({ platform }) => code(platform.name)));
  if (names.length === 0) return '';
  return ` for ${names.length <= MOST_NAMES ? andList(names) : count(names.length, 'platform', 'platforms')}`;
}

function published(model: Model): string {
  const titles = resultTitles(model);
  const attested = attests(model) ? ' Where the files come from is attested.' : '';
  const updates = publicReleasesOf(model).some(({ updater }) => updater) ? ' Apps that are installed update themselves.' : '';
  return titles.length === 0 ? '' : ` The results become ${andList(titles)}.${updates}${attested}`;
}
