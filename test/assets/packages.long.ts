import { describeManagers } from './describe-managers';

describeManagers(['brew', 'choco']);
