import type { SetupModel } from '../../src/model/model';
import { versionPattern } from '../../src/toolchains/tool-files';
import { toolchains } from '../../src/toolchains/toolchains';

function says(kind: SetupModel['kind'], versionFile: string, text: string): boolean | undefined {
  return versionPattern({ kind, versionFile } as SetupModel)?.test(text);
}

test.each<[SetupModel['kind'], string, string, string]>([
  ['node', '.nvmrc', '# for the app\nv22.1.0 \r\n', '\n'],
  ['node', '.tool-versions', 'python 3.11 3.10\r\nnodejs 22.1.0\r\n', 'nodejs 22.1.0 # the newest\n'],
  ['node', '.node-version', 'node 22', 'twenty two'],
  ['node', '.node-version', '\ufeff22\r\n', '\ufeff\r\n'],
  ['python', '.python-version', '\ufeff3.11\r\n', '\ufeff# 3.11\r\n'],
  ['deno', '.tool-versions', 'deno v2.5.0\n', 'deno 2.5.0 1.0.0\n'],
  ['bun', '.tool-versions', 'bun 1.3.0 # the newest\n', 'bunny 1.3.0\n'],
  ['python', '.tool-versions', '  python 3.11 \n', 'python 3.11 3.10\n'],
  ['python', '.python-version', '# ours\n  3.11\n', '# 3.11\n\n'],
  ['uv', '.tool-versions', 'uv 0.9.2 # the newest\n', 'uv 0.9.2 0.9.1\n'],
  ['uv', 'pyproject.toml', "dev = ['uv>=0.9']", "dev = ['uvicorn>=0.9']"],
  ['java', '.java-version', 'temurin64-21.0.5\n', 'lts\n'],
  ['java', '.tool-versions', 'java temurin-21.0.5+11\n', 'java openjdk21\n'],
  ['go', 'go.mod', 'module acme\r\n\r\ngo 1.25\r\n', 'module acme\n// go 1.25\n'],
  ['ruby', 'mise.toml', '[tools]\nruby = "3.4" # the newest\n', '[tools]\nruby = ["3.4", "3.3"]\n'],
  ['flutter', 'pubspec.yaml', "environment:\n  flutter: '3.35.0'\n", 'dependencies:\n  flutter:\n    sdk: flutter\n'],
])('%s reads a version in %s as its action does', (kind, file, good, bad) => {
  expect([says(kind, file, good), says(kind, file, bad)]).toEqual([true, false]);
});

test('what a file says of Node.js is its version', () => {
  expect(['v22.1.0\n', 'lts/*', '# ours\nnode v24'].map((text) => toolchains.node.versionFiles!['.nvmrc'].exec(text)![1])).toEqual(['22.1.0', 'lts/*', '24']);
});

test('no pattern tries what follows anew for each empty line, and none takes another word for a version', () => {
  const patterns = Object.values(toolchains).flatMap(({ versionFiles = {} }) => Object.values(versionFiles));
  expect(patterns.filter(({ source }) => /\^\\s[*+]/.test(source))).toEqual([]);
  const groups = Object.entries(toolchains).filter(([, { versionFiles = {} }]) => Object.values(versionFiles).some((pattern) => new RegExp(`${pattern.source}|`).exec('')!.length > 1));
  expect(groups.map(([kind]) => kind)).toEqual(['node', 'rust']);
});
