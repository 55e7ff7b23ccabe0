/** Windows without a browser: locks, channel and workers in memory, with the semantics the app relies on. */
import type { BackupInfo, LockPort, MigrationStatus } from '../../../src/lib/migration';
import type { FailureMessage, Job, WindowMessage, WorkerReply, WorkerRequest } from '../../../src/lib/protocol';
import type { Surroundings, WorkerPort } from '../../../src/lib/app/surroundings';
import type { Finding } from '../../../src/lib/app/verb-results';

interface Waiting {
  readonly name: string;
  readonly mode: 'exclusive' | 'shared';
  readonly clientId: string;
  grant(): void;
}

/** Web Locks: first come, first served; any number of shared holders, or one exclusive one. */
export class FakeLocks {
  readonly #held = new Set<Waiting>();
  #pending: Waiting[] = [];

  /** The locks as one window sees them. */
  of(clientId: string): LockPort {
    return {
      request: (name, { mode = 'exclusive', ifAvailable = false, signal }, callback) =>
        new Promise((resolve, reject) => {
          signal?.throwIfAborted();
          const waiting: Waiting = {
            name,
            mode,
            clientId,
            grant: () => {
              this.#held.add(waiting);
              const done = (): void => {
                this.#held.delete(waiting);
                this.#settle();
              };
              Promise.resolve()
                .then(() => callback({ name }))
                .then(resolve, reject)
                .finally(done);
            }
          };
          if (ifAvailable && !this.#free(waiting)) {
            callback(null).then(resolve, reject);
            return;
          }
          this.#pending.push(waiting);
          signal?.addEventListener('abort', () => {
            if (!this.#pending.includes(waiting)) return;
            this.#pending = this.#pending.filter((other) => other !== waiting);
            reject(signal.reason as Error);
            this.#settle();
          });
          this.#settle();
        }),
      query: () =>
        Promise.resolve({
          held: [...this.#held].map(({ name, mode, clientId }) => ({ name, mode, clientId })),
          pending: this.#pending.map(({ name, mode, clientId }) => ({ name, mode, clientId }))
        })
    };
  }

  /** Holds a lock until the returned function is called. */
  async hold(name: string, mode: 'exclusive' | 'shared', clientId = 'another window'): Promise<() => Promise<void>> {
    let letGo = (): void => undefined;
    let ended: Promise<void> = Promise.resolve();
    await new Promise<void>((granted) => {
      ended = this.of(clientId).request(name, { mode }, async () => {
        granted();
        await new Promise<void>((resolve) => (letGo = resolve));
      });
    });
    return async () => {
      letGo();
      await ended;
    };
  }

  holders(name: string): string[] {
    return [...this.#held].filter((lock) => lock.name === name).map((lock) => `${lock.mode} ${lock.clientId}`);
  }

  #free(wanted: Waiting): boolean {
    const others = [...this.#held].filter((lock) => lock.name === wanted.name);
    return wanted.mode === 'shared' ? others.every((lock) => lock.mode === 'shared') : others.length === 0;
  }

  #settle(): void {
    const stuck = new Set<string>();
    for (const waiting of [...this.#pending]) {
      if (stuck.has(waiting.name) || !this.#free(waiting)) {
        stuck.add(waiting.name);
        continue;
      }
      this.#pending = this.#pending.filter((other) => other !== waiting);
      waiting.grant();
    }
  }
}

/** One broadcast channel: what one window posts, every other end receives, later. */
export class FakeChannel {
  readonly #ends: ((message: unknown) => void)[][] = [];
  readonly said: WindowMessage[] = [];

  end(): Surroundings['channel'] {
    const handlers: ((message: unknown) => void)[] = [];
    this.#ends.push(handlers);
    return {
      post: (message) => {
        this.said.push(message);
        const copy: unknown = structuredClone(message);
        for (const other of this.#ends) {
          if (other !== handlers) for (const handler of other) queueMicrotask(() => handler(copy));
        }
      },
      onMessage: (handler) => void handlers.push(handler)
    };
  }
}

export class Refusal extends Error {
  readonly failure: FailureMessage;

  constructor(code: string, message = code, details: readonly unknown[] = []) {
    super(message);
    this.failure = { code, message, step: null, details };
  }
}

export interface FakeJob {
  readonly job: Job;
  readonly signal: AbortSignal;
  progress(fraction: number, message: string): void;
}

/** Answers jobs; throw a {@link Refusal} for a failure. */
export type Answering = (job: FakeJob) => unknown;

export interface FakeWindow {
  readonly surroundings: Surroundings;
  readonly jobs: Job[];
  readonly saved: { name: string; content: Blob }[];
  readonly choices: Map<string, string>;
  readonly workers: { terminated: boolean }[];
  /** Files that went through the share sheet. */
  readonly shared: File[];
  /** Calls when a worker is told to close what it keeps open. */
  whenLettingGo(call: () => void): void;
  /** As if the file was opened with the installed app. */
  open(file: File): void;
  leave(): void;
  comeBack(): void;
  /** A day begins while the window is open. */
  begin(day: string): void;
  /** The person begins to touch the window all the time, or leaves it alone. */
  touch(on: boolean): void;
}

export function fakeWindow(name: string, locks: FakeLocks, channel: FakeChannel, answering: Answering): FakeWindow {
  const jobs: Job[] = [];
  const saved: { name: string; content: Blob }[] = [];
  const choices = new Map<string, string>();
  const workers: { terminated: boolean }[] = [];
  const shared: File[] = [];
  let openFile: (file: File) => void = () => undefined;
  let lettingGo: () => void = () => undefined;
  let newDay: (day: string) => void = () => undefined;
  let busy = false;
  const leave: (() => void)[] = [];
  let lifecycle = { leave: (): void => undefined, comeBack: (): void => undefined };

  const startWorker = (): WorkerPort => {
    const state = { terminated: false };
    workers.push(state);
    const running = new Map<number, AbortController>();
    let receive: (message: unknown) => void = () => undefined;
    const reply = (message: WorkerReply): void => {
      if (!state.terminated) receive(structuredClone(message));
    };
    const work = async (id: number, job: Job): Promise<void> => {
      const abort = new AbortController();
      running.set(id, abort);
      try {
        const value = await answering({
          job,
          signal: abort.signal,
          progress: (fraction, message) => reply({ type: 'progress', id, fraction, message })
        });
        reply({ type: 'answer', id, value });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        reply({ type: 'failure', id, failure: error.failure });
      }
    };
    return {
      post(message) {
        const request = structuredClone(message) as WorkerRequest;
        if (request.type === 'cancel') return running.get(request.id)?.abort();
        if (request.job.verb === 'letGo') {
          lettingGo();
          return reply({ type: 'answer', id: request.id, value: null });
        }
        jobs.push(request.job);
        void work(request.id, request.job);
      },
      onMessage: (handler) => void (receive = handler),
      onError: () => undefined,
      terminate: () => void (state.terminated = true)
    };
  };

  return {
    jobs,
    saved,
    choices,
    workers,
    shared,
    open: (file) => openFile(file),
    whenLettingGo: (call) => void (lettingGo = call),
    leave: () => lifecycle.leave(),
    comeBack: () => lifecycle.comeBack(),
    begin: (day) => newDay(day),
    touch(on) {
      busy = on;
      if (!on) for (const resolve of leave.splice(0)) resolve();
    },
    surroundings: {
      window: name,
      tab: `tab of ${name}`,
      releases: {
        watch: () => Promise.resolve(),
        look: () => Promise.resolve(false),
        activate: () => Promise.resolve('activating'),
        reload: () => undefined,
        reloadOnce: () => undefined
      },
      installing: { installed: () => false, onOffer: () => undefined, onInstalled: () => undefined },
      document: { hidden: () => false, onHidden: () => undefined },
      takeSharedFile: () => Promise.resolve(null),
      downloadBackup: () => Promise.resolve(false),
      setBadge: () => undefined,
      appVersion: '0.1.0',
      locks: locks.of(name),
      channel: channel.end(),
      startWorker,
      onLifecycle: (handlers) => void (lifecycle = handlers),
      choices: { get: (key) => choices.get(key) ?? null, set: (key, value) => void choices.set(key, value) },
      saveFile: (file, content) => void saved.push({ name: file, content }),
      folder: {
        supported: false,
        choose: () => Promise.resolve(false),
        reconnect: () => Promise.resolve(false),
        forget: () => Promise.resolve()
      },
      canShare: false,
      share: (file) => Promise.resolve(shared.push(file) > 0),
      onOpenedFile: (handler) => void (openFile = handler),
      persisted: () => Promise.resolve(false),
      persist: () => Promise.resolve(true),
      today: () => '2024-06-28',
      onNewDay: (handler) => (newDay = handler),
      leftAlone: () => (busy ? new Promise((resolve) => leave.push(resolve)) : Promise.resolve()),
      now: () => new Date()
    }
  };
}

export function statusAt(version: string): MigrationStatus {
  const order = ['1.0.0', '1.1.0', '1.2.0', '1.3.0'];
  const behind = order.length - 1 - order.indexOf(version);
  return {
    currentVersion: version,
    latestVersion: '1.3.0',
    migrationNeeded: behind > 0,
    isUpToDate: behind === 0,
    versionsBehind: behind,
    lastMigrationDate: null
  };
}

export function supportedAt(version: string, epoch = 0): Extract<Finding, { kind: 'supported' }> {
  const plan = {
    fromVersion: version,
    toVersion: '1.3.0',
    migrationType: 'heavyweight' as const,
    estimatedTime: 135,
    backupRequired: true,
    customMigrationSteps: [{ name: 'FinalValidation', description: 'Everything is checked' }],
    description: 'To 1.3.0'
  };
  return {
    kind: 'supported',
    status: statusAt(version),
    epoch,
    plan: version === '1.3.0' ? null : plan,
    interrupted: null
  };
}

/** A verified backup of five records. */
export function backup(id: string, changes: Partial<BackupInfo> = {}): BackupInfo {
  return {
    id,
    name: `WealthWise_Backup_${id}.json.gz`,
    createdAt: '2024-06-28T12:00:00.000Z',
    dataVersion: '1.3.0',
    reason: 'made by hand',
    occasion: 'manual',
    place: 'opfs',
    bytes: 1_000,
    counts: { assets: 5 },
    digest: 'a'.repeat(64),
    verifiedAt: '2024-06-28T12:00:01.000Z',
    pinned: false,
    encrypted: false,
    keptBecause: [],
    leavesOn: null,
    ...changes
  };
}

/** Lets everything that is due happen. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
}
