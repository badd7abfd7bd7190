import { distinct } from '../../../text/words';
import { type AppKind, type Build, plainName } from '../app';
import { PLATFORMS, type PlatformName } from '../platforms';
import type { Sight } from '../sight';

const FILE = 'CMakeLists.txt';

/** A target that is a program. */
interface Program {
  readonly name: string;
  /** What is built is put there. */
  readonly directory: string;
  /** Whether it is a directory on macOS. */
  readonly isBundle: boolean;
}

/** @see https://cmake.org/cmake/help/latest/manual/cmake.1.html */
export const cmake: AppKind = {
  id: 'cmake',
  isCertain: false,
  read: (sight) => {
    const text = textOf(sight, FILE);
    const [, project] = /\bproject\s*\(\s*"?([\w.-]+)/i.exec(text) ?? [];
    const below = [...text.matchAll(/\badd_subdirectory\s*\(\s*"?(\w[\w/-]*)/gi)].map(([, directory]) => directory.replace(/\/$/, ''));
    const programs = [
      ...programsOf(text, 'build', project),
      ...distinct(below).flatMap((directory) => programsOf(textOf(sight, `${directory}/${FILE}`), `build/${directory}`, project)),
    ];
    const isPackaged = /\binclude\s*\(\s*CPack\s*\)/i.test(text);
    return programs.length === 0 && !isPackaged ? undefined : {
      title: 'CMake',
      file: FILE,
      name: plainName(project, programs[0]?.name),
      platforms: [],
      build: (platform) => isPackaged ? packaged(platform) : built(programs, platform),
      usesNode: false,
      setup: [],
      prepare: {},
      manifests: [],
      notes: [{ option: 'platforms', text: `compare the artifacts with what a build leaves: ${FILE} may put it elsewhere, or ask for packages that the runners do not have` }],
    };
  },
};

/** Without its comments. */
function textOf(sight: Sight, file: string): string {
  return (sight.text(file) ?? '').replace(/#.*$/gm, '');
}

function programsOf(text: string, directory: string, project = 'app'): Program[] {
  return [...text.matchAll(/\badd_executable\s*\(\s*([^)]*)/gi)].map(([, words]) => words.split(/\s+/)).flatMap(([name, ...words]) => {
    const named = name.replace(/^\$\{(?:CMAKE_)?PROJECT_NAME\}$/, project);
    const isMade = /^\w[\w.+-]*$/.test(named) && !/tests?$/i.test(named) && !words.some((word) => /^(?:IMPORTED|ALIAS|EXCLUDE_FROM_ALL)$/.test(word));
    return isMade ? [{ name: named, directory, isBundle: words.includes('MACOSX_BUNDLE') }] : [];
  });
}

const BUILD = ['cmake -S . -B build -DCMAKE_BUILD_TYPE=Release', 'cmake --build build --config Release'];

function packaged(platform: PlatformName): Build {
  const [generator, ending] = PLATFORMS[platform].system === 'windows' ? ['ZIP', 'zip'] : ['TGZ', 'tar.gz'];
  return { run: [...BUILD, `cpack --config build/CPackConfig.cmake -C Release -G ${generator} -B dist`], artifacts: [`dist/*.${ending}`] };
}

/** Visual Studio puts each configuration into a directory of its own. */
function built(programs: readonly Program[], platform: PlatformName): Build {
  const { system } = PLATFORMS[platform];
  const made = programs.map(({ name, directory, isBundle }) => {
    if (system === 'macos' && isBundle) {
      const file = `${directory}/${name}-${platform}.tar.gz`;
      return { file, run: [`tar -C ${directory} -czf ${file} ${name}.app`] };
    }
    return { file: system === 'windows' ? `${directory}/Release/${name}.exe` : `${directory}/${name}`, run: [] };
  });
  return { run: [...BUILD, ...made.flatMap(({ run }) => run)], artifacts: made.map(({ file }) => file) };
}
