import type { ReportLine } from './step-reader';
import { distinct } from '../../text/words';

/** So many ways in which legs differ are shown. */
const MOST = 3;

/** Collects what becomes of the original; legs that say the same say it once. */
export class Report {
  private readonly found = new Map<string, ReportLine & { readonly said: readonly string[] }>();

  public understood(line: number, what: string, became: string): void {
    this.add({ fate: 'understood', line, what, became });
  }

  public passedThrough(line: number, what: string, became: string): void {
    this.add({ fate: 'passed-through', line, what, became });
  }

  public leftOut(line: number, what: string, became: string): void {
    this.add({ fate: 'left-out', line, what, became });
  }

  public differs(line: number, what: string, how: string): void {
    this.add({ fate: 'differs', line, what, became: how });
  }

  public add(line: ReportLine): void {
    const key = JSON.stringify([line.fate, line.line, line.what]);
    const said = distinct([...this.found.get(key)?.said ?? [], line.became]);
    this.found.set(key, { ...line, said });
  }

  /** In the order of the original. */
  public lines(): ReportLine[] {
    return [...this.found.values()]
      .map(({ said, ...line }) => ({ ...line, became: said.length > MOST ? `${said.slice(0, MOST).join('; ')} and ${said.length - MOST} more` : said.join('; ') }))
      .sort((one, other) => one.line - other.line);
  }
}
