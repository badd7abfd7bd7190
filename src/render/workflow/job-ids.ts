/** The job that all others need, and the step in it that says what they are to do. */
export const GUARD = 'guard';

/** The job that makes of all artifacts the one set that becomes public. */
export const ASSEMBLE = 'assemble';

/** The job that signs where the files come from. */
export const ATTEST = 'attest';

/** The job that makes the drafts, where own jobs run before they become public. */
export const DRAFT = 'draft';

/** The job that makes the releases public. */
export const PUBLISH = 'publish';

/** Ids of the jobs that this package writes beside those that build, and of those that it keeps for itself. */
export const RESERVED_JOB_IDS = [GUARD, ASSEMBLE, DRAFT, PUBLISH, ATTEST, 'npm', 'follow-up'];
