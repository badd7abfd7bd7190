import { mkdirSync, writeFileSync } from 'node:fs';
import * as path from 'node:path';
import { readScript } from '../../outside/scripts';
import { distinct } from '../../text/words';

/** Actions that need GitHub's side of a run, and what takes their place. */
const STAND_INS = {
  'actions/checkout': {
    env: {
      REPOSITORY: 'repository', REF: 'ref', CHECKOUT_PATH: 'path', FETCH_DEPTH: 'fetch-depth', SPARSE: 'sparse-checkout', CONE: 'sparse-checkout-cone-mode',
    },
    defaults: { 'repository': '${{ github.repository }}', 'fetch-depth': '1', 'sparse-checkout-cone-mode': 'true' },
    script: () => readScript('rehearse-checkout.sh'),
  },
  'actions/upload-artifact': {
    env: { ARTIFACTS: 'path', ARTIFACT_NAME: 'name' },
    defaults: { name: 'artifact' },
    script: () => `${readScript('artifacts.sh')}\n${readScript('rehearse-upload.sh')}`,
  },
  'actions/download-artifact': {
    env: { ARTIFACT_NAME: 'name', PATTERN: 'pattern', MERGE: 'merge-multiple', DOWNLOAD_PATH: 'path' },
    defaults: { pattern: '*', path: '.' },
    script: () => readScript('rehearse-download.sh'),
  },
} as const;

/** Writes the stand-ins of the actions that a workflow uses. @returns arguments for act */
export function standIns(uses: readonly string[], directory: string): string[] {
  return distinct(uses).flatMap((use) => {
    const name = use.split('@')[0] as keyof typeof STAND_INS;
    if (!Object.hasOwn(STAND_INS, name)) return [];
    const home = path.join(directory, path.basename(name));
    mkdirSync(home, { recursive: true });
    writeFileSync(path.join(home, 'action.yml'), actionText(name));
    writeFileSync(path.join(home, 'run.sh'), STAND_INS[name].script());
    return ['--local-repository', `${use}=${home}`];
  });
}

/** JSON, which is YAML as well. */
function actionText(name: keyof typeof STAND_INS): string {
  const { env, defaults } = STAND_INS[name];
  const inputs = Object.values(env).map((input) => [input, { default: (defaults as Record<string, string>)[input] ?? '' }]);
  return JSON.stringify({
    name,
    description: `Stands in for ${name}.`,
    inputs: Object.fromEntries(inputs),
    runs: {
      using: 'composite',
      steps: [{
        shell: 'bash',
        env: Object.fromEntries(Object.entries(env).map(([variable, input]) => [variable, `\${{ inputs.${input} }}`])),
        run: 'bash "$GITHUB_ACTION_PATH/run.sh"',
      }],
    },
  });
}
