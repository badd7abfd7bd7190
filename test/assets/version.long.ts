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
    const project = (inside: string) => `<Project><PropertyGroup>${inside}<Version>1.2.3</Version></PropertyGroup></Project>`;
    const x = 'x'.repeat(1_000_000);
    const files: readonly (readonly [file: string, text: string, version: string, line?: string])[] = [
      ['package-lock.json', JSON.stringify({ version: '1.2.3', packages: { '': { version: '1.2.3' }, ...packages } }), '1.2.3 1.2.3'],
      ['a.json', JSON.stringify({ a: x, version: '1.2.3' }), '1.2.3'],
      ['a.json', JSON.stringify({ a: x.replaceAll('xx', 'x,'), version: '1.2.3' }), '1.2.3'],
      ['a.json', `{"version": "1.2.3", "a": ${'['.repeat(50_000)}${']'.repeat(50_000)}}`, '1.2.3'],
      ['a.json', `{"version": "1.2.3", "a": ${'1'.repeat(1_000_000)}}`, ''],
      ['a.json', `{"version": "${x}"}`, ''],
      ['a.json', `{"version": "1.2.3", "${x}": "x`, ''],
      ['a.toml', `a = "${x}"\n[package]\nversion = "1.2.3"`, '1.2.3'],
      ['a.toml', `${Array.from({ length: 10_000 }, (_, index) => `[[t.t${index}]]\nversion = "9"\n`).join('')}[package]\nversion = "1.2.3"`, '1.2.3'],
      ['a.toml', `a = ${'['.repeat(50_000)}${']'.repeat(50_000)}\npackage.version = "1.2.3"`, '1.2.3'],
      ['a.toml', `${'a.'.repeat(50_000)}b = 1\n[package]\nversion = "1.2.3"`, '1.2.3'],
      ['a.csproj', project(`<A>${x}</A>`), '1.2.3'],
      ['a.csproj', project(`<A b="${x.replaceAll('xx', 'x\n')}"/>`), '1.2.3'],
      ['a.csproj', project(`<!-- ${x.replaceAll('xx', '-\n')} -->`), '1.2.3'],
      ['a.csproj', project('<A><B>1</B></A>'.repeat(5000)), '1.2.3'],
      ['a.csproj', project('<A>'.repeat(20_000) + '</A>'.repeat(20_000)), '1.2.3'],
      ['a.txt', `v${' '.repeat(1_000_000)}x\nv1.2.3`, '1.2.3', 'v{version}'],
      ['pubspec.yaml', `version: 1.2.3\na:${' '.repeat(1_000_000)}x`, '1.2.3'],
      ['a.properties', `version=1.2.3\nversion=${'1 '.repeat(500_000)}x`, '1.2.3'],
    ];
    files.forEach(([file, text, version, line]) => {
      const one = [file, text, version, line] as const;
      expect([file, byTheScript([one], awk)[0], byThePlan(one)]).toEqual([file, version, version]);
    });
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
  }), { numRuns: 5 });
});

test('script and plan read the same out of any TOML, and a parser of all of TOML reads it too', () => {
  const line = fc.constantFrom(
    '[package]', '[project]', '[tool.poetry]', '[ workspace.package ]', '[[package]]', '[x] # y', '["package"]', '[a."]"]', 'version = "1"', "version='2'", 'version = 3',
    'version = """4', '"""', "'''", "a = '''", 'b = """', 'c = "\\"""', 'd = [', '[1]', '[1],', ']', 'e = { version = "5" }', 'f = "["', "g = ']' # [", '# version = "6"', 'h = "\\\\"',
    'version = "7" x', '', '\\', 'version.a = "8"', 'package = { version = "9" }', 'package.version = "10"', '"version" = \'11\'', "[ tool . 'poetry' ]", '[tool]', 'poetry . "version" = "12"',
    '[workspace]', 'package = { a = 1, "version" = "13" } # x', '[[workspace]]', '"vers\\u0069on" = "1\\u0034"', "'vers\\u0069on' = '15'", 'i = [{ version = "16" }, # ]', '{ a.version = "17" }]', 'j = 1979-05-27 07:32:00',
    'k = { project.version = "18",', '  version = "19" }', 'tool = { poetry = { version = "20" } }', 'l = "', "m = 'x", '[a', '[a.b]]', 'n.', 'version', 'version = ', 'version = [ "21" ]', 'o = {}', 'p = []', '[package . version]',
  );
  const text = fc.tuple(fc.array(line, { maxLength: 6 }), fc.constantFrom('\n', '\r\n')).map(([lines, ending]) => lines.join(ending));
  fc.assert(fc.property(fc.array(text, { minLength: 100, maxLength: 100 }), (texts) => {
    expectSame(texts.map((one) => ['a.toml', one]));
    for (const one of texts) {
      const versions = versionsByParser(one)?.filter((version) => typeof version === 'string' && /^[!-~]+$/.test(version));
      if (versions) expect({ one, version: byThePlan(['a.toml', one]) }).toEqual({ one, version: versions[0] ?? '' });
    }
  }), { numRuns: 5 });
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
  fc.assert(fc.property(fc.array(text, { minLength: 100, maxLength: 100 }), (texts) => expectSame(texts.map((one) => ['a.csproj', one]))), { numRuns: 8 });
});

test('script and plan read the same lines', () => {
  const piece = fc.constantFrom('version', 'versionName', ':', '=', ' ', '\t', '\n', '\r\n', '\r', '1.2', '+4', '"', "'", '#', '\\', 'v', 'ä', '-', '\\\n', 'version: 1', 'version=2\n', 'v3');
  const text = fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join(''));
  const files = [['pubspec.yaml'], ['a.properties'], ['a.txt', 'v{version}'], ['a.txt', '{version}'], ['a.txt', ':{version} v']] as const;
  fc.assert(fc.property(fc.array(text, { minLength: 50, maxLength: 50 }), (texts) => {
    expectSame(texts.flatMap((one) => files.map(([file, line]) => [file, one, '', line] as const)));
  }), { numRuns: 8 });
});
