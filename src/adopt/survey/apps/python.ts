import { fields, text } from '../../../outside/data';
import { shellWord } from '../../../text/shell';
import { type App, type AppKind, type Build, plainName } from '../app';
import { PLATFORMS, type PlatformName } from '../platforms';
import type { Sight } from '../sight';
import { pythonOf, rustOf, toolFrom } from '../tools';

/** Build backends that compile, so that each platform has a wheel of its own. */
const COMPILING = /^(?:maturin|scikit_build_core|mesonpy|py_build_cmake)/;
const SETTINGS = 'pyproject.toml';
/** Where nothing says a version. */
const UV = '0.9.2';

/** A program of PyInstaller. @see https://pyinstaller.org/en/stable/spec-files.html */
export const pyinstaller: AppKind = {
  id: 'pyinstaller',
  isCertain: true,
  read: (sight) => {
    const file = sight.names().find((name) => /^\w[\w.-]*\.spec$/.test(name) && /\b(?:EXE|Analysis)\s*\(/.test(sight.text(name) ?? ''));
    if (file === undefined) {
      return undefined;
    }
    const spec = sight.text(file)!;
    const name = plainName(/\bEXE\s*\([^]*?\bname\s*=\s*['"]([^'"\n]+)['"]/.exec(spec)?.[1], file.replace(/\.spec$/, ''));
    const found = python(sight, file, name);
    const isByUv = sight.has('uv.lock');
    const uv = isByUv ? toolFrom(sight, 'uv', ['uv.toml', SETTINGS, '.tool-versions'], UV) : undefined;
    const command = `${isByUv ? 'uv run --frozen --with pyinstaller ' : ''}pyinstaller --noconfirm ${shellWord(file)}`;
    return {
      ...found,
      title: 'PyInstaller',
      platforms: [],
      build: (platform) => bundled(command, name, platform, /\bCOLLECT\s*\(/.test(spec)),
      setup: [...found.setup, ...uv ? [uv] : []],
      prepare: { 'Install dependencies': isByUv ? 'uv sync --frozen' : ['python -m pip install', installed(sight), 'pyinstaller'].filter(Boolean).join(' ') },
      notes: [...found.notes, ...uv?.name === 'Setup.uv' ? [{ option: 'setup', text: `no file names a version of uv; ${UV} is a guess. required-version in uv.toml or in [tool.uv] would say it to everybody` }] : []],
    };
  },
};

function installed(sight: Sight): string {
  return sight.has('requirements.txt') ? '-r requirements.txt' : sight.has(SETTINGS) ? '.' : '';
}

/** A directory becomes one file. */
function bundled(command: string, name: string, platform: PlatformName, isDirectory: boolean): Build {
  const ending = PLATFORMS[platform].system === 'windows' ? '.exe' : '';
  const archive = `dist/${name}-${platform}.tar.gz`;
  return isDirectory
    ? { run: [command, `tar -C dist -czf ${archive} ${name}`], artifacts: [archive] }
    : { run: [command], artifacts: [`dist/${name}${ending}`] };
}

/** A package for PyPI. @see https://packaging.python.org/en/latest/specifications/pyproject-toml/ */
export const wheel: AppKind = {
  id: 'python',
  isCertain: false,
  read: (sight) => {
    const settings = sight.has(SETTINGS) ? sight.content(SETTINGS) : undefined;
    const backend = text(fields(settings?.['build-system'])['build-backend']);
    if (backend === '') {
      return undefined;
    }
    const isCompiled = COMPILING.test(backend) || /\b(?:ext_modules|Extension)\b/.test(sight.text('setup.py') ?? '');
    const name = plainName(fields(settings?.project).name, fields(fields(settings?.tool).poetry).name);
    const found = python(sight, SETTINGS, name);
    return {
      ...found,
      title: `Python (${backend.split(/[.:]/)[0].replace(/\W/g, '')})`,
      // a wheel without compiled code is one for all
      platforms: isCompiled ? [] : ['linux-x64'],
      build: (platform) => ({
        run: isCompiled && platform !== 'linux-x64' ? ['python -m build --wheel'] : ['python -m build'],
        artifacts: ['dist/*.whl', ...isCompiled && platform !== 'linux-x64' ? [] : ['dist/*.tar.gz']],
      }),
      setup: [...found.setup, ...backend.startsWith('maturin') ? [rustOf(sight)] : []],
      prepare: { 'Install the build': 'python -m pip install build' },
      notes: [...found.notes, ...isCompiled ? [{ option: 'platforms', text: 'a wheel for Linux is built for the machine that it was built on: PyPI takes those of cibuildwheel or of maturin --zig' }] : []],
    };
  },
};

function python(sight: Sight, file: string, name: string): Omit<App, 'title' | 'platforms' | 'build'> {
  return { file, name, usesNode: false, prepare: {}, manifests: [SETTINGS], ...pythonOf(sight) };
}
