import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Everything that the linters find in workflow files, with nothing left out by configuration or comments. */
export function lint(files) {
  return [...actionlint(files), ...directives(files), ...zizmor(files)];
}

function actionlint(files) {
  // Without shellcheck, actionlint silently checks less.
  run('shellcheck', ['--version']);
  const args = ['-format', '{{json .}}', '-config-file', '/dev/null', '-shellcheck', 'shellcheck', '-pyflakes', '', ...files];
  const findings = JSON.parse(run('actionlint', args, [0, 1]));
  return findings.map(({ kind, filepath, line, message }) => ({ tool: 'actionlint', rule: kind, file: filepath, line, text: message }));
}

/** A script can tell shellcheck to look away; that is a finding like any other. */
function directives(files) {
  return files.flatMap(file => readFileSync(file, 'utf8').split('\n').flatMap((text, index) => (
    /#\s*shellcheck\s/.test(text) ? [{ tool: 'shellcheck', rule: 'directive', file, line: index + 1, text: text.trim() }] : []
  )));
}

function zizmor(files) {
  const args = ['--offline', '--persona=auditor', '--format=json', '--no-config', '--no-ignores', '--strict-collection', '--no-exit-codes', '--quiet', ...files];
  return JSON.parse(run('zizmor', args)).map(({ ident, desc, locations }) => {
    const { symbolic, concrete } = locations.find(location => location.symbolic.kind === 'Primary');
    const [firstLine] = concrete.feature.trim().split('\n');
    return {
      tool: 'zizmor',
      rule: ident,
      file: symbolic.key.Local.verbatim_path,
      line: concrete.location.start_point.row + 1,
      text: `${desc}: ${symbolic.annotation}: ${routeOf(symbolic)}: ${firstLine}`,
    };
  });
}

/** Where in the file a finding lies, such as 'jobs.build.steps.3.uses'. */
function routeOf({ route }) {
  return route.route.map(part => part.Key ?? part.Index).join('.');
}

function run(command, args, good = [0]) {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
  if (error || !good.includes(status)) {
    throw new Error(`${command} could not run (exit ${status}): ${error?.message ?? stderr}`);
  }
  return stdout;
}
