import { engine } from './support/engine';
import { exampleTags } from '../src/github/example-tags';
import { commandsPublish } from '../src/github/publishers';
import { secretNameProblem } from '../src/github/secret-names';
import { versionOf } from '../src/github/tag-versions';
import { readWorkflow } from '../src/github/workflow-reader';
import { withIds } from '../src/render/workflow/step-lists';
import { nearMisses } from '../src/tasks/plan/near-misses';
import { code, text } from '../src/text/markdown';
import { redacted } from '../src/text/tokens';

const many = (piece: string, length = 400_000) => piece.repeat(length / piece.length);
const jobs = 'jobs:\n  a:\n    runs-on: x\n    steps:\n      - run: |';

/** What goes over a text again for each of its characters takes minutes here, and the run does not end. */
test.each<[string, () => unknown]>([
  ['a message of colons', () => redacted(many(':'))],
  ['a message of what begins like a token', () => redacted(many('eyJ'))],
  ['the name of a secret', () => secretNameProblem(`A${many('-')}b`)],
  ['the name of a step', () => withIds([{ name: `a${many('-')}b` }])],
  ['a title of backticks', () => text(many('`a'))],
  ['code of backticks', () => code(many('`a'))],
  ['filters', () => exampleTags([...Array.from({ length: 1_000 }, (_, index) => `v${index}.*`), '!**'])],
  ['a script of empty lines', () => readWorkflow(engine, `on: push\n${jobs}\n          \${{ github.sha }}${many('\n')}          x`)],
  ['a script of openings', () => readWorkflow(engine, `on: push\n${jobs}\n          ${many('${{ ')}`)],
  ['a command', () => commandsPublish(many('/releases docker buildx build electron-builder '))],
  ['a tag for plan', () => [versionOf(many('1.1-')), nearMisses(['v*'], `${many('1')}-${many('.')}x`)]],
])('%s may be long', (_what, run) => {
  expect(run).not.toThrow();
});
