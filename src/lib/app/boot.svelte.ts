/**
 * The boot gate. This window touches the data only while it holds `ww:db` shared; it lets go when another window
 * prepares a migration and when the page is put aside, and passes the gate anew afterwards.
 */
import type { MigrationHistoryEntry } from '../migration';
import type { Standing, WindowMessage } from '../protocol';
import { askToKeep } from './ask-to-keep';
import { broken, busy, checking, migrating, screenOf } from './boot-screens';
import type { Boot, BootState, SampleRequest, UpgradePlan, VersionNews } from './contract';
import { DatabaseHold } from './database-hold';
import { failureOf } from './failure';
import { OtherWindows } from './other-windows';
import type { Surroundings } from './surroundings';
import type { Finding } from './verb-results';
import type { WorkerClient } from './worker-client';

/** Milliseconds after which a wait is shown for what it is. */
const patience = 1_500;
/** Milliseconds between two looks at whether a migration still runs. */
const lookAgain = 500;
/** Milliseconds that work begun may take to finish when another window wants to migrate. */
const finishing = 3_000;

export class BootGate implements Boot {
  readonly #surroundings: Surroundings;
  readonly #client: WorkerClient;
  readonly #hold: DatabaseHold;
  readonly #others: OtherWindows;
  readonly #onReady: (() => void)[] = [];
  readonly #onSettled: (() => void)[] = [];
  readonly #onOwnChange: (() => void)[] = [];

  #state = $state.raw<BootState>(checking);
  #news = $state.raw<readonly VersionNews[]>([]);
  #plan = $state.raw<UpgradePlan | null>(null);
  #standing: Standing | null = null;
  #interruption: MigrationHistoryEntry | null = null;
  /** The present passage through the gate; a new one ends it. */
  #passage = new AbortController();
  #started = false;
  #expectsFigures = false;
  #away = false;
  /** This window's own worker has the data to itself. */
  #handedOver = false;

  constructor(surroundings: Surroundings, client: WorkerClient) {
    this.#surroundings = surroundings;
    this.#client = client;
    this.#hold = new DatabaseHold(surroundings.locks);
    this.#others = new OtherWindows(surroundings);
  }

  get state(): BootState {
    return this.#state;
  }

  /** Whether there was a portfolio when the app was last open: then what shows it is worth loading before one is found. */
  get expectsData(): boolean {
    return this.#surroundings.choices.get('opened') === 'yes';
  }

  /** What each data version changes, once the gate was passed for the first time. */
  get news(): readonly VersionNews[] {
    return this.#news;
  }

  /** From the present to the newest version; null when there is nothing to do. */
  get plan(): UpgradePlan | null {
    return this.#plan;
  }

  /** Where the data stands, while this window may work on it. */
  get standing(): Standing | null {
    return this.#hold.isHeld ? this.#standing : null;
  }

  /** Calls back whenever the data may be read, and may have changed since. */
  onReady(listener: () => void): void {
    this.#onReady.push(listener);
  }

  /** Calls back whenever the gate has come to a screen, whichever it is. */
  onSettled(listener: () => void): void {
    this.#onSettled.push(listener);
  }

  /** Resolves once the data may be worked on. */
  async opened(): Promise<void> {
    if (this.standing === null) await new Promise<void>((resolve) => this.onReady(resolve));
  }

  async start(showsFigures = false): Promise<void> {
    if (this.#started) return;
    this.#started = true;
    this.#expectsFigures = showsFigures && this.expectsData;
    this.#others.listen((message) => this.#hear(message));
    this.#surroundings.onLifecycle({ leave: () => this.#leave(), comeBack: () => void this.#comeBack() });
    await this.#pass();
  }

  async startEmpty(baseCurrency: string, homeCountry: string): Promise<void> {
    await this.#create(() => this.#client.run({ verb: 'createEmpty', baseCurrency, homeCountry }));
  }

  async startWithSample(
    request: SampleRequest,
    onProgress: (fraction: number, message: string) => void
  ): Promise<void> {
    await this.#create(() => this.#client.run({ verb: 'createSample', ...request }, { onProgress }));
    void askToKeep(this.#surroundings);
  }

  decline(): void {
    const state = this.#state;
    if (state.kind !== 'ready' && state.kind !== 'interrupted') return;
    this.#surroundings.choices.set('declined', state.status.latestVersion);
    this.#forgetInterruption();
    this.#state = { kind: 'ready', status: state.status, offer: false };
  }

  /** Whoever chose an older version is not asked to leave it, until the upgrade page is opened. */
  rememberDeclined(): void {
    const latest = this.#news.at(-1)?.version;
    if (latest !== undefined) this.#surroundings.choices.set('declined', latest);
  }

  /** Lets go of the data, so that this window's own worker can have it to itself. Call {@link regate} afterwards. */
  async handOver(): Promise<void> {
    this.#handedOver = true;
    await this.#letGo();
    this.#forgetInterruption();
  }

  /** Passes the gate anew; the present screen stays until the outcome is known or the wait grows long. */
  async regate(): Promise<void> {
    this.#handedOver = false;
    if (!this.#away) await this.#pass();
  }

  /** Calls back whenever this window itself has changed data, at the same version. */
  onOwnChange(listener: () => void): void {
    this.#onOwnChange.push(listener);
  }

  /** Tells the other windows, and whoever listens in this one, that data was changed, at the same version. */
  tellChanged(): void {
    this.#others.tell({ type: 'changed' });
    for (const listener of this.#onOwnChange) listener();
  }

  async #pass(): Promise<void> {
    this.#passage.abort();
    const passage = new AbortController();
    this.#passage = passage;
    try {
      await this.#waitForMigration(passage.signal);
      await this.#takeHold(passage.signal);
      const { finding, news } = await this.#client.run({ verb: 'inspect', expectsFigures: this.#expectsFigures });
      if (passage.signal.aborted) return;
      this.#news = news;
      await this.#settleAt(finding);
    } catch (error) {
      if (passage.signal.aborted) return;
      await this.#hold.release();
      this.#state = broken(failureOf(error));
    }
    for (const listener of this.#onSettled) listener();
  }

  async #waitForMigration(signal: AbortSignal): Promise<void> {
    while (await this.#hold.isMigrating()) {
      signal.throwIfAborted();
      await this.#hold.release();
      if (!(this.#state.kind === 'waiting' && this.#state.reason === 'migrating')) this.#state = migrating(null, '');
      await pause(lookAgain, signal);
    }
    signal.throwIfAborted();
  }

  async #takeHold(signal: AbortSignal): Promise<void> {
    let showing = true;
    const timer = setTimeout(async () => {
      const windows = await this.#hold.windows();
      if (!showing || signal.aborted) return;
      this.#state = busy(windows);
    }, patience);
    try {
      await this.#hold.take(signal);
    } finally {
      showing = false;
      clearTimeout(timer);
    }
  }

  async #settleAt(finding: Finding): Promise<void> {
    this.#standing = null;
    this.#plan = null;
    const opened = finding.kind === 'supported';
    if (opened !== this.expectsData) this.#surroundings.choices.set('opened', opened ? 'yes' : '');
    if (finding.kind !== 'supported') {
      // There is nothing to work on, so there is nothing to hold.
      await this.#hold.release();
      this.#state = screenOf(finding, this.#surroundings.appVersion);
      return;
    }
    const { status, epoch, plan, interrupted } = finding;
    this.#standing = { version: status.currentVersion, epoch };
    this.#plan = plan;
    const { choices } = this.#surroundings;
    this.#interruption = interrupted;
    if (interrupted !== null && choices.get('interruptionSeen') !== interrupted.id) {
      this.#state = { kind: 'interrupted', status, entry: interrupted };
    } else {
      const offer = status.migrationNeeded && choices.get('declined') !== status.latestVersion;
      this.#state = { kind: 'ready', status, offer };
    }
    this.#others.tell({
      type: 'hello',
      appVersion: this.#surroundings.appVersion,
      dataVersion: status.currentVersion
    });
    for (const listener of this.#onReady) listener();
  }

  async #create(work: () => Promise<null>): Promise<void> {
    try {
      await work();
      this.tellChanged();
    } finally {
      await this.regate();
    }
  }

  #hear(message: WindowMessage): void {
    if (this.#handedOver) return;
    switch (message.type) {
      case 'prepare':
        void this.#makeRoom(message.to);
        break;
      case 'progress':
        if (this.#isWaiting()) this.#state = migrating(message.fraction, message.message);
        break;
      case 'done':
      case 'aborted':
        if (this.#isWaiting() || message.type === 'done') void this.regate();
        break;
      case 'hello':
        // It is open at another version than this window: a message was missed.
        if (this.standing !== null && message.dataVersion !== this.standing.version) void this.regate();
        break;
      case 'changed':
        if (this.standing === null) void this.regate();
        else for (const listener of this.#onReady) listener();
        break;
      case 'ack':
        break;
    }
  }

  async #makeRoom(to: string): Promise<void> {
    if (this.#away) return;
    await this.#letGo();
    this.#client.stop('windowPutAside', 'Another window is updating your data; this was not finished.');
    this.#state = migrating(null, '');
    this.#others.tell({ type: 'ack', to });
    await this.#pass();
  }

  async #letGo(): Promise<void> {
    this.#passage.abort();
    await this.#client.settle(finishing);
    await this.#hold.release();
  }

  #isWaiting(): boolean {
    return this.#state.kind === 'waiting';
  }

  /** A frozen page would keep its worker's connection and its lock, and stall every other window. */
  #leave(): void {
    this.#away = true;
    this.#passage.abort();
    this.#client.stop('windowPutAside', 'This window was put aside before it had finished.');
    void this.#hold.release();
  }

  async #comeBack(): Promise<void> {
    if (!this.#away) return;
    this.#away = false;
    await this.#pass();
  }

  #forgetInterruption(): void {
    if (this.#interruption !== null) this.#surroundings.choices.set('interruptionSeen', this.#interruption.id);
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const over = (): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', over);
      resolve();
    };
    const timer = setTimeout(over, milliseconds);
    signal.addEventListener('abort', over);
  });
}
