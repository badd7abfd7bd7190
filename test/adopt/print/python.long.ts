import { execFileSync } from 'node:child_process';
import * as fc from 'fast-check';
import { anyDraft } from './drafts';
import type { Code, Draft } from '../../../src/adopt/code';
import { printDraft } from '../../../src/adopt/print/print-draft';
import { pythonName } from '../../../src/adopt/print/python';

/** Stands for both packages, runs each text, and says how TagBuild was called. */
const RUNNER = String.raw`
import json, sys, types

# what a call made: it can be asked for its members, too
class Made(dict):
    def __getattr__(self, member):
        return Said(member)

class Said:
    def __init__(self, name):
        self.name = name
    def __getattr__(self, member):
        return Said(f'{self.name}.{member}')
    def __call__(self, *args, **kwargs):
        said = Made({'called': self.name, 'args': plain(args), 'options': plain(kwargs)})
        if self.name == 'TagBuild':
            builds.append(said)
        return said

def plain(value):
    if isinstance(value, Said):
        return value.name
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    return [plain(inner) for inner in value] if isinstance(value, (list, tuple)) else value

for name in ['projen_tag_build', 'projen']:
    sys.modules[name] = types.ModuleType(name)
    sys.modules[name].__getattr__ = lambda name: Said(name)
answers = []
for text in json.load(sys.stdin):
    builds = []
    exec(compile(text, 'printed', 'exec'), {'project': None, 'builds': builds})
    answers.append(builds)
print(json.dumps(answers))
`;

/** What the same code means, without any text. */
function meant(code: Code, { constants }: Pick<Draft, 'constants'>): unknown {
  if (typeof code !== 'object') return code;
  const inner = (value: Code) => meant(value, { constants });
  switch (code.kind) {
    case 'list': return code.items.map(({ value }) => inner(value));
    case 'object': return Object.fromEntries(code.entries.map(({ key, value, free }) => [free ? key : pythonName(key), inner(value)]));
    case 'constant': return code.name;
    case 'name': return inner(constants.find(({ name }) => name === code.name)!.value);
    case 'call': {
      const last = code.args.at(-1);
      const options = typeof last === 'object' && last.kind === 'object' ? last : undefined;
      const args = options ? code.args.slice(0, -1) : code.args;
      return { called: code.name.split('.').map(pythonNameOf).join('.'), args: args.map(inner), options: options ? inner(options) : {} };
    }
  }
}

function pythonNameOf(name: string): string {
  return /^[a-z]/.test(name) ? pythonName(name) : name;
}

test('any code means the same when it was printed as Python, whatever its texts hold', () => {
  const drafts = fc.sample(anyDraft, 1000);
  const texts = drafts.map((draft) => printDraft(draft, { language: 'py', project: 'existing', name: 'app' }));
  const answers = JSON.parse(execFileSync('python3', ['-c', RUNNER], { input: JSON.stringify(texts), encoding: 'utf8', maxBuffer: 2 ** 28 }));

  expect(answers).toHaveLength(drafts.length);
  for (const [index, draft] of drafts.entries()) {
    expect(answers[index]).toEqual([{ called: 'TagBuild', args: [null, draft.id], options: meant(draft.options, draft) }]);
  }
});
