import { withoutColours } from '../../text/printable';

/** A line of act's log, as far as it is read here. */
interface Line {
  readonly msg?: string;
  readonly job?: string;
  readonly level?: string;
  readonly step?: string;
  readonly stage?: string;
  readonly stepID?: readonly string[];
  readonly raw_output?: boolean;
  /** A workflow command, and what it says. */
  readonly command?: string;
  readonly arg?: string;
  readonly stepResult?: string;
  readonly executionTime?: number;
}

export interface StepResult {
  readonly step: string;
  readonly seconds: number;
  readonly result: string;
}

/** Makes of act's log what a person reads, and keeps how each step ended. */
export class Log {
  public readonly steps: StepResult[] = [];

  public constructor(private readonly print: (text: string) => void) {}

  public add(text: string): void {
    const line = parsed(text);
    // act makes the names of jobs equally long
    const name = `${(line.job ?? '').replace(/^.*\//, '').trimEnd()}: ${line.step}`;
    if (line.stage === 'Main' && line.stepID?.length === 1) {
      if (line.stepResult) {
        this.steps.push({ step: name, seconds: (line.executionTime ?? 0) / 1e9, result: line.stepResult });
      } else if (line.msg?.startsWith('⭐')) {
        this.print(`\n== ${name}\n`);
      }
    }
    const said = saidBy(line);
    if (said !== undefined) this.print(`${withoutColours(said).trimEnd()}\n`);
  }
}

/** What a step printed, what it reported, and what act itself complains of. */
function saidBy({ raw_output, command = '', arg, level, msg = '' }: Line): string | undefined {
  if (['error', 'warning', 'notice'].includes(command)) return `${command}: ${arg}`;
  return raw_output || level === 'error' ? msg : undefined;
}

function parsed(text: string): Line {
  try {
    return JSON.parse(text) as Line;
  } catch {
    return { msg: text, level: 'error' };
  }
}
