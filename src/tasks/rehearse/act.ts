import { run, type Where } from '../../outside/program';

/** The oldest act of which its log is understood. */
export const ACT_VERSION = '0.2.87';

const HOW = `Get act ${ACT_VERSION} or a newer one: "brew install act", "winget install nektos.act",\n`
  + `"go install github.com/nektos/act@v${ACT_VERSION}", or from https://github.com/nektos/act/releases`;

/** @throws Error that says how to get it */
export async function actMustBeThere(where: Where): Promise<void> {
  const printed = await run('act', ['--version'], where).then(({ stdout }) => stdout, () => undefined);
  if (printed === undefined) {
    throw new Error(`act, which runs workflows outside of GitHub, is not installed. ${HOW}`);
  }
  const version = /\d+\.\d+\.\d+/.exec(printed)?.[0] ?? 'of unknown version';
  if (version.localeCompare(ACT_VERSION, 'en', { numeric: true }) < 0 || !/^\d/.test(version)) {
    throw new Error(`act is ${version}, which is too old. ${HOW}`);
  }
}
