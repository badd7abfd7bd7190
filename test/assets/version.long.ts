import { existsSync } from 'node:fs';
import * as fc from 'fast-check';
import { byThePlan, byTheScript } from './manifest-versions';
import { MANIFESTS } from '../support/manifests';

/** An ES module, which cannot be imported here. */
const { parse: parseToml }: { parse: (text: string) => object } = jest.requireActual('smol-toml');

/** Without a word of the places: an escape stands there in other bytes. */
const read = (files: Parameters<typeof byTheScript>[0]) => byTheScript(files).map((found) => found.replaceAll(' (elsewhere)', ''));
const expectSame = (files: Parameters<typeof byTheScript>[0]) => expect(read(files)).toEqual(files.map(byThePlan));

/** Debian's, GNU's, Alpine's, and the one that macOS has. */
describe.each(['/usr/bin/mawk', '/usr/bin/gawk', '/usr/bin/busybox', '/usr/bin/original-awk'].filter(existsSync))('%s', (awk) => {
  test('reads the same', () => {
    expect(byTheScript(MANIFESTS, awk).map((found) => found.replaceAll(' (elsewhere)', ''))).toEqual(MANIFESTS.map(([, , version]) => version));
  });

  test('reads what is large in a moment', () => {
    const packages = Object.fromEntries(Array.from({ length: 4000 }, (_, index) => [`node_modules/${index}`, { version: '9', dependencies: { a: '1' } }]));
    const lock = JSON.stringify({ version: '1.2.3', packages: { '': { version: '1.2.3' }, ...packages } });
    const project = `<Project>\n<ItemGroup>\n${'<Compile Include="a.cs">\n<A>1</A>\n</Compile>\n'.repeat(4000)}</ItemGroup>\n<PropertyGroup><Version>1.2.3</Version></PropertyGroup></Project>`;
    const begin = Date.now();
    expect(byTheScript([['package-lock.json', lock], ['a.csproj', project]], awk)).toEqual(['1.2.3 1.2.3', '1.2.3']);
    expect(Date.now() - begin).toBeLessThan(5000);
  });
});

test('script and plan read the same out of whatever JSON was meant to be', () => {
  const piece = fc.constantFrom(
    '"version"', '"package"', '"1.2.3"', ':', ',', '{', '}', '[', ']', ' ', '\n', '//', '/*', '*/', '1', '-', '0', '.5', 'e', 'true', 'null', 'x', '"', '\\', '\\u0031', '\\"', '\t', 'ä',
    '"version":"2"', '"package":{',
  );
  const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
  const inserted = (json: string, part: string, at: number) => json.slice(0, at) + part + json.slice(at);
  const broken = fc.tuple(fc.json(), text, fc.nat()).map(([json, part, at]) => inserted(json, part, at % (json.length + 1)));
  const wrapped = text.map((inner) => `{"version": "3", ${inner}}`);
  fc.assert(fc.property(fc.array(fc.oneof(text, wrapped, broken), { minLength: 100, maxLength: 100 }), (texts) => {
    expectSame(texts.map((one) => ['a.json', one]));
    expectSame(texts.map((one) => ['package-lock.json', one.replaceAll('"package"', '"packages"').replaceAll('"2"', '{"": {"version": "2"}}')]));
  }), { numRuns: 10 });
});

test('script and plan read the same out of any TOML, and a parser of all of TOML reads it too', () => {
  const line = fc.constantFrom(
    '[package]', '[project]', '[tool.poetry]', '[ workspace.package ]', '[[package]]', '[x] # y', '["package"]', '[a."]"]', 'version = "1"', "version='2'", 'version = 3',
    'version = """4', '"""', "'''", "a = '''", 'b = """', 'c = "\\"""', 'd = [', '[1]', '[1],', ']', 'e = { version = "5" }', 'f = "["', "g = ']' # [", '# version = "6"', 'h = "\\\\"',
    'version = "7" x', '', '\\', 'version.a = "8"', 'package = { version = "9" }',
  );
  const text = fc.tuple(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\r\n')).map(([lines, ending]) => lines.join(ending));
  fc.assert(fc.property(fc.array(text, { minLength: 100, maxLength: 100 }), (texts) => {
    expectSame(texts.map((one) => ['a.toml', one]));
    for (const one of texts) {
      const version = byThePlan(['a.toml', one]);
      if (version) expect(versionsByParser(one) ?? [version]).toContain(version);
    }
  }), { numRuns: 10 });
});

/** Undefined where it is no TOML. */
function versionsByParser(text: string): unknown[] | undefined {
  try {
    const { package: cargo, workspace, project, tool } = parseToml(text) as Record<string, any>;
    return [cargo, workspace?.package, project, tool?.poetry].map((table) => table?.version);
  } catch {
    return undefined;
  }
}

test('script and plan read the same out of whatever MSBuild was meant to read', () => {
  const piece = fc.constantFrom(
    '<Project>', '</Project>', '<PropertyGroup>', '</PropertyGroup>', '<Version>', '</Version>', '<VersionPrefix>', '</VersionPrefix>', '<A/>', '<A b="', "<A b='>'>", '</A>',
    '1', '$(B)', ' ', '\n', '<!--', '-->', '<![CDATA[', ']]>', '<?x', '?>', '<!x', '>', '<', '"', '/', '<Version>2</Version>', '<PropertyGroup><Version>3</Version></PropertyGroup>',
  );
  const text = fc.array(piece, { maxLength: 12 }).map((pieces) => `<Project>${pieces.join('')}</Project>`);
  fc.assert(fc.property(fc.array(text, { minLength: 100, maxLength: 100 }), (texts) => expectSame(texts.map((one) => ['a.csproj', one]))), { numRuns: 20 });
});

test('script and plan read the same lines', () => {
  const piece = fc.constantFrom('version', 'versionName', ':', '=', ' ', '\t', '\n', '\r\n', '\r', '1.2', '+4', '"', "'", '#', '\\', 'v', 'ä', '-', '\\\n', 'version: 1', 'version=2\n', 'v3');
  const text = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''));
  const files = [['pubspec.yaml'], ['a.properties'], ['a.txt', 'v{version}'], ['a.txt', '{version}'], ['a.txt', ':{version} v']] as const;
  fc.assert(fc.property(fc.array(text, { minLength: 50, maxLength: 50 }), (texts) => {
    expectSame(texts.flatMap((one) => files.map(([file, line]) => [file, one, '', line] as const)));
  }), { numRuns: 20 });
});
