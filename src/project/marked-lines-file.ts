import { rmSync } from 'node:fs';
import * as path from 'node:path';
import { Component, type Project } from 'projen';
import { placeOf, unwritable } from '../outside/checkout';
import { readUtf8 } from '../outside/files';
import { replaceFile } from '../outside/replace-file';
import { withMarkedLines, withoutMarkedLines } from '../text/marked-lines';

/** A block of lines in a file whose other lines are the user's. */
export class MarkedLinesFile extends Component {
  private readonly file: string;

  /** @param lines that are wanted, by the text of the others */
  constructor(project: Project, private readonly name: string, private readonly lines: (others: string) => readonly string[]) {
    super(project, `TagBuildLines#${name}`);
    this.file = path.join(project.outdir, name);
  }

  /** A problem leaves every file as it was. */
  public preSynthesize(): void {
    if (this.isChanged()) {
      const place = placeOf(this.project.outdir, this.name);
      const hindrance = place.hindrance ?? unwritable(place, false);
      if (hindrance) {
        throw new Error(`'${this.name}' ${hindrance.is}: make it a file that may be written, since lines are kept in it.`);
      }
    }
  }

  public synthesize(): void {
    if (this.isChanged()) {
      const after = this.after();
      after === '' ? rmSync(this.file) : replaceFile(this.file, after);
    }
  }

  private isChanged(): boolean {
    return this.after() !== this.before();
  }

  private before(): string {
    return readUtf8(this.file) ?? '';
  }

  private after(): string {
    const before = this.before();
    return withMarkedLines(before, this.lines(withoutMarkedLines(before)));
  }
}
