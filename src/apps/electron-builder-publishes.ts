import type { AppCheck, Seen } from './app-check';
import { commandName, ELECTRON_BUILDER_FILES, type ElectronPlatform, electronPlatforms, optionFor } from './electron-builder';
import { givenVariables } from './given-variables';
import { fields, text } from '../outside/data';
import { andList, distinct } from '../text/words';

/** From this version on it publishes only when it is told to. */
const EXPLICIT_FROM = 27;
const TOKENS = ['GH_TOKEN', 'GITHUB_TOKEN'];
export const TOLD = /^(?:--publish|-[a-z]*p)(?:=|$)/;

/** @see https://www.electron.build/publish#how-to-publish */
export const electronBuilderPublishes: AppCheck = {
  id: 'electron-builder-publishes',
  cause: 'Up to version 26, electron-builder publishes by itself where it runs in CI for a tag and is not told `--publish`: with a token it makes a release of its own before all platforms are built, without one the build fails.',
  cure: 'Add `--publish never` to the command, or `"publish": null` to the configuration where apps look for no updates.',
  files: () => ELECTRON_BUILDER_FILES,
  check: (seen) => isExplicit(seen) ? [] : electronPlatforms(seen).flatMap((built) => {
    const silent = built.commands.find(({ words }) => !words.some((word) => TOLD.test(word)));
    const reason = silent && reasonOf(built, seen);
    return reason ? [{
      at: built.platform,
      what: `${commandName(silent)} publishes by itself when a tag is built: ${reason}`,
      fix: 'Add --publish never: what is built here is published when all platforms are done.',
    }] : [];
  }),
};

function isExplicit(seen: Seen): boolean {
  const { devDependencies, dependencies } = fields(seen.content('package.json'));
  const [, major] = /^\D*(\d+)/.exec(text({ ...fields(dependencies), ...fields(devDependencies) }['electron-builder'])) ?? [];
  return Number(major) >= EXPLICIT_FROM;
}

/** Why it does; '' where it may not. */
function reasonOf({ configuration, file, platform }: ElectronPlatform, seen: Seen): string {
  const publish = configuration && optionFor(configuration, platform.system, 'publish');
  if (publish === undefined) {
    const token = TOKENS.find((name) => givenVariables(seen, platform).includes(name));
    return token && configuration ? `it has a token in ${token}` : '';
  }
  const providers = [publish].flat().map((one) => text(fields(one).provider) || text(one));
  // nothing is ever sent to a server of one's own
  const sent = distinct(providers).filter((provider) => provider !== '' && provider !== 'generic');
  return sent.length ? `publish in ${file} names ${andList(sent)}` : '';
}
