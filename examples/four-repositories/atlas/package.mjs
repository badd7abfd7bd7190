// Puts the app and what it takes from the repositories beside it into one archive in dist/.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync } from 'node:fs';

const name = `atlas-${process.platform}-${process.arch}`;
const parts = {
  'package.json': 'package.json',
  'src': 'src',
  '../atlas-engine/src': 'engine',
  '../atlas-data/cities.json': 'data/cities.json',
  '../atlas-theme/theme.json': 'data/theme.json',
};

mkdirSync(`build/${name}`, { recursive: true });
for (const [from, to] of Object.entries(parts)) { cpSync(from, `build/${name}/${to}`, { recursive: true }); }
mkdirSync('dist', { recursive: true });
execFileSync('tar', ['-czf', `dist/${name}.tar.gz`, '-C', 'build', name]);
