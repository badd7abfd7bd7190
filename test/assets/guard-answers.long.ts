import { spawnSync } from 'node:child_process';
import { describeMessages } from './describe-messages';

/** The awks of macOS, of small images and of the great families; those that this machine has. */
const AWKS = ['mawk', 'gawk --posix', 'original-awk', 'busybox awk'].filter((awk) => spawnSync('sh', ['-c', `${awk} 'BEGIN { exit }'`]).status === 0);

describe.each(AWKS)('%s', describeMessages);
