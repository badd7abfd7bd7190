import type { StepModel } from '../../../src/model/model';
import { atHome, forPlatforms, withIds } from '../../../src/render/workflow/step-lists';
import { buildJob, platform } from '../models';

/** The steps of platforms `a`, `b` … in one list, as `name: condition`. */
function merged(...lists: StepModel[][]): string[] {
  const platforms = lists.map((preBuildSteps, index) => platform({ name: 'abcdefg'[index], preBuildSteps }));
  return forPlatforms(platforms, ({ preBuildSteps }) => preBuildSteps).map(({ name, if: condition }) => `${name}: ${condition}`);
}

const sign = { name: 'sign', run: 'sign' };
const pack = { name: 'pack', run: 'pack' };

describe('forPlatforms', () => {
  test('a step that all have runs on all', () => {
    expect(merged([sign], [sign])).toEqual(['sign: undefined']);
  });

  test('a step that some have names them', () => {
    expect(merged([sign], [sign], [])).toEqual(["sign: matrix.platform == 'a' || matrix.platform == 'b'"]);
  });

  test('a step that many have names them in one list', () => {
    expect(merged([sign], [sign], [sign], [sign], [])).toEqual(["sign: contains(fromJSON('[\"a\",\"b\",\"c\",\"d\"]'), matrix.platform)"]);
  });

  test('the order of each platform stays', () => {
    expect(merged([sign, pack], [pack, sign])).toEqual([
      "sign: matrix.platform == 'a'", "pack: matrix.platform == 'b'", "pack: matrix.platform == 'a'", "sign: matrix.platform == 'b'",
    ]);
  });

  test.each([
    ["github.ref == 'x'", "(matrix.platform == 'a') && (github.ref == 'x')"],
    ["${{ github.ref == 'x' }}", "(matrix.platform == 'a') && (github.ref == 'x')"],
    ['${{ a }} && ${{ b }}', "(matrix.platform == 'a') && (${{ a }} && ${{ b }})"],
  ])('an own condition %s is kept', (own, whole) => {
    expect(merged([{ ...sign, if: own }], [])).toEqual([`sign: ${whole}`]);
  });

  test('steps at the same time have a condition each, and what waits has none: GitHub takes none there', () => {
    const lists = [[{ parallel: [sign, { run: 'x', if: 'own' }] }, { wait: ['sign'] }] as object[], []];
    const platforms = lists.map((preBuildSteps, index) => platform({ name: 'ab'[index], preBuildSteps: preBuildSteps as StepModel[] }));
    expect(forPlatforms(platforms, ({ preBuildSteps }) => preBuildSteps)).toEqual([
      { parallel: [{ ...sign, if: "matrix.platform == 'a'" }, { run: 'x', if: "(matrix.platform == 'a') && (own)" }] },
      { wait: ['sign'] },
    ]);
  });

  test('generated steps get an id each, own steps keep theirs', () => {
    const platforms = ['linux.musl', 'mac'].map((name) => platform({ name, preBuildSteps: [{ id: 'build', run: name }, { id: `own-${name}`, run: name }] }));
    expect(forPlatforms(platforms, ({ preBuildSteps }) => preBuildSteps).map(({ id }) => id))
      .toEqual(['build-linux-musl', 'build-mac', 'own-linux.musl', 'own-mac']);
  });
});

describe('withIds', () => {
  test.each([
    [{ name: 'Install dependencies' }, 'install-dependencies'],
    [{ name: '1st: "Réseau"' }, 'step-1st-r-seau'],
    [{ name: '\u{1f4be}' }, 'step'],
    [{ uses: 'acme/action@0123' }, 'acme-action'],
    [{ run: 'make' }, 'step'],
    [{ name: 'any', id: 'own' }, 'own'],
  ])('%j is called %s', (step, id) => {
    expect(withIds([step])).toEqual([{ ...step, id }]);
  });

  test('parallel steps are no step that could have one', () => {
    const parallel = { parallel: [{ run: 'make' }] } as StepModel;
    expect(withIds([parallel])).toEqual([parallel]);
  });

  test('two of one name are told apart, and an own id comes first', () => {
    expect(withIds([{ name: 'Sign' }, { name: 'Sign' }, { id: 'sign-2' }]).map(({ id }) => id)).toEqual(['sign', 'sign-3', 'sign-2']);
    expect(withIds([{ id: 'Sign' }, { name: 'Sign' }]).map(({ id }) => id)).toEqual(['Sign', 'sign-2']);
  });

  test("a name makes no id that is GitHub's own", () => {
    expect(withIds([{ name: '__init__' }, { name: '--__x' }]).map(({ id }) => id)).toEqual(['_init__', '_x']);
  });

  test('a long name makes an id that GitHub takes', () => {
    const ids = withIds(Array.from({ length: 12 }, () => ({ name: 'x'.repeat(200) }))).map(({ id }) => id!);
    expect(new Set(ids).size).toBe(12);
    expect(ids.filter((id) => id.length >= 100)).toEqual([]);
  });
});

describe('atHome', () => {
  const app = buildJob({ workingDirectory: 'app' });

  test.each<[string, StepModel, string | undefined]>([
    ['a script runs in the working directory', { run: 'make' }, 'app'],
    ['unless it says otherwise', { 'run': 'make', 'working-directory': '.' }, '.'],
    ['an action has none', { uses: 'acme/action@v1' }, undefined],
  ])('%s', (_what, step, directory) => {
    expect(atHome(app, step)['working-directory']).toBe(directory);
  });

  test('steps at the same time are at home there too', () => {
    expect(atHome(app, { parallel: [{ run: 'make' }] } as StepModel)).toEqual({ parallel: [{ 'run': 'make', 'working-directory': 'app' }] });
  });

  test('the workspace itself needs no word', () => {
    expect(atHome(buildJob({ workingDirectory: '' }), { run: 'make' })).toEqual({ run: 'make' });
  });
});
