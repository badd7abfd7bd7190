import type { AppCheck, AppFinding, Seen } from './app-check';
import { ELSEWHERE } from './certain-commands';
import { splitCommands } from './possible-commands';
import { TAURI_FILES, type TauriPlatform, tauriPlatforms } from './tauri';
import { fields, text } from '../outside/data';
import { suggestion } from '../text/suggestion';

/** @see https://v2.tauri.app/reference/config/#buildconfig */
export const tauriScriptMissing: AppCheck = {
  id: 'tauri-script-missing',
  cause: 'A command that Tauri runs before it builds or bundles is a package script that package.json does not have.',
  cure: 'Correct the name in `build.beforeBuildCommand` or `build.beforeBundleCommand`, or add the script. A command with a `cwd` of its own is not looked at.',
  files: () => TAURI_FILES,
  check: (seen) => seen.files.has('package.json') && seen.content('package.json') !== undefined ? tauriPlatforms(seen).flatMap((built) => missing(built, seen)) : [],
};

function missing({ platform, command, configuration, file }: TauriPlatform, seen: Seen): AppFinding[] {
  const scripts = Object.keys(fields(fields(seen.content('package.json')).scripts));
  const build = fields(configuration.build);
  return ['beforeBundleCommand', ...command === 'build' ? ['beforeBuildCommand'] : []].flatMap((option) => {
    const { script, cwd } = fields(build[option]);
    const commands = cwd ? [] : splitCommands(text(build[option]) || text(script));
    // behind a change of directory, another package.json counts
    return commands.some(([program]) => program === 'cd') ? [] : commands.flatMap(([program, run, name = '-', ...more]) =>
      (program !== 'npm' && program !== 'pnpm') || run !== 'run' || name.startsWith('-') || scripts.includes(name) || more.some((word) => word === '--if-present' || ELSEWHERE.test(word)) ? [] : [{
        at: platform,
        what: `build.${option} in ${file} runs the script '${name}', which package.json does not have`,
        fix: scripts.length ? suggestion(name, scripts) : 'Add it to the scripts of package.json.',
      }]);
  });
}
