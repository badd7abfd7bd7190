/** What is open around a command: a branch or a loop, braces, parentheses, or the rest of a line behind a test. */
interface Part {
  readonly kind: string;
  readonly here: string | undefined;
  /** Whether a branch of it has left the directory. */
  moved: boolean;
}

const OPENS: Readonly<Record<string, string>> = { 'if': 'if', 'case': 'case', 'for': 'do', 'while': 'do', 'until': 'do', 'select': 'do', '{': '{' };
const CLOSES: Readonly<Record<string, string>> = { 'fi': 'if', 'esac': 'case', 'done': 'do', '}': '{' };

const TESTS = /^(?:test|\[\[?)$/;

/** Where the next command of a script runs; undefined where nobody can tell without running it. */
export class ShellPlace {
  private readonly open: Part[] = [];

  public constructor(public here: string | undefined) {}

  /** Whether the script comes to the next command whatever it finds. */
  public get isCertain(): boolean {
    return this.open.every(({ kind }) => kind === '(');
  }

  /** @param end what stands behind the word, if it is the command's last one */
  public keyword(word: string, end = ''): void {
    // PowerShell has parentheses and then braces, and nothing that ends it
    if (Object.hasOwn(OPENS, word) && end !== '(') {
      this.begin(OPENS[word]);
    } else if (Object.hasOwn(CLOSES, word)) {
      this.close(CLOSES[word]);
    } else if (word === 'else' || word === 'elif') {
      this.branch('if');
    }
  }

  /** What stands behind a command. */
  public end(program: string, end: string): void {
    if (end === '&&' || end === '||') {
      if (TESTS.test(program)) this.begin('line');
    } else if (program || end !== '\n') {
      this.close('line');
    }
    if (end === '(') {
      this.begin(end);
    } else if (end === ')') {
      this.branch('case');
      this.close('(');
    }
  }

  private begin(kind: string): void {
    this.open.push({ kind, here: this.here, moved: false });
  }

  private branch(kind: string): void {
    const around = this.open.at(-1);
    if (around?.kind === kind) {
      around.moved ||= this.here !== around.here;
      this.here = around.here;
    }
  }

  private close(kind: string): void {
    const around = this.open.at(-1);
    if (around?.kind !== kind) {
      return;
    }
    this.open.pop();
    // what leaves the directory in parentheses leaves it in them alone
    this.here = kind === '(' || !around.moved && this.here === around.here ? around.here : undefined;
  }
}
