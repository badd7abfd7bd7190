import { shellWord } from '../../../text/shell';
import { distinct } from '../../../text/words';
import { type AppKind, plainName } from '../app';
import { PLATFORMS, platformsBy, usualOf } from '../platforms';
import type { Sight } from '../sight';
import { toolFrom } from '../tools';

const GUESS = '10.0.x';

/** @see https://learn.microsoft.com/dotnet/core/deploying/single-file/overview */
export const dotnet: AppKind = {
  id: 'dotnet',
  isCertain: true,
  read: (sight) => {
    const found = projectsOf(sight).map((file) => ({ file, text: sight.text(file) ?? '' })).find(({ text }) => /^(?:Win)?Exe$/i.test(property(text, 'OutputType')));
    if (!found) {
      return undefined;
    }
    const { file, text } = found;
    const name = plainName(property(text, 'AssemblyName'), file.split('/').at(-1)!.replace(/\.\w+$/, ''));
    const framework = property(text, 'TargetFramework') || property(text, 'TargetFrameworks').split(';')[0];
    const [, version] = /^net(\d+\.\d+)/.exec(framework) ?? [];
    const isWindows = /-windows/.test(framework) || /^true$/i.test(property(text, 'UseWPF') || property(text, 'UseWindowsForms'));
    const runtimes = platformsBy('rid', (property(text, 'RuntimeIdentifiers') || property(text, 'RuntimeIdentifier')).split(';').map((rid) => rid.trim()));
    return {
      title: '.NET',
      file,
      name,
      platforms: runtimes.length ? runtimes : isWindows ? usualOf(['windows']) : [],
      build: (platform) => ({
        run: [`dotnet publish ${shellWord(file)} -c Release -r ${PLATFORMS[platform].rid} --self-contained -p:PublishSingleFile=true -p:IncludeNativeLibrariesForSelfExtract=true -o dist`],
        artifacts: [`dist/${name}${PLATFORMS[platform].system === 'windows' ? '.exe' : ''}`],
      }),
      usesNode: false,
      setup: [toolFrom(sight, 'dotnet', ['global.json'], version ? `${version}.x` : GUESS)],
      prepare: {},
      manifests: [file, 'Directory.Build.props'],
      notes: version === undefined ? [{ option: 'setup', text: `${file} names no version of .NET; ${GUESS} is a guess` }] : [],
    };
  },
};

/** Here, and where solutions have them. */
function projectsOf(sight: Sight): string[] {
  const directories = ['', ...['', 'src/'].flatMap((above) => sight.names(above).map((name) => `${above}${name}/`))];
  return distinct(directories.flatMap((directory) => sight.names(directory).filter((name) => /^\w[\w. -]*\.(?:cs|fs|vb)proj$/.test(name)).map((name) => `${directory}${name}`)))
    .filter((file) => /^[\w./ -]+$/.test(file) && !/tests?\b/i.test(file));
}

/** A property that holds nothing but text. */
function property(text: string, name: string): string {
  return new RegExp(`<${name}>\\s*([^<]{0,200}?)\\s*</${name}>`, 'i').exec(text)?.[1] ?? '';
}
