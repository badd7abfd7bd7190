import { ALL, combine, PAIRS, refuse } from './combinations';

combine(ALL);
refuse(ALL);

describe('rehearsed and watched over', () => combine(PAIRS, { rehearse: { pullRequests: true, watch: 'weekly' } }));
