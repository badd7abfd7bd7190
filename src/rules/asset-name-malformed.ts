import { complain, type DeclarationRule } from './rule';
import type { Complaint } from '../github/complaint';

/** What no placeholder stands for, and GitHub leaves as it is. */
const ACCEPTED = /^[0-9A-Za-z._+@-]*$/;

export const assetNameMalformed: DeclarationRule = {
  id: 'asset-name-malformed',
  level: 'error',
  about: 'declaration',
  cause: 'The name for the files of a release has a character that GitHub replaces, a slash, or nothing but what it would cut off.',
  cure: 'Use letters without accents, digits and `.`, `_`, `+`, `@`, `-` around the placeholders, and begin with none of the dots and hyphens.',
  check: ({ release: { assetName } }) => {
    const complaint = assetName === '' ? undefined : nameComplaint(assetName);
    return complaint ? [complain('release.assetName', assetName, complaint)] : [];
  },
};

function nameComplaint(assetName: string): Complaint | undefined {
  const written = assetName.replace(/\{[a-z]+\}/g, '');
  if (!ACCEPTED.test(written)) {
    return {
      why: "has other characters than letters, digits, '.', '_', '+', '@' and '-' around its placeholders, and GitHub would replace them",
      hint: "Write for instance '{name}-{platform}{ext}'.",
    };
  }
  return /^(?:[.-]|\{ext\})/.test(assetName)
    ? { why: 'begins with a dot or a hyphen, which GitHub or a command takes for something else', hint: "Begin with '{name}'." }
    : undefined;
}
