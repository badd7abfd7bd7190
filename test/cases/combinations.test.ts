import { combine, PAIRS, refuse } from './combinations';

combine(PAIRS);
refuse(PAIRS.filter(({ version }) => version === 'stamped'));
