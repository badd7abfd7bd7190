import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AptMirror } from '../support/apt-mirror';
import { compose, runScript, type ScriptRun } from '../support/run-script';

/** The real one, where there is one: Debian and Ubuntu. */
const there = existsSync('/usr/bin/apt-get');

(there ? describe : describe.skip)('the real apt-get', () => {
  let directory: string;
  let mirror: AptMirror;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'apt-'));
    mirror = await AptMirror.start(directory, { 'tool': '1.2-1', 'libtool-4.1-dev': '4.1' });
    mkdirSync(join(directory, 'bin'));
    for (const name of ['sleep', 'id']) symlinkSync(join(__dirname, '../support/package-tools.sh'), join(directory, 'bin', name));
    writeFileSync(join(directory, 'calls'), '');
  });

  afterEach(async () => {
    await mirror.stop();
    rmSync(directory, { recursive: true });
  });

  async function install(...names: string[]): Promise<ScriptRun> {
    return runScript(compose('apt'), {
      PACKAGES: names.join('\n'), APT_CONFIG: mirror.configuration, MACHINE: directory, PATH: `${directory}/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
    });
  }

  const said = ({ annotations }: ScriptRun) => annotations.map(({ level, title, text }) => `${level}: ${title}: ${text}`);
  const slept = () => readFileSync(join(directory, 'calls'), 'utf8').trim().split('\n').filter(Boolean);

  test('updates the lists and fetches what is declared', async () => {
    const run = await install('tool=1.2-1', 'libtool-4.1-dev');
    expect({ code: run.code, said: said(run) }).toEqual({ code: 0, said: [] });
    expect(readdirSync(join(directory, 'archives')).filter((file) => file.endsWith('.deb'))).toEqual(['libtool-4.1-dev_4.1_all.deb', 'tool_1.2-1_all.deb']);
  });

  test('names all that does not exist, what is called alike, and which versions there are; a dot is no pattern', async () => {
    const run = await install('tool=2', 'libtool-4.0-dev', 'to.l');
    expect(run.code).toBe(1);
    expect(said(run)).toEqual([expect.stringMatching(
      /^error: Packages do not exist: No package libtool-4\.0-dev can be installed on .*; there are for instance libtool-4\.1-dev\. No package to\.l can .*\. tool has no version 2 on .*; there are 1\.2-1\. Correct/,
    )]);
    expect(slept()).toEqual([]);
  });

  test('goes through a mirror that fails and comes back', async () => {
    mirror.failures.push({ ending: '/tool.deb', status: 503, times: 3 });
    const run = await install('tool');
    expect({ code: run.code, said: said(run), slept: slept() }).toEqual({ code: 0, said: [], slept: ['sleep 10'] });
  });

  test('says what a mirror says that goes on failing', async () => {
    mirror.failures.push({ ending: '/tool.deb', status: 500, times: 99 });
    const run = await install('tool');
    expect(said(run)).toEqual([expect.stringMatching(/^error: Packages cannot be installed: apt-get says: Failed to fetch .*\/tool\.deb .*500 /)]);
    expect({ code: run.code, slept: slept() }).toEqual({ code: 1, slept: ['sleep 10', 'sleep 30'] });
  });

  test('goes on with the lists of the last time where they cannot be updated', async () => {
    await install('tool');
    mirror.failures.push({ ending: 'Release', status: 503, times: 99 });
    const run = await install('libtool-4.1-dev');
    expect(run.code).toBe(0);
    expect(said(run)).toEqual([expect.stringMatching(/^warning: The lists of packages could not be updated: What is known of them is taken\. apt-get says: Failed to fetch/)]);
  });
});
