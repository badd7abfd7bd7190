/** What systems are called in messages. */
export const SYSTEMS = { linux: 'Linux', macos: 'macOS', windows: 'Windows', other: 'another system' } as const;
