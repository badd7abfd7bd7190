import { leftOut, nameOf } from './report-lines';
import { isAskedFor, usedAction } from './used-action';
import type { StepReader } from '../workflow/step-reader';

export const WHY_NO_CACHE = 'nothing is cached: a tag build must not run what another run left behind';

/** They do nothing but keep files between runs. */
const CACHES = [
  'actions/cache', 'actions/cache/restore', 'actions/cache/save', 'swatinem/rust-cache', 'buildjet/cache', 'tespkg/actions-cache',
];

/** A step that another one asks whether it found something is kept: without it that one would do less. */
export const caches: StepReader = {
  read: (step, leg) => CACHES.includes(usedAction(step)?.name ?? '') && !isAskedFor(step, leg) ? { report: [leftOut(step, nameOf(step), WHY_NO_CACHE)] } : undefined,
};
