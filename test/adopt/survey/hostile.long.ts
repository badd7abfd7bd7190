import { surveyOf, synthesized, type Tree } from './tree';

const WORDS = ["a'b\"c`d", 'line\nbreak', '${{ github.token }}', '$(touch /tmp/x)', '../../x', '-rf', '\u202etxt', 'a,b', 'x\u0000', '*', '', 'constructor', 'long'.repeat(60)];

/** The word wherever a file can have one. */
function trees(word: string): Readonly<Record<string, Tree>> {
  const json = (content: object) => JSON.stringify(content);
  const toml = JSON.stringify(word);
  return {
    'package scripts': { 'package.json': json({ name: word, version: word, packageManager: word, engines: { node: word }, scripts: { [`build:${word}`]: 'x', [word]: 'electron-builder', build: word } }) },
    'electron-builder': {
      'package.json': json({
        name: word,
        scripts: { dist: `electron-builder ${word}` },
        dependencies: { 'electron-updater': word },
        devDependencies: { 'electron': '1.0.0', 'electron-builder': word },
        build: { productName: word, artifactName: word, directories: { output: word }, linux: { target: [word] }, win: { target: 'nsis', artifactName: word }, mac: { target: { target: word } }, publish: { provider: word } },
      }),
    },
    'Electron Forge': { 'package.json': json({ name: word, productName: word, devDependencies: { '@electron-forge/cli': '7', [`@electron-forge/maker-${word}`]: '1' }, config: { forge: { outDir: word, buildIdentifier: word, makers: [{ name: '@electron-forge/maker-zip' }, { name: word }] } } }) },
    'Tauri': { 'src-tauri/tauri.conf.json': json({ productName: word, version: word, identifier: 'a.b', bundle: { active: true, targets: [word, 'deb'] } }), 'src-tauri/Cargo.toml': `[package]\nname = ${toml}\nversion = ${toml}\n` },
    'Wails': { 'wails.json': json({ name: word, outputfilename: word }), 'go.mod': `module ${word}\nrequire github.com/wailsapp/wails/v2 v2.${word}\n` },
    'Flutter': { 'pubspec.yaml': json({ name: word, version: word, dependencies: { flutter: word } }), 'linux/x': '', 'macos/x': '', 'windows/x': '' },
    'Cargo': { 'Cargo.toml': `[package]\nname = ${toml}\nversion = ${toml}\n[[bin]]\nname = ${toml}\n[workspace]\nmembers = [${toml}]\n[workspace.metadata.dist]\ntargets = [${toml}]\n`, 'src/main.rs': '' },
    'Go': { 'go.mod': `module acme.test/${word}\n\ngo 1.25\n`, 'main.go': 'package main\n', [`cmd/${word.replaceAll('\0', '') || 'x'}/main.go`]: 'package main\n' },
    '.NET': { [`${word.replace(/[/\0]/g, '')}.csproj`]: '<OutputType>Exe</OutputType>', 'App.csproj': `<OutputType>Exe</OutputType><AssemblyName>${word}</AssemblyName><TargetFramework>net${word}</TargetFramework><RuntimeIdentifiers>${word}</RuntimeIdentifiers>` },
    'PyInstaller': { [`${word.replace(/[/\0]/g, '')}.spec`]: 'EXE()', 'app.spec': `EXE(name='${word}')`, '.python-version': word },
    'Python': { 'pyproject.toml': `[build-system]\nbuild-backend = ${toml}\n[project]\nname = ${toml}\nversion = ${toml}\nrequires-python = ${toml}\n` },
    'make': { Makefile: `${word}:\n\ttrue\ndist:\n` },
    'a workflow': { '.github/workflows/x.yml': json({ on: { push: { tags: [word] } } }) },
    'a README': { [`README.${word.replace(/\W/g, '') || 'x'}`]: word },
    'siblings': { 'package.json': json({ scripts: { build: `cp ../server/${word} ../${word}` }, dependencies: { x: `file:../${word}` } }) },
  };
}

test.each(WORDS.flatMap((word) => Object.entries(trees(word)).map(([kind, tree]) => [kind, word, tree] as const)))('%s with %j is a draft that synthesizes', (_, word, tree) => {
  const git = { tags: [`${word}v1.2.3`, `${word}1.2.3`], remotes: [{ name: word, url: `https://github.com/${word}/${word}.git` }], root: `/home/${word}`, submodules: [{ path: word, url: word }] };
  const found = surveyOf(tree, {}, git, ['server', word]);

  expect(found.found.map(({ what }) => what).join('')).not.toMatch(/[\p{Cc}\u202e]/u);
  expect(JSON.stringify(found.draft)).not.toContain('github.token }}');
  expect(() => synthesized(found, tree)).not.toThrow();
});
