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
