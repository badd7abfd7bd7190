import { leftOut, understood } from './report-lines';
import { usedAction } from './used-action';
import { shellWord } from '../../text/shell';
import type { LegSource, StepReader } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

const KNOWN = ['github_token', 'mac_certs', 'mac_certs_password', 'windows_certs', 'windows_certs_password', 'release', 'args', 'build_script_name', 'skip_build', 'skip_install', 'package_root', 'app_root', 'max_attempts', 'use_vue_cli'];

/** samuelmeuli/action-electron-builder runs commands that stand in no workflow: here they do. */
export const actionElectronBuilder: StepReader = {
  read: (step, leg) => {
    const script = asScript(step);
    return script === step ? undefined : {
      rest: { ...script, run: script.run!.replace('$PLATFORM', PLATFORMS[leg.system]) },
      report: [
        understood(step, 'the commands that it runs'),
        ...Object.entries(step.with).filter(([input]) => !KNOWN.includes(input)).map(([input, value]) => leftOut(step, `${input}: ${value}`, 'what it does is not known')),
      ],
    };
  },
};

const PLATFORMS: Readonly<Record<LegSource['system'], string>> = { linux: '--linux', macos: '--mac', windows: '--windows', unknown: '' };

/** The step as a script with the variables that electron-builder reads; any other as it is. */
export function asScript(step: StepSource): StepSource {
  const { name } = usedAction(step) ?? {};
  const { args = '', build_script_name: script = 'build', package_root: root = '.', ...inputs } = step.with;
  if (!/^(?:samuelmeuli|coparse-inc|paneron)\/action-electron-builder$/.test(name ?? '') || `${args}${script}${root}`.includes('${{')) {
    return step;
  }
  const env = {
    ...step.env,
    CSC_LINK: inputs.mac_certs,
    CSC_KEY_PASSWORD: inputs.mac_certs_password,
    WIN_CSC_LINK: inputs.windows_certs,
    WIN_CSC_KEY_PASSWORD: inputs.windows_certs_password,
    GH_TOKEN: inputs.github_token,
  };
  return {
    ...step,
    uses: undefined,
    with: {},
    env: Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)),
    shell: 'bash',
    workingDirectory: root === '.' ? undefined : root,
    run: [
      ...inputs.skip_install === 'true' ? [] : ['npm install'],
      ...inputs.skip_build === 'true' ? [] : [`npm run ${shellWord(script)} --if-present`],
      `npx --no-install electron-builder $PLATFORM ${args}${inputs.release && inputs.release !== 'false' ? ' --publish always' : ' --publish never'}`.replaceAll(/ +/g, ' '),
    ].join('\n'),
  };
}
