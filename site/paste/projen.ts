import { CheckoutSubmodules } from 'projen/lib/github/workflow-steps';
import * as workflows from 'projen/lib/github/workflows-model';

/** What a declaration names of projen. The rest of it writes files, and the page writes none. */
export const github = { CheckoutSubmodules, workflows };
