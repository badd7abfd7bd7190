import type { Answer } from './ask-tags';
import type { Pin, Release, Verdict } from './pin';
import { compareVersions, newestOf, releasesOf, type Tags } from './tags';

/** What an action's tags say of a pin. That it is what it says it is comes first: only then can it be behind. */
export function judge(pin: Pin, answer: Answer): Verdict {
  if ('silence' in answer) {
    return { state: 'unknown', why: answer.silence };
  }
  const why = pin.commit ? disagreement(pin, answer.tags) : notPinned(pin, answer.tags);
  if (why) {
    return { state: 'wrong', why };
  }
  const releases = releasesOf(answer.tags);
  const newest = newestOf(releases);
  if (!newest) {
    return { state: 'unknown', why: 'it has no tag of a whole version, such as v1.2.3' };
  }
  const version = pin.version || releaseAt(releases, pin)?.version;
  return isOlder(pin, version, newest) ? { state: 'behind', newest } : { state: 'current', version: version ?? newest.version };
}

function isOlder({ commit }: Pin, version: string | undefined, newest: Release): boolean {
  return commit !== newest.commit && (version === undefined || compareVersions(version, newest.version) < 0);
}

function disagreement(pin: Pin, tags: Tags): string {
  const { version, commit } = pin;
  if (!version || tags.get(version) === commit) {
    return '';
  }
  const releases = releasesOf(tags);
  if (releases.some((release) => release.commit === commit && release.version.startsWith(`${version}.`))) {
    return ''; // v4 has moved on, and the pin is of a v4 all the same
  }
  const meant = tags.get(version);
  const really = releaseAt(releases, pin)?.version ?? 'of no version';
  return meant === undefined
    ? `it says ${version}, which the action has no tag for; commit ${commit} is ${really}`
    : `it says ${version}, which is commit ${meant}; commit ${commit} is ${really}`;
}

function notPinned({ version }: Pin, tags: Tags): string {
  const commit = tags.get(version);
  return `it is used by '${version}', which its owner can move${commit ? `; pinned it is commit ${commit}` : ''}`;
}

function releaseAt(releases: readonly Release[], { commit }: Pin): Release | undefined {
  return newestOf(releases.filter((release) => release.commit === commit));
}
