import { releaseMeaning } from './release-target';
import { usedAction } from './used-action';
import type { StepReader } from '../workflow/step-reader';

/** actions/github-script that makes a release, or publishes a draft, and does nothing else with GitHub. */
export const scriptReleases: StepReader = {
  read: (step, leg) => {
    const { script = '' } = step.with;
    const calls = [...script.matchAll(/\b(?:github|octokit)\.(?:rest\.)?(\w+)\.(\w+)/g)].map(([, area, method]) => `${area}.${method}`);
    const isKnown = calls.length > 0 && calls.every((call) => RELEASES.includes(call));
    if (usedAction(step)?.name !== 'actions/github-script' || !isKnown || !calls.some((call) => /(?:create|update)Release$/.test(call))) {
      return undefined;
    }
    const draft = /\bdraft:\s*(true|false)\b/.exec(script)?.[1];
    const prerelease = /\bprerelease:\s*(true|false)\b/.exec(script)?.[1];
    return releaseMeaning(step, leg, {
      draft,
      prerelease,
      files: [],
      generated: /generate_release_notes:\s*true/.exec(script) ? 'true' : undefined,
      ...!calls.includes('repos.createRelease') && { isEdit: true, isPart: true },
      others: [['script', 'the release is made without it; its title and notes are those of the target']],
    });
  },
};

const RELEASES = ['repos.createRelease', 'repos.updateRelease', 'repos.getReleaseByTag', 'repos.getLatestRelease', 'repos.listReleases', 'repos.generateReleaseNotes'];
