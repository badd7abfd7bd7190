import { releaseMeaning } from './release-target';
import { leftOut, understood } from './report-lines';
import { isWorkflowToken, secretIn, usedAction } from './used-action';
import { shellWord } from '../../text/shell';
import type { StepReader } from '../workflow/step-reader';
import type { StepSource } from '../workflow/workflow-source';

const READ = ['distribution', 'version', 'args', 'workdir', 'install-only'];
/** What GoReleaser makes where its configuration says nothing. */
const MADE = ['dist/*.tar.gz'];

/** goreleaser/goreleaser-action: GoReleaser builds and archives, and publishes nothing. */
export const goreleaser: StepReader = {
  read: (step, leg) => {
    const { args = '', workdir = '.', distribution = 'goreleaser' } = step.with;
    const program = programOf(step);
    const isKnown = usedAction(step)?.name === 'goreleaser/goreleaser-action' && step.with['install-only'] !== 'true' && distribution === 'goreleaser' && /^release(?:\s+[\w=./,-]+)*$/.test(args.trim());
    if (!isKnown || program === undefined || workdir !== '.' || !Object.values(step.env).every(isKnownValue)) {
      return undefined;
    }
    const command = `${program} ${args.trim().replace(/\s--rm-dist\b/, ' --clean')}${/--skip[-=]\S*publish/.test(args) ? '' : ' --skip=publish'}`;
    const others = Object.entries(step.env).filter(([, value]) => !isWorkflowToken(value));
    const secrets = others.flatMap(([variable, value]) => secretIn(value) === undefined ? [] : [[secretIn(value)!, variable]]);
    const release = releaseMeaning(step, leg, { token: step.env.GITHUB_TOKEN, files: MADE });
    return {
      build: [command],
      artifacts: MADE,
      publish: release.publish,
      ...secrets.length && { secrets: Object.fromEntries(secrets) },
      ...others.length > secrets.length && { env: Object.fromEntries(others.filter(([, value]) => secretIn(value) === undefined)) },
      report: [
        understood(step, `run: ${command}`),
        understood(step, `artifacts: ${MADE.join(', ')}, unless .goreleaser.yaml says otherwise`, 'what GoReleaser makes'),
        ...release.report,
        leftOut(step, 'what else .goreleaser.yaml publishes', 'Homebrew, Scoop, Docker and announcements are for PublishTarget.steps'),
        ...Object.keys(step.with).filter((input) => !READ.includes(input)).map((input) => leftOut(step, `${input}: ${step.with[input]}`, 'there is no option for it')),
      ],
    };
  },
};

function isKnownValue(value: string): boolean {
  return !value.includes('${{') || isWorkflowToken(value) || secretIn(value) !== undefined;
}

/** By Go itself, which the job has: the action downloads another build of the same. */
function programOf({ with: { version = 'latest' } }: StepSource): string | undefined {
  const [, exact] = /^v?((\d+)\.\d+\.\d+)$/.exec(version.trim()) ?? [];
  const [, range] = /^~>\s*v?(\d+)(?:\.\d+)*$/.exec(version.trim()) ?? [];
  const major = (exact ?? range ?? '2').split('.')[0];
  const isKnown = exact !== undefined || range !== undefined || version.trim() === 'latest';
  return isKnown ? `go run ${shellWord(`github.com/goreleaser/goreleaser${Number(major) > 1 ? `/v${major}` : ''}@${exact ? `v${exact}` : 'latest'}`)}` : undefined;
}
