import type { MessageId } from '../../publish/titles';

/** Why a message of the publish script appears, and what to do. Whole sentences; code stands between backticks. */
interface Explanation {
  readonly cause: string;
  readonly cure: string;
}

/** Every message of the publish script, in the order in which it tells them apart. */
export const publishMessages: Readonly<Record<MessageId, Explanation>> = {
  'the-script-was-called-wrongly': {
    cause: 'The workflow and the script beside it are not of one version, or the workflow was edited by hand.',
    cure: 'Run `npx projen`, commit what it changes, and push the next tag.',
  },
};
