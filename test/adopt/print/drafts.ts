import * as fc from 'fast-check';
import { call, type Code, constant, type Draft, type Item, list, object, type ObjectCode } from '../../../src/adopt/code';

const readToken = { kind: 'name', name: 'readToken' } as const;

/** A draft with everything that a printer meets. */
export const DRAFT: Draft = {
  id: 'my-app',
  comments: ['Builds the installers.', '', 'See the wiki.\nAnd nothing else.'],
  jobs: [
    {
      id: 'test',
      options: object({
        uses: './.github/workflows/test.yml',
        needs: list(['guard']),
        if: '${{ !inputs.guard_only }}',
        with: { kind: 'object', entries: [{ key: 'runsOn', value: '${{ matrix.system }}', free: true }, { key: 'with-coverage', value: true, free: true }] },
        permissions: object({ contents: constant('github.workflows.JobPermission.READ'), idToken: constant('github.workflows.JobPermission.WRITE') }),
        strategy: object({
          matrix: object({
            domain: { kind: 'object', entries: [{ key: 'system', value: list(['linux', 'macos']), free: true }] },
            include: list([{ kind: 'object', entries: [{ key: 'system', value: 'windows', free: true }, { key: 'slowFactor', value: 2, free: true }] }]),
          }),
          failFast: false,
        }),
      }),
      comments: ['Everything is tested first.'],
      before: ['build', 'assemble'],
    },
    { id: 'deploy', options: object({ uses: 'acme/workflows/.github/workflows/deploy.yml@v3', needs: list(['guard', 'publish']), secrets: 'inherit', permissions: object({}) }), comments: [], before: [] },
  ],
  constants: [
    { name: 'readToken', value: call('Credential.token', object({ secret: 'SERVER_TOKEN' })), comments: ['reads the server'] },
    { name: 'mac', value: object({ script: 'build:mac', artifacts: list(['dist/*.dmg']) }) },
  ],
  options: {
    kind: 'object',
    entries: [
      { key: 'tags', value: list(['v*']), comments: ['decide: which tags build?'] },
      {
        key: 'repositories',
        value: list([
          call('Repository.self', object({ path: 'app' })),
          call('Repository.github', 'acme/server', object({ credential: readToken, submodules: constant('github.CheckoutSubmodules.RECURSIVE') })),
        ]),
      },
      {
        key: 'setup',
        value: {
          kind: 'list',
          items: [
            { value: call('Setup.nodeFrom', '.nvmrc') },
            { value: call('Setup.apt', list(['libwebkit2gtk-4.1-dev', 'libappindicator3-dev', 'librsvg2-dev', 'patchelf', 'rpm'])), comments: ['for the window'] },
            { value: call('Setup.of', object({ name: 'Certificates', run: 'update-ca-certificates\n' }), object({ run: 'a\nb' })) },
          ],
        },
      },
      {
        key: 'prepare',
        value: list([{
          kind: 'object',
          entries: [
            { key: 'name', value: 'Install' },
            { key: 'if', value: "runner.os == 'Linux'" },
            { key: 'run', value: 'npm ci\nnpm run prepare -- --quiet' },
            { key: 'env', value: { kind: 'object', entries: [{ key: 'CI', value: 'true', free: true }, { key: 'npm_config_x-y', value: '1', free: true }] } },
          ],
        }]),
      },
      { key: 'version', value: object({ files: list(['package.json']), mode: constant('VersionMode.STAMP') }) },
      {
        key: 'platforms',
        value: list([
          call('Platform.linuxX64', object({ run: list(['npm ci', "npm run package -- --name 'My App'"]), artifacts: list(['dist/*.AppImage']) })),
          call('Platform.macosArm64', { kind: 'name', name: 'mac' }),
        ]),
      },
      { key: 'publish', value: list([call('PublishTarget.githubRelease', object({ updater: call('Updater.electronBuilder') }))]) },
      { key: 'retentionDays', value: 7 },
      { key: 'rehearsal', value: false },
    ],
  },
};

/** Texts that would do harm in code, if they were no texts in it. */
const HOSTILE = ["'", '"', '\\', '`', '${x}', '\n', '\r', '\r\n', '\u2028', '\u0000', '\u202e', '\ud800', '\u{e0001}', '*/', '//', '#', '"""', '__proto__', '\\u0027', '{{x}}', '%s'];
const text = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.array(fc.constantFrom(...HOSTILE, 'a', ' ')).map((parts) => parts.join('')), fc.constantFrom('a\nb', 'set -e\n\nmake\n'));

const leaf = fc.oneof(
  text, fc.integer(), fc.boolean(), fc.constantFrom<Code>(constant('VersionMode.STAMP'), { kind: 'name', name: 'first' }, { kind: 'name', name: 'default' }),
);

/** Options of which some hold keys of the user, and calls that take them; the constants that they name are those of `anyDraft`. */
const { options } = fc.letrec<{ code: Code; item: Item; options: ObjectCode; record: ObjectCode }>((tie) => ({
  code: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.array(tie('item'), { maxLength: 3 }).map((items): Code => ({ kind: 'list', items })),
    fc.tuple(fc.constantFrom('Platform.linuxX64', 'Repository.github', 'Setup.apt'), fc.array(leaf, { maxLength: 2 }), fc.option(tie('options'), { nil: undefined }))
      .map(([name, args, last]) => call(name, ...args, ...last ? [last] : [])),
  ),
  item: fc.record({ value: tie('code'), comments: fc.array(text, { maxLength: 2 }) }),
  options: fc.dictionary(fc.constantFrom('title', 'if', 'runsOn', 'artifacts'), tie('item'), { noNullPrototype: true })
    .chain((known) => fc.tuple(fc.option(tie('record'), { nil: undefined }), fc.constantFrom('env', 'with'))
      .map(([record, key]): ObjectCode => ({
        kind: 'object', entries: [...Object.entries(known).map(([name, item]) => ({ key: name, ...item })), ...record ? [{ key, value: record }] : []],
      }))),
  record: fc.uniqueArray(fc.tuple(text, leaf), { maxLength: 4, selector: ([key]) => key })
    .map((entries): ObjectCode => ({ kind: 'object', entries: entries.map(([key, value]) => ({ key, value, free: true })) })),
}));

/** Two constants of texts, and options of anything. */
export const anyDraft: fc.Arbitrary<Draft> = fc.record({
  id: text,
  options,
  comments: fc.array(text, { maxLength: 2 }),
  jobs: fc.array(
    fc.record({ id: text, options, comments: fc.array(text, { maxLength: 2 }), before: fc.array(text, { maxLength: 2 }) }),
    { maxLength: 2 },
  ),
  constants: fc.tuple(text, text).map(([first, second]) => [{ name: 'first', value: first }, { name: 'default', value: second }]),
});
