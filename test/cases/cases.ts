import * as appConfiguration from './app-configuration/declaration';
import * as attested from './attested/declaration';
import type { Case } from './case';
import * as credentials from './credentials/declaration';
import * as electronUpdates from './electron-updates/declaration';
import * as kitchenSink from './kitchen-sink/declaration';
import * as manyPlatforms from './many-platforms/declaration';
import * as matchingTags from './matching-tags/declaration';
import * as ownRepository from './own-repository/declaration';
import * as packages from './packages/declaration';
import * as plainProject from './plain-project/declaration';
import * as privateDependencies from './private-dependencies/declaration';
import * as pythonAndRust from './python-and-rust/declaration';
import * as referenceInApp from './reference-in-app/declaration';
import * as rehearsed from './rehearsed/declaration';
import * as release from './release/declaration';
import * as releaseElsewhere from './release-elsewhere/declaration';
import * as siblings from './siblings/declaration';
import * as signed from './signed/declaration';
import * as stamped from './stamped/declaration';
import * as subproject from './subproject/declaration';
import * as tauriUpdates from './tauri-updates/declaration';
import * as tools from './tools/declaration';
import * as twoBuilds from './two-builds/declaration';
import * as universalMac from './universal-mac/declaration';
import * as webHandedOn from './web-handed-on/declaration';

/** What projen itself writes otherwise as soon as a project has more files and more tasks. */
const LISTS = ['.gitignore', '.projen/files.json', '.projen/tasks.json'];
const WITH_MANIFEST = [...LISTS, '.gitattributes', 'package.json'];

/** `lists`: what changes besides what is expected. */
export const CASES: readonly { name: string; case: Case; lists: string[] }[] = [
  { name: 'reference-in-app', case: referenceInApp, lists: WITH_MANIFEST },
  { name: 'own-repository', case: ownRepository, lists: WITH_MANIFEST },
  { name: 'siblings', case: siblings, lists: WITH_MANIFEST },
  { name: 'matching-tags', case: matchingTags, lists: WITH_MANIFEST },
  { name: 'credentials', case: credentials, lists: LISTS },
  { name: 'plain-project', case: plainProject, lists: LISTS },
  {
    name: 'subproject',
    case: subproject,
    lists: [...WITH_MANIFEST, ...['.gitattributes', '.gitignore', '.projen/files.json'].map((path) => `apps/desktop/${path}`)],
  },
  { name: 'two-builds', case: twoBuilds, lists: LISTS },
  { name: 'private-dependencies', case: privateDependencies, lists: LISTS },
  { name: 'python-and-rust', case: pythonAndRust, lists: LISTS },
  { name: 'kitchen-sink', case: kitchenSink, lists: WITH_MANIFEST },
  { name: 'many-platforms', case: manyPlatforms, lists: LISTS },
  { name: 'web-handed-on', case: webHandedOn, lists: WITH_MANIFEST },
  { name: 'universal-mac', case: universalMac, lists: LISTS },
  { name: 'release', case: release, lists: WITH_MANIFEST },
  { name: 'rehearsed', case: rehearsed, lists: WITH_MANIFEST },
  { name: 'attested', case: attested, lists: WITH_MANIFEST },
  { name: 'release-elsewhere', case: releaseElsewhere, lists: WITH_MANIFEST },
  { name: 'signed', case: signed, lists: LISTS },
  { name: 'electron-updates', case: electronUpdates, lists: WITH_MANIFEST },
  { name: 'packages', case: packages, lists: LISTS },
  { name: 'tauri-updates', case: tauriUpdates, lists: LISTS },
  { name: 'tools', case: tools, lists: LISTS },
  { name: 'stamped', case: stamped, lists: LISTS },
  { name: 'app-configuration', case: appConfiguration, lists: LISTS },
];
