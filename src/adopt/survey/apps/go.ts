import * as path from 'node:path/posix';
import { fields, texts } from '../../../outside/data';
import { type AppKind, plainName } from '../app';
import { PLATFORM_NAMES, PLATFORMS, type PlatformName } from '../platforms';
import type { Sight } from '../sight';
import { toolFrom } from '../tools';

const GORELEASER = ['.goreleaser.yaml', '.goreleaser.yml', 'goreleaser.yaml', 'goreleaser.yml'];

/** @see https://go.dev/doc/modules/layout */
export const go: AppKind = {
  id: 'go',
  isCertain: false,
  read: (sight) => {
    const [, module] = /^module[ \t]+"?([^\s"]+)/m.exec(sight.text('go.mod') ?? '') ?? [];
    const own = plainName(path.basename((module ?? '').replace(/\/v\d+$/, '')));
    const programs = module === undefined ? [] : programsOf(sight, own);
    return programs.length === 0 ? undefined : {
      title: 'Go',
      file: 'go.mod',
      name: own,
      platforms: released(sight),
      build: (platform) => {
        const ending = PLATFORMS[platform].system === 'windows' ? '.exe' : '';
        return {
          run: programs.map(({ name, directory }) => `go build -trimpath -o dist/${name}${ending} ${directory}`),
          artifacts: programs.map(({ name }) => `dist/${name}${ending}`),
        };
      },
      usesNode: false,
      setup: [toolFrom(sight, 'go', ['go.mod', '.go-version', '.tool-versions'], 'stable')],
      prepare: {},
      manifests: [],
      notes: [],
    };
  },
};

function programsOf(sight: Sight, own: string): { readonly name: string; readonly directory: string }[] {
  const commands = sight.names('cmd').filter((name) => /^\w[\w.-]*$/.test(name) && isProgram(sight, `cmd/${name}`)).map((name) => ({ name, directory: `./cmd/${name}` }));
  return [...isProgram(sight, '') ? [{ name: own, directory: '.' }] : [], ...commands.filter(({ name }) => name !== own || !isProgram(sight, ''))];
}

function isProgram(sight: Sight, directory: string): boolean {
  return sight.names(directory).some((file) => /^(?!.*_test\.go$).*\.go$/.test(file)
    && /^package[ \t]+main\b/m.test(sight.text(path.join(directory, file)) ?? ''));
}

/** What GoReleaser builds for, on runners of the same kind. */
function released(sight: Sight): PlatformName[] {
  const file = GORELEASER.find((name) => sight.has(name));
  const builds = file === undefined ? [] : [sight.content(file)?.builds].flat().map(fields);
  return PLATFORM_NAMES.filter((name) => builds.some(({ goos, goarch }) => {
    const [system, arch] = PLATFORMS[name].go.split('/');
    // by default for both systems and both architectures
    return (Array.isArray(goos) ? texts(goos) : ['linux', 'darwin', 'windows']).includes(system)
      && (Array.isArray(goarch) ? texts(goarch) : ['amd64', 'arm64']).includes(arch);
  }));
}
