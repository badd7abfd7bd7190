/** Answers by the ids of their questions, which are flags of a command. */
export type Answers = Readonly<Record<string, string>>;

export interface Question {
  readonly id: string;
  readonly text: string;
  /** Undefined where anything may be answered. */
  readonly choices?: readonly string[];
  readonly default: string;
}

/** Every question that a survey may have. */
export const QUESTION_IDS = [
  'working-directory', 'app', 'id', 'tags', 'platforms', 'build', 'artifacts', 'publish', 'siblings-owner', 'siblings-credential',
] as const;

/** A question with what a wrong answer is told. */
interface Asked extends Question {
  readonly id: (typeof QUESTION_IDS)[number];
  /** Whether it is worth asking; a flag is heard in any case. */
  readonly isOpen?: boolean;
  /** What keeps an answer from being one, the end of a sentence; undefined where nothing does. */
  complaint?(answer: string): string | undefined;
}

/** The same where several may be answered. */
interface AskedList extends Pick<Asked, 'id' | 'text' | 'isOpen'> {
  readonly default: readonly string[];
  complaint(answers: readonly string[]): string | undefined;
}

/** What is asked on the way, and what was answered before. */
export class Questions {
  public readonly asked: Question[] = [];
  public readonly problems: string[] = [];

  public constructor(private readonly answers: Answers) {}

  /** The answer, or the default in the place of none and of a wrong one. */
  public ask({ isOpen = true, complaint, ...question }: Asked): string {
    const { id, choices } = question;
    if (isOpen) {
      this.asked.push(question);
    }
    const answer = Object.hasOwn(this.answers, id) ? this.answers[id].trim() : question.default;
    const why = choices && !choices.includes(answer) ? `is none of these: ${choices.join(', ')}` : complaint?.(answer);
    if (why === undefined || answer === question.default) {
      return answer;
    }
    this.problems.push(`the answer '${answer}' to --${id} ${why}.`);
    return question.default;
  }

  /** The same with commas between several. */
  public askList({ complaint, ...question }: AskedList): string[] {
    const items = (answer: string) => answer.split(/,(?![^{}]*\})/).map((one) => one.trim()).filter(Boolean);
    const proposed = question.default.join(',');
    const answer = this.ask({
      ...question,
      default: proposed,
      complaint: (said) => items(said).length === 0 ? 'is empty' : complaint(items(said)),
    });
    return answer === proposed ? [...question.default] : items(answer);
  }
}
