/** Compares the file names on stdin with the list of patterns in the file that is the only argument. */
import { readFileSync } from 'node:fs';
import { globToRegExp } from './glob.mjs';

const patterns = linesOf(readFileSync(process.argv[2], 'utf8')).filter(line => !line.startsWith('#')).map(text => ({ text, regExp: globToRegExp(text) }));
const files = linesOf(readFileSync(0, 'utf8'));
const problems = [
  ...files.filter(file => !patterns.some(({ regExp }) => regExp.test(file))).map(file => `${file}: does not belong into the package`),
  ...patterns.filter(({ regExp }) => !files.some(file => regExp.test(file))).map(({ text }) => `${text}: the package has no such file`),
];

problems.forEach(problem => console.log(problem));
process.exitCode = problems.length > 0 ? 1 : 0;

function linesOf(text) {
  return text.split('\n').map(line => line.trim()).filter(Boolean);
}
