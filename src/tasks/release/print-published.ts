import { signed } from './print';
import type { Model } from '../../model/model';
import { publicReleasesOf } from '../../model/publish';
import type { Sign } from '../../text/signs';
import { andList, count } from '../../text/words';
import type { Published, PublishedPackage, PublishedRelease } from '../runs/published';

/** Digits of a sum that are shown; all of them are in the JSON. */
const DIGITS = 16;

const PACKAGES: Readonly<Record<PublishedPackage['state'], readonly [Sign, string]>> = {
  public: ['good', 'is on npm'],
  staged: ['waiting', 'waits on npm until somebody approves it'],
  missing: ['bad', 'is not on npm'],
  unknown: ['unknown', 'may be on npm, which did not say so'],
};

/** Whether all that a run was to publish is there, as it was built. */
export function isAsDeclared({ releases, packages }: Published, model: Model): boolean {
  return releases.every((release) => stateOf(release, model)[0] !== 'bad' && !release.differences.length) && packages.every(({ state }) => state !== 'missing');
}

/** What is public, with its files and their sums as GitHub has them, compared with what the release itself says. */
export function publishedText({ releases, packages }: Published, model: Model): string {
  return [
    ...releases.map((release) => releaseText(release, model)),
    ...packages.map(({ name, version, state }) => signed(PACKAGES[state][0], `${name} ${version} ${PACKAGES[state][1]}`)),
  ].join('');
}

function releaseText(release: PublishedRelease, model: Model): string {
  const { files, comparedWith, differences } = release;
  const [sign, said] = stateOf(release, model);
  const longest = Math.max(0, ...files.map(({ name }) => name.length));
  const same = comparedWith.length && !differences.length;
  return [
    signed(sign, said),
    ...files.map((file) => `  ${fileText(file, longest)}\n`),
    ...differences.map((difference) => signed('bad', difference)),
    same ? signed('good', `${count(files.length, 'file is', 'files are')} as ${andList(comparedWith)} ${comparedWith.length === 1 ? 'says' : 'say'}`) : '',
  ].join('');
}

function stateOf({ state, url, repository, prerelease }: PublishedRelease, model: Model): readonly [Sign, string] {
  const isPublic = publicReleasesOf(model).some((target) => [repository, ''].includes(target.repository));
  switch (state) {
    case 'public': return ['good', `public${prerelease ? ', as a pre-release' : ''}: ${url}`];
    case 'draft': return [isPublic ? 'bad' : 'waiting', `a draft${isPublic ? ', and was to be public' : ', as declared: somebody has to publish it'}: ${url}`];
    case 'missing': return [isPublic ? 'bad' : 'unknown', `${repository} shows no release of it`];
  }
}

function fileText({ name, size, sha256 }: PublishedRelease['files'][number], longest: number): string {
  return `${name.padEnd(longest)}  ${sizeText(size).padStart(8)}  ${sha256 ? `sha256 ${sha256.slice(0, DIGITS)}…` : 'GitHub has no sum of it'}`;
}

function sizeText(bytes: number): string {
  const units = ['B', 'kB', 'MB', 'GB'];
  const power = Math.min(Math.floor(Math.log10(Math.max(bytes, 1)) / 3), units.length - 1);
  return `${(bytes / 1000 ** power).toFixed(power ? 1 : 0)} ${units[power]}`;
}
