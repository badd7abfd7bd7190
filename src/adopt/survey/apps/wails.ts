import { fields, text } from '../../../outside/data';
import { call, type Code, list } from '../../code';
import { type AppKind, type Build, plainName } from '../app';
import { PLATFORMS, type PlatformName } from '../platforms';
import type { Sight } from '../sight';
import { nodeOf, toolFrom } from '../tools';

/** Of its second version, on Ubuntu 24.04. @see https://wails.io/docs/guides/linux */
const PACKAGES = ['libgtk-3-dev', 'libwebkit2gtk-4.1-dev'];
/** Of its third, which moves to these. */
const NEWER_PACKAGES = [...PACKAGES, 'libgtk-4-dev', 'libwebkitgtk-6.0-dev'];

/** @see https://wails.io/docs/reference/project-config */
export const wails: AppKind = {
  id: 'wails',
  isCertain: true,
  read: (sight) => {
    if (!sight.has('wails.json')) {
      return undefined;
    }
    const content = sight.content('wails.json') ?? {};
    const name = plainName(content.outputfilename, content.name);
    const version = versionIn(sight, 2);
    return {
      title: 'Wails',
      file: 'wails.json',
      name,
      platforms: [],
      build: (platform) => build(name, platform),
      usesNode: false,
      setup: setupOf(sight, text(content['frontend:install']) !== ''),
      prepare: { 'Install the command of Wails': `go install github.com/wailsapp/wails/v2/cmd/wails@${version ?? 'v2.10.2'}` },
      manifests: [],
      notes: version === undefined ? [{ option: 'prepare', text: 'go.mod names no version of Wails 2; v2.10.2 is a guess' }] : [],
    };
  },
};

/** The third version, whose tasks build. @see https://v3.wails.io/guides/build/building/ */
export const wails3: AppKind = {
  id: 'wails3',
  isCertain: true,
  read: (sight) => {
    const tasks = ['Taskfile.yml', 'Taskfile.yaml'].find((name) => sight.has(name));
    const version = tasks && versionIn(sight, 3);
    if (tasks === undefined || version === undefined) {
      return undefined;
    }
    const name = plainName(fields(sight.content(tasks)?.vars).APP_NAME);
    return {
      title: 'Wails 3',
      file: tasks,
      name,
      platforms: [],
      build: (platform) => packaged(name, platform),
      usesNode: false,
      setup: setupOf(sight, false),
      prepare: { 'Install the command of Wails': `go install github.com/wailsapp/wails/v3/cmd/wails3@${version}` },
      manifests: [],
      isGuessed: true,
      notes: [{ option: 'platforms', text: `${tasks} says what "wails3 package" makes: compare the commands and the files of artifacts with it` }],
    };
  },
};

/** As go.mod requires it. */
function versionIn(sight: Sight, major: 2 | 3): string | undefined {
  return new RegExp(`^[ \\t]*(?:require[ \\t]+)?github\\.com/wailsapp/wails/v${major}[ \\t]+(v${major}\\.[\\w.-]+)`, 'm').exec(sight.text('go.mod') ?? '')?.[1];
}

function setupOf(sight: Sight, hasFrontend: boolean): Code[] {
  return [toolFrom(sight, 'go', ['go.mod', '.go-version'], 'stable'), ...hasFrontend || sight.has('frontend/package.json') ? [nodeOf(sight)] : []];
}

function packaged(name: string, platform: PlatformName): Build {
  const run = ['wails3 package'];
  const archive = `bin/${name}-${platform}.tar.gz`;
  switch (PLATFORMS[platform].system) {
    case 'linux':
      return { run, artifacts: ['bin/*'], options: { setup: list([call('Setup.apt', list(NEWER_PACKAGES))]) } };
    case 'windows':
      return { run, artifacts: ['bin/*'] };
    default:
      return { run: [...run, `tar -C bin -czf ${archive} ${name}.app`], artifacts: [archive] };
  }
}

function build(name: string, platform: PlatformName): Build {
  switch (PLATFORMS[platform].system) {
    case 'linux':
      return { run: ['wails build -tags webkit2_41'], artifacts: [`build/bin/${name}`], options: { setup: list([call('Setup.apt', list(PACKAGES))]) } };
    case 'windows':
      return { run: ['wails build'], artifacts: [`build/bin/${name}.exe`] };
    default:
      // an app is a directory, whose links and permissions only an archive keeps
      return { run: ['wails build', `tar -C build/bin -czf build/bin/${name}-${platform}.tar.gz ${name}.app`], artifacts: [`build/bin/${name}-${platform}.tar.gz`] };
  }
}
