import { releaseMeaning } from './release-target';
import { leftOut, understood } from './report-lines';
import { isWorkflowToken, secretIn, usedAction } from './used-action';
import { shellWord } from '../../text/shell';
import { call, type Code, object } from '../code';
import type { LegSource, StepMeaning, StepReader } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

const READ = ['projectPath', 'args', 'tauriScript', 'tagName', 'releaseName', 'releaseBody', 'releaseDraft', 'prerelease', 'releaseId', 'generateReleaseNotes', 'includeUpdaterJson',
  'uploadUpdaterJson', 'updaterJsonPreferNsis', 'owner', 'repo', 'uploadUpdaterSignatures', 'retryAttempts', 'includeRelease', 'uploadWorkflowArtifacts', 'appName', 'appVersion'];

/** What Tauri bundles on a system, by the name of the bundle. */
const BUNDLES: Readonly<Record<LegSource['system'], Readonly<Record<string, string>>>> = {
  linux: { deb: 'deb/*.deb', rpm: 'rpm/*.rpm', appimage: 'appimage/*.AppImage' },
  macos: { dmg: 'dmg/*.dmg' },
  windows: { nsis: 'nsis/*.exe', msi: 'msi/*.msi' },
  unknown: {},
};

/** tauri-apps/tauri-action: the command that it runs, what comes out, and the release. */
export const tauriAction: StepReader = {
  read: (step, leg) => {
    const { args = '', projectPath = '.', tauriScript = '' } = step.with;
    const isKnown = usedAction(step)?.name === 'tauri-apps/tauri-action' && !Object.values(step.env).some(isUnknown) && !`${args}${projectPath}${tauriScript}`.includes('${{') && !/[;&|`$<>\n]/.test(`${args}${tauriScript}`);
    return isKnown ? meaningOf(step, leg) : undefined;
  },
};

/** Whether only steps before could tell a value. */
function isUnknown(value: string): boolean {
  return value.includes('${{') && secretIn(value) === undefined && !isWorkflowToken(value);
}

function meaningOf(step: StepSource, leg: LegSource): StepMeaning {
  const { projectPath = '.' } = step.with;
  const root = projectPath.replace(/^\.\/?|\/$/g, '');
  const isUpdated = [leg.env, ...leg.steps.map(({ env }) => env)].some((env) => env.TAURI_SIGNING_PRIVATE_KEY !== undefined) && ![step.with.includeUpdaterJson, step.with.uploadUpdaterJson].includes('false');
  const files = bundlesOf(step, leg, root, isUpdated);
  const updates = isUpdated ? updatedTargets(step, leg) : [];
  const build = [...root ? [`cd ${shellWord(root)}`] : [], ...commandsOf(step, leg)];
  const release = step.with.tagName || step.with.releaseId ? releaseOf(step, leg, files, isUpdated ? updaterOf(step, root) : undefined) : undefined;
  const own = Object.entries(step.env).filter(([name]) => name !== 'GITHUB_TOKEN');
  const secrets = own.flatMap(([variable, value]) => secretIn(value) === undefined ? [] : [[secretIn(value)!, variable]]);
  const env = own.filter(([, value]) => secretIn(value) === undefined);
  return {
    build,
    artifacts: files,
    ...release && { publish: release.publish },
    ...updates.length && { updates },
    ...secrets.length && { secrets: Object.fromEntries(secrets) },
    ...env.length && { env: Object.fromEntries(env) },
    report: [
      understood(step, `run: ${build.at(-1)}`),
      understood(step, `artifacts: ${files.join(', ')}, unless \`bundle.targets\` of its configuration names others`, 'what Tauri bundles'),
      ...release?.report ?? [],
      ...Object.entries(step.with).filter(([input]) => !READ.includes(input)).map(([input, value]) => leftOut(step, `${input}: ${value}`, 'there is no option for it')),
    ],
  };
}

/** As the action finds out which command there is. */
function commandsOf({ with: { args = '', tauriScript } }: StepSource, { steps }: LegSource): string[] {
  const script = steps.map(({ run = '', uses = '' }) => `${uses}\n${run}`).join('\n');
  const manager = /\bpnpm\b/.test(script) ? 'pnpm' : /\byarn\b/.test(script) ? 'yarn' : /\bbun\b/.test(script) ? 'bun' : /\bnpm\b|setup-node@/.test(script) ? 'npm' : undefined;
  const options = args.trim() === '' ? '' : ` ${args.trim()}`;
  if (tauriScript) {
    return [`${tauriScript.trim()} build${options}`];
  }
  switch (manager) {
    case 'npm': return [`npm run tauri build${options && ` --${options}`}`];
    case 'bun': return [`bun run tauri build${options}`];
    case undefined: return ['cargo install tauri-cli --locked', `cargo tauri build${options}`];
    default: return [`${manager} tauri build${options}`];
  }
}

function bundlesOf({ with: { args = '' } }: StepSource, { system }: LegSource, root: string, isUpdated: boolean): string[] {
  const [, target] = /(?:^|\s)(?:--target|-t)(?:=|\s+)([\w-]+)/.exec(args) ?? [];
  const [, only] = /(?:^|\s)(?:--bundles|-b)(?:=|\s+)([\w, ]+?)(?=\s+-|$)/.exec(args) ?? [];
  const profile = /(?:^|\s)(?:--debug|-d)(?:\s|$)/.test(args) ? 'debug' : 'release';
  const directory = [root, 'src-tauri/target', target, profile, 'bundle'].filter(Boolean).join('/');
  const names = only?.split(/[\s,]+/) ?? [];
  const made = Object.entries(BUNDLES[system]).filter(([name]) => !names.length || names.includes(name)).map(([, pattern]) => pattern);
  return [...made, ...system === 'macos' && isUpdated ? ['macos/*.app.tar.gz'] : []].map((pattern) => `${directory}/${pattern}`);
}

/** The targets of a cross build; of any other the runner tells. */
function updatedTargets({ with: { args = '' } }: StepSource, { system }: LegSource): string[] {
  const [, arch] = /(?:--target|-t)(?:=|\s+)(x86_64|aarch64|i686|armv7|universal)-/.exec(args) ?? [];
  const os = system === 'macos' ? 'darwin' : system;
  return arch === undefined ? [] : arch === 'universal' ? ['darwin-aarch64', 'darwin-x86_64'] : [`${os}-${arch}`];
}

function updaterOf({ with: inputs }: StepSource, root: string): Code {
  const options = { ...root && { config: `${root}/src-tauri/tauri.conf.json` }, ...inputs.updaterJsonPreferNsis !== 'true' && { preferMsi: true } };
  return call('Updater.tauri', ...Object.keys(options).length ? [object(options)] : []);
}

function releaseOf(step: StepSource, leg: LegSource, files: readonly string[], updater: Code | undefined): StepMeaning {
  const { with: inputs } = step;
  const texts = Object.fromEntries(Object.entries(inputs).map(([input, text]) => [input, text.replaceAll('__VERSION__', '${{ env.__VERSION__ }}')]));
  // the action takes the version from the app, and that is the tag's
  const known = { ...step, env: { ...step.env, __VERSION__: '${GITHUB_REF_NAME#v}' } };
  return releaseMeaning(known, leg, {
    repository: inputs.owner && inputs.repo ? `${inputs.owner}/${inputs.repo}` : undefined,
    token: step.env.GITHUB_TOKEN,
    title: texts.releaseName,
    body: texts.releaseBody,
    generated: inputs.generateReleaseNotes,
    draft: inputs.releaseDraft,
    prerelease: inputs.prerelease,
    files,
    updater,
    ...!inputs.tagName && { isPart: true },
    others: [...inputs.tagName?.includes('__VERSION__') ? [[`tagName: ${inputs.tagName}`, 'the release is that of the tag that was pushed'] as const] : []],
  });
}
