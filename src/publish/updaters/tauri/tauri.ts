import { appNames } from './app-names';
import { type Bundle, bundlesOf, type LegBundles } from './bundles';
import { latestJson } from './latest-json';
import { platformsOf } from './platforms';
import { type AppConfig, readAppConfig } from './public-key';
import { type CheckedSignature, checkSignature } from './signatures';
import { isSemver } from '../../../text/versions';
import { shownPath } from '../../assemble/legs';
import { tagVersion } from '../../assemble/record';
import { LATEST_JSON, type TauriPlan } from '../../contract';
import { error, type Message } from '../../report';
import type { UpdaterPart } from '../updater-part';

/**
 * Tauri's updater: `latest.json` is made of the signatures beside the bundles. An app reads all of it
 * before it looks for itself, so that one wrong entry stops them all.
 */
export const tauri: UpdaterPart<TauriPlan> = {
  before: async ({ legs }, files) => ({ taken: [], names: appNames(legs, files), problems: [] }),
  after: async (plan, files) => {
    const config = readAppConfig(plan);
    const version = tagVersion();
    const legs = plan.legs.map((leg) => bundlesOf(leg, files));
    const { platforms, problems } = platformsOf(legs, plan.preferMsi);
    const signatures = new Map<Bundle, CheckedSignature>();
    for (const bundle of legs.flatMap(({ bundles }) => bundles)) {
      signatures.set(bundle, await checkSignature(bundle, config, isSemver(version) ? version : ''));
    }
    return {
      files: [{ name: LATEST_JSON, content: latestJson(plan.repository, platforms, signatures) }],
      problems: [
        ...config.problems,
        ...versionProblems(config, version),
        ...legs.flatMap((leg) => leg.problems),
        ...problems,
        ...Array.from(signatures.values(), (signature) => signature.problems).flat(),
        ...legs.flatMap(absences),
      ],
    };
  },
};

/** Of the tag; a rehearsal has none. */
function versionProblems({ version: built }: AppConfig, version: string): Message[] {
  if (version === '') {
    return [];
  }
  if (!isSemver(version)) {
    return [error('an-updater-does-not-read-the-version', `The version of the tag is '${shownPath(version)}', and Tauri's updater reads nothing but semver, such as 1.2.3 or 1.2.3-beta.1. Push a tag of such a version.`)];
  }
  return built === '' || built === version ? [] : [
    error('an-update-is-of-another-version', `Tauri's configuration says version ${shownPath(built)}, and the tag's is ${version}: installed apps would be offered the same update again and again. Commit the version, and push a tag of it.`),
  ];
}

function absences({ leg: { platform, targets }, files }: LegBundles): Message[] {
  return files.length ? [] : targets.map((target): Message => (
    { level: 'notice', id: 'a-platform-finds-no-update', text: `Nothing came of ${platform}, so that ${LATEST_JSON} has no ${target}: apps there take what they are for the newest.` }));
}
