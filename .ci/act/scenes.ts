import { privateDependencies } from './dependency-scene';
import { electronUpdates } from './electron-scene';
import { fourRepositories, goCli } from './example-scenes';
import { packages } from './packages-scene';
import { makeSigstore } from './sigstore';
import { tools } from './tools-scene';
import { stamped } from './stamped-scene';
import { type Scene, TAG, WORKFLOW_TOKEN } from './world';
import { PUBLISH_SCRIPT } from '../../src/model/publish';
import * as attestedCase from '../../test/cases/attested/declaration';
import type { Files } from '../../test/cases/case';
import { filesOf } from '../../test/cases/harness';
import * as matchingTagsCase from '../../test/cases/matching-tags/declaration';
import * as rehearsedCase from '../../test/cases/rehearsed/declaration';
import * as releaseCase from '../../test/cases/release/declaration';
import * as universalMacCase from '../../test/cases/universal-mac/declaration';
import * as webHandedOnCase from '../../test/cases/web-handed-on/declaration';
import * as studioCase from '../../test/support/studio';

export const ENGINE_TOKEN = 'github_pat_of_the_engine';
export const WEB_TOKEN = 'github_pat_of_the_web_part';

/** Tells what it was made from, and in which surroundings. Where it fails it waits for act to read what it said. */
const BUILD = `\
set -eu
if [ -e "broken-on-$TARGET" ]; then echo 'the build is broken'; sleep 1; exit 1; fi
mkdir dist
[ -e "no-log-on-$TARGET" ] || echo built >"dist/studio-$TARGET.log"
echo draft >dist/draft.txt
{
  for repository in . ../engine vendor/plugins; do
    echo "$repository $(git -C "$repository" rev-parse HEAD) $(git -C "$repository" config --local --get-all http.extraheader || echo anonymous)"
  done
  echo "engine $(cat ../engine/built)"
  echo "$TOOLS"
  echo "CSC_LINK \${CSC_LINK-unset}, CSC_KEY_PASSWORD \${CSC_KEY_PASSWORD-unset}, NO_TIMESTAMP \${NO_TIMESTAMP-unset}"
} >"dist/studio-$TARGET.txt"
`;

const STUDIO: Files = {
  'package.json': JSON.stringify({ name: 'studio', scripts: { build: 'sh build.sh' } }),
  'pnpm-lock.yaml': '',
  'build.sh': BUILD,
};

/** Three repositories in one workspace. */
const studio: Scene = {
  app: 'acme/studio',
  workflow: filesOf(studioCase)['.github/workflows/studio.yml'],
  secrets: { ENGINE_READ_TOKEN: ENGINE_TOKEN },
  fill: (world) => {
    const { git } = world;
    git.create('acme/studio', [WORKFLOW_TOKEN]);
    git.create('acme/studio-plugins', [WORKFLOW_TOKEN]);
    git.create('acme/engine', [ENGINE_TOKEN]);
    git.commit('acme/studio', 'refs/heads/main', STUDIO);
    git.commit('acme/studio', TAG, {}, 'refs/heads/main');
    for (const name of ['acme/studio-plugins', 'acme/engine']) {
      git.commit(name, 'refs/heads/main', { 'make.sh': 'echo from the default branch >built' });
    }
    git.commit('acme/studio-plugins', 'refs/tags/v3.1.0', {});
    git.commit('acme/engine', 'refs/heads/release/2.x', { 'make.sh': 'echo from the branch >built' });
    world.tell('acme/studio-plugins', 'refs/tags/v3.1.0', WORKFLOW_TOKEN);
    world.tell('acme/engine', 'release/2.x', ENGINE_TOKEN);
  },
};

/** A web part in a repository of its own: a page, a program, a link to the page, and a map that stays where it is. */
const WEB_BUILD = `\
set -eu
[ ! -e broken ] || { echo 'the web part is broken'; sleep 1; exit 1; }
mkdir -p dist/bin
echo "page of $(git rev-parse HEAD)" >dist/index.html
printf '#!/bin/sh\\necho it runs\\n' >dist/bin/tool && chmod +x dist/bin/tool
ln -s index.html dist/latest.html
echo map >dist/index.js.map
`;

/** Tells what has arrived. */
const PACKAGE = `\
set -eu
mkdir out
{
  cat web/dist/latest.html
  web/dist/bin/tool
  readlink web/dist/latest.html
  (cd web/dist && find . ! -type d | sort)
} >"out/$1.txt"
`;

const webHandedOn: Scene = {
  app: 'acme/desktop',
  workflow: filesOf(webHandedOnCase)['.github/workflows/desktop.yml'],
  secrets: { WEB_READ_TOKEN: WEB_TOKEN },
  fill: (world) => {
    world.git.create('acme/desktop', [WORKFLOW_TOKEN]);
    world.git.create('acme/web', [WEB_TOKEN]);
    world.git.commit('acme/desktop', 'refs/heads/main', { 'package.sh': PACKAGE });
    world.git.commit('acme/desktop', TAG, {}, 'refs/heads/main');
    world.git.commit('acme/web', 'refs/heads/main', { 'build.sh': WEB_BUILD });
    world.tell('acme/web', 'HEAD', WEB_TOKEN);
  },
};

/** A bundle as macOS has them, with links inside. */
const APP_BUILD = `\
set -eu
app=out/Viewer.app/Contents
mkdir -p $app/MacOS $app/Frameworks/F.framework/Versions/A
printf '#!/bin/sh\\necho %s\\n' "$ARCH" >$app/MacOS/viewer && chmod +x $app/MacOS/viewer
echo "framework $ARCH" >$app/Frameworks/F.framework/Versions/A/F
ln -s A $app/Frameworks/F.framework/Versions/Current
ln -s Versions/Current/F $app/Frameworks/F.framework/F
`;

const JOIN = `\
set -eu
mkdir out
for app in apps/*/Viewer.app/Contents; do
  $app/MacOS/viewer
  readlink $app/Frameworks/F.framework/F $app/Frameworks/F.framework/Versions/Current
  cat $app/Frameworks/F.framework/F
done >out/universal.txt
`;

const universalMac: Scene = {
  app: 'acme/viewer',
  workflow: filesOf(universalMacCase)['.github/workflows/viewer.yml'],
  secrets: {},
  fill: ({ git }) => {
    git.create('acme/viewer', [WORKFLOW_TOKEN]);
    git.commit('acme/viewer', 'refs/heads/main', { 'build.sh': APP_BUILD, 'join.sh': JOIN });
    git.commit('acme/viewer', TAG, {}, 'refs/heads/main');
  },
};

/** One of the names has a space, which GitHub would change. */
const INSTALLERS = `\
set -eu
[ ! -e "broken-on-$1" ] || { echo 'the build is broken'; sleep 1; exit 1; }
mkdir out
case $1 in
  linux) echo 'for Linux' >out/Viewer.AppImage ;;
  windows) echo 'for Windows' >'out/Viewer Setup.exe' ;;
  mac) echo 'for macOS' >out/Viewer.dmg && echo 'zipped' >out/Viewer.zip ;;
esac
`;

/** As its legs build it. */
const PACKAGED = `\
set -eu
mkdir out
case $1-\${LICENSE_KEY-} in
  cli-) echo 'for Linux' >out/cli.tar ;;
  cli-*) echo "for Windows, $LICENSE_KEY" | sed 's/of the packager/unlocked/' >out/cli.zip ;;
  app-*) cat ../engine/name >out/viewer.dmg ;;
esac
`;

const releaseFiles = filesOf(releaseCase);

/** The publish script as the case has it. */
export const releaseScript = releaseFiles[PUBLISH_SCRIPT];

/** An app that releases what it builds, by a script that may be another one. */
export const releasing = (script: string): Scene => ({
  app: 'acme/viewer',
  workflow: releaseFiles['.github/workflows/installers.yml'],
  secrets: {},
  publishes: true,
  fill: (world) => {
    const { git, releases } = world;
    git.create('acme/viewer', [WORKFLOW_TOKEN]);
    git.commit('acme/viewer', 'refs/heads/main', { 'package.sh': INSTALLERS, [PUBLISH_SCRIPT]: script });
    releases.addRepository('acme/viewer');
    releases.addToken(WORKFLOW_TOKEN, { kind: 'workflow', repositories: { 'acme/viewer': ['contents:write'] } });
    world.tag('v1.2.3');
  },
});

const rehearsedFiles = filesOf(rehearsedCase);

/** What watches over it. */
export const watchWorkflow = rehearsedFiles['.github/workflows/installers-watch.yml'];

/** An app with a private engine, as it is rehearsed. */
const rehearsed: Scene = {
  app: 'acme/viewer',
  workflow: rehearsedFiles['.github/workflows/installers-rehearsal.yml'],
  secrets: { ENGINE_TOKEN, LICENSE_KEY: 'of the packager' },
  publishes: true,
  fill: ({ git, releases }) => {
    git.create('acme/viewer', [WORKFLOW_TOKEN]);
    git.create('acme/engine', [ENGINE_TOKEN]);
    git.commit('acme/viewer', 'refs/heads/main', { 'package.sh': PACKAGED, [PUBLISH_SCRIPT]: releaseScript });
    git.commit('acme/viewer', 'refs/pull/12/merge', {}, 'refs/heads/main');
    const engine = git.commit('acme/engine', 'refs/heads/main', { name: 'the engine' });
    releases.addRepository('acme/viewer');
    const { commits, refs } = releases.addRepository('acme/engine', { private: true });
    commits.set(engine, { sha: engine, date: new Date().toISOString(), workflows: '' });
    refs.set('refs/heads/main', engine);
    releases.addToken(WORKFLOW_TOKEN, { kind: 'workflow', repositories: { 'acme/viewer': ['contents:write', 'issues:write'] } });
    releases.addToken(ENGINE_TOKEN, { kind: 'fine-grained', repositories: { 'acme/engine': ['contents:read'] } });
  },
};

/** What is built for Linux, with a list of what is in it. */
const LISTED = `\
set -eu
mkdir out
case $1 in
  linux)
    echo 'for Linux' >out/Viewer.AppImage
    echo '{"bomFormat":"CycloneDX","specVersion":"1.6","serialNumber":"urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79","components":[]}' >out/Viewer.cdx.json ;;
  windows) echo 'for Windows' >out/Viewer.exe ;;
esac
`;

const attestedFiles = filesOf(attestedCase);

/** An app whose releases are attested. */
const attested: Scene = {
  ...releasing(releaseScript),
  workflow: attestedFiles['.github/workflows/viewer.yml'],
  fill: (world) => {
    makeSigstore(world.sigstore);
    releasing(releaseScript).fill(world);
    world.git.commit('acme/viewer', 'refs/heads/main', { 'package.sh': LISTED });
    world.tag('v1.2.3');
  },
};

/** Tells what lies in its workspace, and at which commits. */
const PARTS = `\
set -eu
mkdir out
{
  for repository in ../engine ../fonts; do
    [ -e $repository ] || continue
    echo "$repository $(git -C "$repository" rev-parse HEAD)"
    (cd "$repository" && find . -name .git -prune -o -type f -print | sort)
  done
  cat manual/manual.txt
} >"out/$1.txt"
`;

const matchingTagsFiles = filesOf(matchingTagsCase);
const SIBLINGS = { 'acme/engine': [ENGINE_TOKEN], 'acme/fonts': [WORKFLOW_TOKEN], 'acme/manual': [WORKFLOW_TOKEN] };

/** An app that releases what it builds from others: their tags go before their refs, which stand in a file. */
const matchingTags: Scene = {
  app: 'acme/studio',
  workflow: matchingTagsFiles['.github/workflows/studio.yml'],
  secrets: { ENGINE_READ_TOKEN: ENGINE_TOKEN },
  publishes: true,
  fill: (world) => {
    const { git, releases } = world;
    const files = { 'build.sh': PARTS, [PUBLISH_SCRIPT]: matchingTagsFiles[PUBLISH_SCRIPT], 'versions/fonts': matchingTagsFiles['versions/fonts'] };
    git.create('acme/studio', [WORKFLOW_TOKEN]);
    git.commit('acme/studio', 'refs/heads/main', files);
    Object.entries(files).forEach(([path, text]) => releases.addRepository('acme/studio').files.set(path, text));
    releases.addToken(WORKFLOW_TOKEN, { kind: 'workflow', repositories: { 'acme/studio': ['contents:write'] } });
    releases.addToken(ENGINE_TOKEN, { kind: 'fine-grained', repositories: { 'acme/engine': ['contents:read'] } });
    for (const [name, tokens] of Object.entries(SIBLINGS)) {
      git.create(name, tokens);
      releases.addRepository(name, { private: name === 'acme/engine' });
      world.push(name, 'refs/heads/main', { 'README.md': '', 'lib/a/b.c': '', 'lib/c.c': '', 'include/private/d.h': '', 'include/public/e.h': '', 'include/f.h': '', 'old.txt': '', 'new.txt': '' });
    }
    world.push('acme/fonts', 'refs/tags/v4.2', {});
    world.push('acme/manual', 'refs/tags/v4.2', {});
    world.tag('v1.2.3');
  },
};

export const scenes = {
  studio,
  'web-handed-on': webHandedOn,
  'universal-mac': universalMac,
  attested,
  packages,
  'release': releasing(releaseScript),
  'electron-updates': electronUpdates,
  tools,
  'matching-tags': matchingTags,
  stamped,
  rehearsed,
  'private-dependencies': privateDependencies,
  'go-cli': goCli,
  'four-repositories': fourRepositories,
};
