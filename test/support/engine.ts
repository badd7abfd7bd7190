import { validatorBundle } from './bundle-validator';
import type { Engine } from '../../src/github/workflow-engine';

/** GitHub's parser and expression engine, as the command has them bundled. */
// eslint-disable-next-line @typescript-eslint/no-require-imports -- the path is only known at run time
export const engine: Engine = require(validatorBundle());
