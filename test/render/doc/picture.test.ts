import * as fc from 'fast-check';
import { published } from './published';
import { jobs, severalJobs } from './several-jobs';
import { Platform } from '../../../src';
import { picture } from '../../../src/render/doc/picture';

function lines(text: string): string[] {
  return text.split('\n').map((line) => line.trim());
}

test('several jobs: guard, jobs, what is handed on, those that need it, results', () => {
  expect(picture(severalJobs).split('\n')).toEqual([
    '```mermaid',
    'flowchart LR',
    '  tag(["v1.2.3"]) --> guard["guard<br/>checks the secrets<br/>looks up 1 commit"]',
    '  subgraph job0["Web"]',
    '    platform0["linux-x64<br/>ubuntu-24.04"]',
    '  end',
    '  subgraph job1["Package"]',
    '    platform1["linux-x64<br/>ubuntu-24.04"]',
    '    platform2["windows-x64<br/>windows-2025<br/>may fail"]',
    '    platform3["macos-arm64<br/>macos-15"]',
    '    platform4["macos-x64<br/>macos-15-intel"]',
    '  end',
    '  subgraph job2["Universal app"]',
    '    platform5["macos-arm64<br/>macos-15"]',
    '  end',
    '  guard --> job0',
    '  platform0 --> artifact0[/"dist/#42;#42;"/]',
    '  platform1 --> artifact1(["out/#42;#46;AppImage"])',
    '  platform2 -.-> artifact2(["out/#42;#46;exe"])',
    '  platform3 --> artifact3(["out/#42;#46;app/#42;#42;"])',
    '  platform4 --> artifact4(["out/#42;#46;app/#42;#42;"])',
    '  platform5 --> artifact5(["out/#42;#46;dmg"])',
    '  artifact0 --> job1',
    '  artifact3 --> job2',
    '  artifact4 --> job2',
    '```',
  ]);
});

test('what publishes: the jobs below one another, and what becomes public', () => {
  const drawn = lines(picture(published));
  expect(drawn.slice(drawn.indexOf('subgraph publishing["publishing"]'), -1)).toEqual([
    'subgraph publishing["publishing"]',
    'direction TB',
    'assembleJob["assemble<br/>names and checks the files"]',
    'attestJob["attest<br/>attests the files"]',
    'draftJob["draft<br/>makes a draft"]',
    'target2["npm"]',
    'target3["pypi"]',
    'publishJob["publish<br/>makes it public"]',
    'target4["homebrew"]',
    'target5["follow-up<br/>starts site.yml<br/>acme/site"]',
    'assembleJob --> attestJob',
    'attestJob --> draftJob',
    'draftJob --> target2',
    'draftJob --> target3',
    'target2 --> publishJob',
    'target3 --> publishJob',
    'publishJob --> target4',
    'target4 --> target5',
    'end',
    'artifact0 --> publishing',
    'artifact1 -.-> publishing',
    'publishing --> public0(["GitHub release<br/>acme/releases<br/>updates installed apps"])',
    'publishing --> public1(["draft of a release"])',
    'publishing --> public2(["npm, staged<br/>#64;acme/desktop"])',
  ]);
});

test('jobs that call other workflows: between what they wait for and what waits for them', () => {
  const calls = [
    { id: 'test', uses: './.github/workflows/test.yml', needs: ['guard'], before: ['web', 'universal'] },
    { id: 'sign', uses: 'acme/flows/.github/workflows/sign.yml@v1', needs: ['guard', 'package', 'test'], before: ['publish'] },
    { id: 'deploy', uses: 'acme/flows/.github/workflows/deploy.yml@v1', needs: ['guard', 'publish'], before: ['announce'] },
  ];
  const drawn = lines(picture({ ...severalJobs, publish: published.publish }, calls));

  expect(drawn.slice(drawn.findIndex((line) => line.startsWith('called')), -1)).toEqual([
    'called0[["test<br/>test.yml"]]',
    'guard --> called0',
    'called0 --> job0',
    'called0 --> job2',
    'called1[["sign<br/>sign.yml#64;v1"]]',
    'job1 --> called1',
    'called0 --> called1',
    'called1 --> publishing',
    'called2[["deploy<br/>deploy.yml#64;v1"]]',
    'publishing --> called2',
  ]);
  const one = lines(picture(jobs({ build: { platforms: [1, 2].map((n) => Platform.linuxX64({ name: `p${n}`, run: ['make'], artifacts: ['out/*'] })) } }), calls.slice(0, 1).map((call) => ({ ...call, before: ['build'] }))));
  expect(one.filter((line) => line.startsWith('called0 -->'))).toEqual(['called0 --> platform0', 'called0 --> platform1']);
});

test('only results are published', () => {
  const drawn = lines(picture({ ...severalJobs, publish: published.publish }));
  expect(drawn.filter((line) => line.endsWith('> publishing'))).toEqual(
    ['artifact1 --> publishing', 'artifact2 -.-> publishing', 'artifact3 --> publishing', 'artifact4 --> publishing', 'artifact5 --> publishing'],
  );
  expect(reached(drawn).sort()).toEqual(nodes(drawn).sort());
});

test('the guard leads to each job that needs no other', () => {
  const drawn = lines(picture(jobs({ a: {}, b: {}, c: { needs: [{ job: 'a', path: 'a' }, { job: 'b', path: 'b' }] } })));
  expect(drawn.filter((line) => /--> job/.test(line))).toEqual(['guard --> job0', 'guard --> job1', 'artifact0 --> job2', 'artifact1 --> job2']);
});

test('what may not arrive is dotted on its whole way', () => {
  const platforms = [Platform.linuxX64({ run: ['make'], artifacts: ['out/*'], allowedToFail: 'It is new.' })];
  const drawn = lines(picture(jobs({ a: { platforms }, b: { needs: [{ job: 'a', path: 'a' }] } })));
  expect(drawn).toEqual(expect.arrayContaining(['platform0 -.-> artifact0(["out/#42;"])', 'artifact0 -.-> job1']));
});

test('many platforms are drawn by their system in each job, a lone one as it is', () => {
  const many = Array.from({ length: 8 }, (_, index) => Platform.of(`p${index}`, {
    runsOn: [index % 2 ? 'ubuntu-24.04' : 'macos-15'], run: ['make'], artifacts: [`out/${index}`],
  }));
  const drawn = lines(picture(jobs({ a: { platforms: many }, b: { needs: [{ job: 'a', path: 'a', platforms: ['p1', 'p3'] }] } })));
  expect(drawn).toEqual(expect.arrayContaining([
    'platform0["macos<br/>4 platforms"]', 'platform1["linux<br/>4 platforms"]', 'platform2["linux-x64<br/>ubuntu-24.04"]', 'artifact1 --> job1',
  ]));
  expect(drawn).not.toContain('artifact0 --> job1');
});

test('whatever needs whatever: all is drawn that an arrow names, and all is reached from the tag', () => {
  const all = fc.array(fc.record({
    count: fc.integer({ min: 1, max: 5 }),
    needs: fc.array(fc.nat(), { maxLength: 3 }),
    handedOn: fc.boolean(),
  }), { minLength: 2, maxLength: 6 });
  fc.assert(fc.property(all, (declared) => {
    const drawn = lines(picture(jobs(Object.fromEntries(declared.map(({ count, needs, handedOn }, index) => [`j${index}`, {
      platforms: Array.from({ length: count }, (_, n) => Platform.of(`p${n}`, { runsOn: [n % 2 ? 'macos-15' : 'windows-2025'], run: ['make'], artifacts: ['out/*'] })),
      needs: [...new Set(index === 0 ? [] : needs.map((need) => need % index))].map((need) => ({ job: `j${need}`, path: `n${need}` })),
      handedOn,
    }])))));
    expect(reached(drawn).sort()).toEqual(nodes(drawn).sort());
  }));
});

/** Everything that is drawn, boxes included. */
function nodes(drawn: readonly string[]): string[] {
  return [...new Set(drawn.flatMap((line) => [...line.matchAll(/\b(\w+)(?=[[(])/g)].map(([, id]) => id)))];
}

/** What is reached from the tag along the arrows, and from a box what lies in it. */
function reached(drawn: readonly string[]): string[] {
  const found = new Set(['tag']);
  for (let before = -1; before < found.size;) {
    before = found.size;
    let box = '';
    for (const line of drawn) {
      box = /^subgraph (\w+)/.exec(line)?.[1] ?? (line === 'end' ? '' : box);
      const [from, to] = line.split(/ -\.?-?> /).map((end) => /^\w+/.exec(end)?.[0] ?? '');
      if (to && found.has(from)) found.add(to);
      if (found.has(box) && /^\w+\[/.test(line)) found.add(from);
    }
  }
  return [...found];
}
