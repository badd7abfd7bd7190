import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A workflow as people write them by hand. */
export interface Sample {
  readonly name: string;
  readonly text: string;
}

const DIRECTORY = join(__dirname, 'samples');

export const samples: readonly Sample[] = readdirSync(DIRECTORY).sort().map((file) => ({
  name: file.replace(/\.yml$/, ''),
  text: readFileSync(join(DIRECTORY, file), 'utf8'),
}));

export function sampleOf(name: string): string {
  return samples.find((sample) => sample.name === name)!.text;
}

const SOME = [
  'called-matrix', 'conditions', 'deploy-key', 'dotnet-rids', 'electron-builder-matrix', 'env-three-levels',
  'follow-ups', 'go-loop', 'handed-on', 'siblings-app', 'tauri-by-hand', 'tolerant',
];

/** Some of different styles; the long tests try all. */
export const someSamples: readonly Sample[] = SOME.map((name) => ({ name, text: sampleOf(name) }));
