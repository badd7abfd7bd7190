import { signsResults } from './signing';
import { exampleTag } from '../../model/facts';
import { legsOf } from '../../model/jobs';
import { type GithubReleaseModel, type Model } from '../../model/model';
import { attests, releasesOf } from '../../model/publish';
import { blocks, bullets, code, codeBlock, heading } from '../../text/markdown';
import { shownShellWord } from '../../text/shell';
import { andList } from '../../text/words';
import { bundlesOf } from '../workflow/assemble-job';

/** Which files become public under which names, and how somebody who has one can tell that it is right. */
export function releaseFiles(model: Model): string {
  return blocks(heading(3, 'The files'), bullets([...names(model), ...added(model), ...absent(model)]), verification(model));
}

function names({ release: { assetName } }: Model): string[] {
  return [
    assetName === ''
      ? 'They are called as they were built; where files of several platforms would have one name, the platform stands behind it.'
      : `They are called ${code(assetName)}: ${code('{name}')} and ${code('{ext}')} are those of the file that was built, ${code('{platform}')}, ${code('{job}')}, ${code('{version}')} and ${code('{tag}')} what they say.`,
    'Names have no accents, and anything but letters, digits and `.`, `_`, `+`, `@`, `-` becomes `-`: GitHub would rename other files by rules of its own.',
  ];
}

function added(model: Model): string[] {
  const { release: { checksums, manifest } } = model;
  return [
    ...(checksums ? [`${code('SHA256SUMS')} is added, with the sum of each.`] : []),
    ...(manifest ? [`${code('build-manifest.json')} is added: tag, version, run, the commits that were built, and each file with its size, its sum, its platform and the name that it was built under${signsResults(model) ? '; and how each platform was signed' : ''}.`] : []),
    ...(attests(model) ? [`${andList(bundlesOf(model).map(code))} ${bundlesOf(model).length === 1 ? 'is' : 'are'} added to releases that are attested, as below.`] : []),
  ];
}

function absent(model: Model): string[] {
  return legsOf(model).some(({ platform }) => platform.allowedToFail !== '')
    ? [`A platform that may fail can be absent. Then the notes of a release say so, and so ${model.release.manifest ? `does ${code('build-manifest.json')}` : 'does the summary of the run'}.`]
    : [];
}

function verification(model: Model): string {
  const [release] = releasesOf(model);
  const commands = [...(model.release.checksums ? ['sha256sum --check --ignore-missing SHA256SUMS'] : []), ...immutable(model)];
  return release === undefined || commands.length === 0 ? '' : blocks(
    'Whoever has downloaded them can compare:',
    codeBlock('sh', [`gh release download ${tagIn(model, release)}`, ...commands]),
    model.release.checksums ? `On macOS the program is called ${code('shasum -a 256')}; on Windows ${code('Get-FileHash')} prints the sum of a file.` : '',
  );
}

/** GitHub signs an immutable release, some minutes later. */
function immutable(model: Model): string[] {
  return releasesOf(model).filter((release) => release.immutable).map((release) => `gh release verify ${tagIn(model, release)}`);
}

function tagIn(model: Model, { repository }: GithubReleaseModel): string {
  return `${shownShellWord(exampleTag(model))}${repository === '' ? '' : ` --repo ${shownShellWord(repository)}`}`;
}
