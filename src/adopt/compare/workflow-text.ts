import { isAlias, isMap, isNode, LineCounter, type Node, parseDocument } from 'yaml';

/** What a YAML file holds. */
export type Data = Readonly<Record<string, any>>;

/** Lines of the file, from 1, the last included. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

/** A workflow file as data, with the place of each part of it. */
export class WorkflowText {
  public readonly content: Data;
  private readonly counter = new LineCounter();
  private readonly document;

  constructor(text: string) {
    this.document = parseDocument(text, { lineCounter: this.counter });
    this.content = this.document.toJS() ?? {};
  }

  /** Where a key with all below it stands, or an item of a list. */
  public place(...path: readonly (string | number)[]): Place {
    const node = this.document.getIn(path, true);
    const parent = this.document.getIn(path.slice(0, -1), true);
    const pair = isMap(parent) ? parent.items.find(({ key }) => String(key) === path.at(-1)) : undefined;
    const last = isNode(node) ? node : pair?.key as Node;
    const first = pair ? pair.key as Node : last;
    return first?.range && last?.range
      ? { from: this.line(first.range[0]), to: this.line(Math.max(isAlias(last) ? last.range[0] : last.range[1] - 1, last.range[0])) }
      : { from: 1, to: Infinity };
  }

  private line(offset: number): number {
    return this.counter.linePos(offset).line;
  }
}
