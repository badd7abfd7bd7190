import { CHECKOUT, declarationOf, importOf, UPLOAD, workflow } from './import-of';
import { imported } from '../workflows/imported';

/** What a declaration refuses must not come out of a workflow that GitHub takes. */
const synthesized = (text: string) => imported({ name: 'app', text }).made.workflow;
const ASKED = '- id: named\n  run: echo "name=app" >> "$GITHUB_OUTPUT"\n';
const told = (text: string, what: RegExp) => importOf(text).report.filter((line) => what.test(line.what)).map(({ fate, line, what: said }) => `${line} ${fate} ${said}`);
const matrix = (include: string) => `    runs-on: \${{ matrix.os }}\n    strategy: { matrix: { include: [${include}] } }`;

test('a step with an id before a tool that sets variables on some legs alone', () => {
  const rust = '- uses: dtolnay/rust-toolchain@v1\n  with: { toolchain: stable, targets: "${{ matrix.target }}" }\n';
  const text = workflow(`${CHECKOUT}${ASKED}${rust}- run: make\n- run: ls "\${{ steps.named.outputs.name }}"\n${UPLOAD}`,
    matrix('{ os: ubuntu-24.04, target: x86_64-unknown-linux-gnu }, { os: ubuntu-24.04, target: aarch64-unknown-linux-gnu }'));

  expect(synthesized(text)).toMatch(/id: named-linux-arm64\n/);
});

test('one that stands in another place on each leg', () => {
  const text = workflow(`${CHECKOUT}- run: make\n- if: matrix.os == 'windows-2025'\n  run: sign\n${ASKED}- run: ls "\${{ steps.named.outputs.name }}"\n${UPLOAD}`,
    matrix('{ os: ubuntu-24.04 }, { os: windows-2025 }'));

  expect(synthesized(text)).toMatch(/id: named-linux-x64\n/);
});

test('sums that the build makes itself are those of the release', () => {
  const text = workflow(`${CHECKOUT}- run: make\n- uses: actions/upload-artifact@v4\n  with: { name: app, path: "out/*.zip\\nout/SHA256SUMS" }\n- uses: softprops/action-gh-release@v2\n  with: { files: "out/*" }\n`);

  expect(synthesized(text)).toContain('SHA256SUMS');
  expect(declarationOf(text)).toContain('release: { checksums: false }');
  expect(told(text, /^SHA256SUMS/)).toEqual(['3 understood SHA256SUMS of app']);
});

test.each([['ubuntu-slim', 30, 15], ['ubuntu-24.04', 1000, 360], ['ubuntu-24.04', 0.5, 1]])('a time on %s of %d minutes is %d', (runner, written, allowed) => {
  const text = workflow(`${CHECKOUT}- run: make\n${UPLOAD}`, `    runs-on: ${runner}\n    timeout-minutes: ${written}`);

  expect(synthesized(text)).toContain(`timeout-minutes: ${allowed}\n`);
  expect(told(text, /timeout/)).toEqual([`5 ${written !== allowed ? 'left-out' : 'understood'} app: timeout-minutes`]);
});

test.each(['__proto__', 'constructor', 'toJSON'])('a variable called %s is left out, and said', (name) => {
  const text = workflow(`${CHECKOUT}- run: make\n  env: { ${name}: a }\n- run: ls\n  env: { ${name}: b }\n${UPLOAD}`, `    runs-on: ubuntu-24.04\n    env: { ${name}: c, MODE: fast }`);

  expect(synthesized(text)).toContain('MODE: fast');
  expect(declarationOf(text)).not.toContain(name);
  expect(told(text, new RegExp(name))).toEqual([5, 9, 11].map((line) => `${line} left-out env ${name}`));
});
