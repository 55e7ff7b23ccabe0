/** The ledger of a worker, kept between jobs and reused while the data is as it was. */
import type { FilePlace } from '../../backup';
import type { FigureAnswer, FigureQuestion } from '../../domain';
import type { History, MigrationEnvironment } from '../../migration';
import type { Standing } from '../../protocol';
import { StaleStandingError } from '../dataset';
import { KeptOpen } from '../kept-open';
import { answerFigures } from './answer';
import { AnswerFile, type KeptAnswer } from './answer-file';
import { differencesOf } from './differences';
import { followLedger } from './follow-ledger';
import type { Ledger, Stamp } from './ledger';
import { LedgerFile } from './ledger-file';
import { changesBetween } from './noted-changes';
import { openRows, readLedger, type StoredRows } from './read-ledger';

export interface KeeperPorts {
  readonly history: History;
  readonly environment: MigrationEnvironment;
  /** Where the ledger is kept between starts; nowhere without it. */
  readonly figures?: () => Promise<FilePlace>;
}

/** Milliseconds without a question after which the ledger is written to its file. */
const idle = 3_000;

export class LedgerKeeper {
  readonly #ports: KeeperPorts;
  readonly #rows: KeptOpen<StoredRows>;
  readonly #file: LedgerFile | null;
  readonly #answers: AnswerFile | null;
  /** To be written to its file. */
  #answered: KeptAnswer | null = null;
  #ledger: Ledger | null = null;
  /** The state of the data that the file is of. */
  #filed: Stamp | null = null;
  #saving: ReturnType<typeof setTimeout> | undefined;
  /** One reading at a time: whoever asks meanwhile gets what it read. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(ports: KeeperPorts) {
    this.#ports = ports;
    this.#rows = new KeptOpen((standing) => openRows(ports.history, ports.environment, standing));
    this.#file = ports.figures === undefined ? null : new LedgerFile(ports.figures);
    // The name of this module's file in a build changes with everything that it computes with.
    this.#answers = ports.figures === undefined ? null : new AnswerFile(ports.figures, import.meta.url);
  }

  /**
   * The data as it is now. The caller holds the database lock, shared.
   * @throws StaleStandingError when the data is not at `standing`.
   */
  ledger(standing: Standing): Promise<Ledger> {
    return this.#reading(standing, async (rows, stamp) => {
      const ledger = await this.#present(rows, stamp);
      this.#saveWhenIdle(ledger);
      return (this.#ledger = ledger);
    });
  }

  /** The first question is about to come: what was kept for it is read meanwhile. */
  expectQuestion(): void {
    if (this.#ledger !== null) return;
    this.#answers?.expectReading();
    this.#file?.expectReading();
  }

  /**
   * The answer to a question about the data as it is now. The caller holds the database lock, shared.
   * @throws StaleStandingError when the data is not at `standing`; the reason of the signal.
   */
  answer(question: FigureQuestion, standing: Standing, signal?: AbortSignal): Promise<FigureAnswer> {
    return this.#reading(standing, async (rows, stamp) => {
      if (this.#ledger === null && AnswerFile.keeps(question)) {
        const kept = await this.#answers?.read(stamp);
        if (kept && isSameQuestion(kept.question, question)) return kept.answer;
      }
      const ledger = (this.#ledger = await this.#present(rows, stamp));
      // What is no longer asked for is not computed; the ledger stays for the next question.
      signal?.throwIfAborted();
      const answer = answerFigures(ledger, question);
      if (this.#answers && AnswerFile.keeps(question)) this.#answered = { stamp: ledger.stamp, question, answer };
      this.#saveWhenIdle(ledger);
      return answer;
    });
  }

  /** Writes the ledger, and the answer that a start asks for, to their files, where those are of another state. */
  save(): Promise<void> {
    return this.#inTurn(async () => {
      const answered = this.#answered;
      this.#answered = null;
      if (answered !== null) await this.#answers?.write(answered);
      const ledger = this.#ledger;
      if (ledger === null || this.#file === null || this.#isFiled(ledger)) return;
      await this.#file.write(ledger);
      this.#filed = ledger.stamp;
    });
  }

  /**
   * Compares the kept ledgers, in memory and in the file, with the rows; what differs is forgotten. Null where none is
   * kept of the present state of the data.
   * @returns what differs, in words.
   */
  check(standing: Standing): Promise<readonly string[] | null> {
    return this.#reading(standing, async (rows, stamp) => {
      const inMemory = this.#ledger !== null && isSame(this.#ledger.stamp, stamp) ? this.#ledger : null;
      const kept = [inMemory, (await this.#file?.read(stamp)) ?? null].filter((ledger) => ledger !== null);
      const answered = (await this.#answers?.read(stamp)) ?? null;
      if (kept.length === 0 && answered === null) return null;
      const built = await readLedger(rows, stamp);
      const differences = kept.flatMap((ledger) => differencesOf(ledger, built));
      if (answered !== null && !isSameAnswer(answered.answer, answerFigures(built, answered.question)))
        differences.push('the overview as it was last shown');
      if (differences.length > 0) {
        this.#ledger = built;
        this.#filed = null;
        this.#answered = null;
        await this.#file?.remove();
        await this.#answers?.remove();
      }
      return differences;
    });
  }

  /** Closes what it keeps open. Resolves once nothing reads it. */
  release(): Promise<void> {
    return this.#rows.release();
  }

  #reading<T>(standing: Standing, work: (rows: StoredRows, stamp: Stamp) => Promise<T>): Promise<T> {
    return this.#inTurn(() =>
      this.#rows.use(standing, async (rows) => {
        const stamp = await rows.stamp();
        if (stamp.epoch !== standing.epoch) throw new StaleStandingError();
        return work(rows, stamp);
      })
    );
  }

  async #present(rows: StoredRows, stamp: Stamp): Promise<Ledger> {
    const known = this.#ledger;
    if (known !== null && isSame(known.stamp, stamp)) return known;
    const followed = known === null ? null : await this.#followed(known, rows, stamp);
    if (followed !== null) return followed;
    const filed = known === null ? await this.#file?.read(stamp) : null;
    if (filed) {
      this.#filed = filed.stamp;
      return filed;
    }
    return readLedger(rows, stamp);
  }

  /** The known ledger brought up to date; null where not all that changed is known. */
  async #followed(known: Ledger, rows: StoredRows, stamp: Stamp): Promise<Ledger | null> {
    if (!isSame({ ...known.stamp, sequence: stamp.sequence }, stamp)) return null;
    const changes = changesBetween(this.#ports.environment, known.stamp.sequence, stamp.sequence);
    if (changes === null) return null;
    const ledger = await followLedger(known, rows, stamp, changes);
    // What another window wrote while these rows were read may be half in them.
    return (await rows.stamp()).sequence === stamp.sequence ? ledger : null;
  }

  #saveWhenIdle(ledger: Ledger): void {
    if (this.#file === null || (this.#isFiled(ledger) && this.#answered === null)) return;
    clearTimeout(this.#saving);
    this.#saving = setTimeout(() => void this.save(), idle);
  }

  #isFiled(ledger: Ledger): boolean {
    return this.#filed !== null && isSame(this.#filed, ledger.stamp);
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(work);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }
}

/** Questions and answers are plain data, with their fields in the order in which the program writes them. */
const isSameQuestion = (a: FigureQuestion, b: FigureQuestion): boolean => JSON.stringify(a) === JSON.stringify(b);
const isSameAnswer = (a: FigureAnswer, b: FigureAnswer): boolean => JSON.stringify(a) === JSON.stringify(b);

export function isSame(a: Stamp, b: Stamp): boolean {
  return (
    a.database === b.database &&
    a.version === b.version &&
    a.epoch === b.epoch &&
    a.sequence === b.sequence &&
    a.sealedAt === b.sealedAt
  );
}
