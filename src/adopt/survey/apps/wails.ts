import { text } from '../../../outside/data';
import { call, list } from '../../code';
import { type AppKind, type Build, plainName } from '../app';
import { PLATFORMS, type PlatformName } from '../platforms';
import { nodeOf, toolFrom } from '../tools';

/** Of its second version, on Ubuntu 24.04. @see https://wails.io/docs/guides/linux */
const PACKAGES = ['libgtk-3-dev', 'libwebkit2gtk-4.1-dev'];

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
    const [, version] = /^[ \t]*(?:require[ \t]+)?github\.com\/wailsapp\/wails\/v2[ \t]+(v2\.[\w.-]+)/m.exec(sight.text('go.mod') ?? '') ?? [];
    return {
      title: 'Wails',
      file: 'wails.json',
      name,
      platforms: [],
      build: (platform) => build(name, platform),
      usesNode: false,
      setup: [toolFrom(sight, 'go', ['go.mod', '.go-version'], 'stable'), ...text(content['frontend:install']) || sight.has('frontend/package.json') ? [nodeOf(sight)] : []],
      prepare: { 'Install the command of Wails': `go install github.com/wailsapp/wails/v2/cmd/wails@${version ?? 'v2.10.2'}` },
      manifests: [],
      notes: version === undefined ? [{ option: 'prepare', text: 'go.mod names no version of Wails 2; v2.10.2 is a guess' }] : [],
    };
  },
};

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
