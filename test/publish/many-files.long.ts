import { existsSync, readFileSync } from 'node:fs';
import { ReleaseScene } from './support/release-scene';
import { makeRelease } from '../../src/publish/release/publication';

let scene: ReleaseScene;
afterEach(async () => scene.close());

test('200 files are uploaded with a second between writes, and on resume only what is missing', async () => {
  scene = await ReleaseScene.start({ files: Object.fromEntries(Array.from({ length: 198 }, (_, index) => [`file-${index}.bin`, `content ${index}`])) });
  scene.repository.addRelease({ assets: scene.assets.slice(0, 90) });
  const sleeps: number[] = [];

  await makeRelease(await scene.target(sleeps), 'publish');

  scene.expectComplete();
  expect(scene.release.assets).toHaveLength(200);
  expect(scene.github.log.filter(({ part }) => part === 'uploads')).toHaveLength(110);
  expect(sleeps).toEqual(Array.from({ length: 109 }, () => 1000));
});

test('300 MB go through a script that stays small', async () => {
  const part = (seed: number) => Buffer.alloc(100_000_000, `${seed} and so on, with no end `);
  scene = await ReleaseScene.start({ files: { 'a.bin': part(1), 'b.bin': part(2), 'c.bin': part(3) } });
  let peak = 0;
  scene.github.inject({ method: 'PATCH' }, {
    call: () => {
      const status = `/proc/${scene.child!.pid}/status`;
      peak = existsSync(status) ? Number(/VmHWM:\s*(\d+) kB/.exec(readFileSync(status, 'utf8'))![1]) / 1024 : 0;
    },
  });

  expect(await scene.run()).toMatchObject({ code: 0 });

  scene.expectComplete();
  expect(scene.github.log.filter(({ part: to }) => to === 'uploads').reduce((sum, { bytes }) => sum + bytes, 0)).toBeGreaterThan(300_000_000);
  // one of the files alone is larger
  expect(peak).toBeLessThan(128);
});
