/** Takes one thing back. @returns what it could not take back, a sentence; '' where all of it is */
export type Undo = () => Promise<string>;

/** What was done, so that it can be taken back: all of it is noted before it is begun. */
export class Journal {
  private readonly undos: Undo[] = [];

  public note(undo: Undo): void {
    this.undos.push(undo);
  }

  /** From now on it stays. */
  public close(): void {
    this.undos.length = 0;
  }

  /** The last first. @returns a sentence for each thing that is left */
  public async takeBack(): Promise<string[]> {
    const left: string[] = [];
    for (const undo of this.undos.splice(0).reverse()) {
      left.push(await undo().catch((error: Error) => sentenceOf(error)));
    }
    return left.filter(Boolean);
  }
}

function sentenceOf({ message }: Error): string {
  return `Something could not be taken back: ${message}.`;
}
