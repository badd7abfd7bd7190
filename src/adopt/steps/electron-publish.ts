import { releaseMeaning } from './release-target';
import { leftOut, understood } from './report-lines';
import { call } from '../code';
import type { LegSource, StepMeaning, StepReader } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

const PUBLISHES = /(\b(?:npm|pnpm|yarn|bun|npx|bunx|electron-builder)\b[^\n]*\s)(?:--publish|-p)(?:=|\s+)(?:["']?)(?:always|onTag|onTagOrDraft)\b(?:["']?)/g;
const BUILDER = /\belectron-builder\b/;
/** What electron-builder makes where its configuration says nothing. */
const MADE: Readonly<Record<LegSource['system'], readonly string[]>> = {
  linux: ['dist/*.AppImage'], macos: ['dist/*.dmg', 'dist/*.zip'], windows: ['dist/*.exe'], unknown: [],
};

/** electron-builder that publishes by itself: it only builds, and the release is a target. */
export const electronPublish: StepReader = {
  read: (step, leg) => {
    const { run = '' } = step;
    const says = run.search(PUBLISHES) >= 0 && (BUILDER.test(run) || isElectron(leg));
    const mayPublish = !/--publish(?:=|\s+)never/.test(run) && tokensOf(step).length > 0 && BUILDER.test(run);
    return says || mayPublish ? meaningOf(step, leg, run) : undefined;
  },
};

function isElectron({ steps, env }: LegSource): boolean {
  const keys = [env, ...steps.map((step) => step.env)].flatMap(Object.keys);
  return steps.some(({ run = '', uses = '' }) => /electron/.test(`${uses}\n${run}`)) || keys.some((key) => /^(?:WIN_)?CSC_LINK$/.test(key));
}

function tokensOf({ env }: StepSource): string[] {
  return Object.keys(env).filter((name) => ['GH_TOKEN', 'GITHUB_TOKEN'].includes(name));
}

function meaningOf(step: StepSource, leg: LegSource, run: string): StepMeaning {
  const tokens = tokensOf(step);
  const never = run.replaceAll(PUBLISHES, '$1--publish never');
  const silenced = never === run ? run.replaceAll(/\belectron-builder\b[^\n;&|#]*/g, (command) => command.replace(/\s*$/, (blanks) => ` --publish never${blanks}`)) : never;
  const env = Object.fromEntries(Object.entries(step.env).filter(([name]) => !tokens.includes(name)));
  const artifacts = leg.steps.some(({ uses = '' }) => uses.startsWith('actions/upload-artifact@')) ? [] : MADE[leg.system];
  const release = {
    token: step.env[tokens[0]],
    // what it does where its configuration names no other `releaseType`
    draft: 'true',
    files: artifacts,
    updater: call('Updater.electronBuilder'),
    what: '--publish of electron-builder',
  };
  const meaning = releaseMeaning(step, leg, release, { ...step, run: silenced, env });
  return {
    ...meaning,
    ...artifacts.length && { artifacts },
    report: [
      ...meaning.report,
      understood(step, 'draftOnly, unless its configuration says `releaseType: release`: then leave it out', 'the draft that electron-builder makes'),
      ...artifacts.length ? [understood(step, `artifacts: ${artifacts.join(', ')}, unless its configuration names another \`output\` or other targets`, 'what electron-builder makes')] : [],
      ...tokens.map((name) => leftOut(step, `env: ${name}`, 'the build publishes nothing')),
    ],
  };
}
