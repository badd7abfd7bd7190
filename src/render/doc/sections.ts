import { checklist } from './checklist';
import { platforms } from './platforms';
import { publishing } from './publishing';
import { rehearsals } from './rehearsals';
import { repositories } from './repositories';
import { secrets } from './secrets';
import { type Section } from './section';
import { settings } from './settings';
import { trigger } from './trigger';
import { troubleshooting } from './troubleshooting';
import { whatItBuilds } from './what-it-builds';

/** The built-in sections, in their order. */
export const SECTIONS: readonly Section[] = [
  whatItBuilds,
  trigger,
  rehearsals,
  secrets,
  settings,
  repositories,
  platforms,
  publishing,
  checklist,
  troubleshooting,
];
