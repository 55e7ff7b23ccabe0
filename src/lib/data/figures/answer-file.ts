/**
 * The answer to the overview's question, kept in a file between starts: a start shows it without computing anything,
 * where data, question and program are the same as they were.
 */
import type { FilePlace } from '../../backup';
import type { FigureAnswer, FigureQuestion } from '../../domain';
import { KeptFile } from './kept-file';
import type { Stamp } from './ledger';

export interface KeptAnswer {
  readonly stamp: Stamp;
  readonly question: FigureQuestion;
  readonly answer: FigureAnswer;
}

export class AnswerFile {
  readonly #file: KeptFile;
  readonly #program: string;

  /** `program`: tells one build of what computes answers from another. */
  constructor(place: () => Promise<FilePlace>, program: string) {
    this.#file = new KeptFile(place, 'answer', 16 * 2 ** 20);
    this.#program = program;
  }

  /** What a start asks first. */
  static keeps(question: FigureQuestion): boolean {
    return question.ask === 'overview';
  }

  expectReading(): void {
    this.#file.expectReading();
  }

  /** Null where there is none of this state of the data, by this program. */
  async read(stamp: Stamp): Promise<KeptAnswer | null> {
    if (stamp.sealedAt === '') return null;
    const bytes = await this.#file.read();
    if (bytes === null) return null;
    try {
      const { program, ...kept } = JSON.parse(new TextDecoder().decode(bytes)) as KeptAnswer & { program: string };
      return program === this.#program && JSON.stringify(kept.stamp) === JSON.stringify(stamp) ? kept : null;
    } catch {
      return null;
    }
  }

  async write({ stamp, question, answer }: KeptAnswer): Promise<void> {
    if (stamp.sealedAt === '') return;
    let writable = true;
    const text = JSON.stringify({ program: this.#program, stamp, question, answer }, (_key, value: unknown) => {
      // JSON would make nothing of it, and the answer another one.
      if (typeof value === 'number' && !Number.isFinite(value)) writable = false;
      return value;
    });
    if (writable) await this.#file.write(new TextEncoder().encode(text));
  }

  remove(): Promise<void> {
    return this.#file.remove();
  }
}
