import { globToRegExp } from './glob.mjs';

const KEYS = { tool: true, rule: true, file: false, match: false, reason: true };

/**
 * Holds findings against the list of exceptions.
 *
 * A finding is `{ tool, rule, file, line, text }`, an exception `{ tool, rule, file?, match?, reason }`:
 * `file` is a pattern of paths, `match` a part of the finding's text. Returns what is wrong, a line
 * each: findings without an exception, and exceptions that are malformed or hit nothing.
 */
export function judge(findings, exceptions) {
  const malformed = exceptions.flatMap(complaints);
  if (malformed.length > 0) { return malformed; }
  const open = findings.filter(finding => !exceptions.some(exception => hits(exception, finding)));
  const stale = exceptions.filter(exception => !findings.some(finding => hits(exception, finding)));
  return [
    ...open.map(({ file, line, tool, rule, text }) => `${file}:${line}: ${tool} ${rule}: ${text}`),
    ...stale.map(exception => `stale exception, it hits nothing: ${JSON.stringify(exception)}`),
  ];
}

function hits(exception, finding) {
  return exception.tool === finding.tool
    && exception.rule === finding.rule
    && (exception.file === undefined || globToRegExp(exception.file).test(finding.file))
    && (exception.match === undefined || finding.text.includes(exception.match));
}

function complaints(exception) {
  const missing = Object.keys(KEYS).filter(key => KEYS[key] && !exception[key]);
  const unknown = Object.keys(exception).filter(key => !(key in KEYS));
  const unusable = Object.keys(KEYS).filter(key => exception[key] !== undefined && typeof exception[key] !== 'string');
  return [
    ...missing.map(key => `exception without '${key}': ${JSON.stringify(exception)}`),
    ...unknown.map(key => `exception with an unknown key '${key}', allowed are ${Object.keys(KEYS).join(', ')}: ${JSON.stringify(exception)}`),
    ...unusable.map(key => `exception whose '${key}' is no string: ${JSON.stringify(exception)}`),
  ];
}
