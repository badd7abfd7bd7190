import { jobs, severalJobs } from './several-jobs';
import { Platform } from '../../../src';
import { picture } from '../../../src/render/doc/picture';

function lines(text: string): string[] {
  return text.split('\n').map(line => line.trim());
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
    '  platform0 --> artifact0[/"dist/#42;#42;<br/>#33;dist/#42;#42;/#42;#46;map"/]',
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

test('the guard leads to each job that needs no other', () => {
  const drawn = lines(picture(jobs({ a: {}, b: {}, c: { needs: [{ job: 'a', path: 'a' }, { job: 'b', path: 'b' }] } })));
  expect(drawn.filter(line => /--> job/.test(line))).toEqual(['guard --> job0', 'guard --> job1', 'artifact0 --> job2', 'artifact1 --> job2']);
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
