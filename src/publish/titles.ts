/**
 * What each message of the publish script is called by: its title in the log, and the heading in the
 * setup doc that it links to. Letters, digits, spaces and hyphens only, for an anchor has no others.
 * src/render/doc/publish-messages.ts explains each; one that it forgets does not compile.
 */
export const TITLES = {
  'the-script-was-called-wrongly': 'The publish script was called wrongly',
} as const;

export type MessageId = keyof typeof TITLES;
