import { assemble } from './assemble-job';
import { attest } from './attest-job';
import { followUps } from './follow-up-jobs';
import { ownJobsAfter, ownJobsBefore } from './own-jobs';
import { draft, publish } from './release-jobs';
import type { JobKind } from './workflow-file';

/** The jobs behind those that build, in the order in which they stand in the workflow. */
export const PUBLISH_JOBS: readonly JobKind[] = [assemble, attest, draft, ownJobsBefore, publish, ownJobsAfter, followUps];
