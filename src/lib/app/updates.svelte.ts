/** Newer builds: told, never forced. The build that waits takes over on the person's word, or when all windows closed. */
import type { ReleaseNews } from '../protocol';
import type { BootGate } from './boot.svelte';
import type { KeptDrafts } from './drafts.svelte';
import type { Updates, UpdateState } from './release-contract';
import type { Surroundings } from './surroundings';
import type { WorkerClient } from './worker-client';

/** Milliseconds between two attempts while data is being worked on. */
const tryAgain = 2_000;

export class AppUpdates implements Updates {
  readonly #surroundings: Surroundings;
  readonly #client: WorkerClient;
  readonly #boot: BootGate;
  readonly #drafts: KeptDrafts;

  #state = $state.raw<UpdateState>({ kind: 'current' });
  #offline = $state(false);
  /** The person's word in this window: it loads the new build as soon as that took over. */
  #wanted = false;

  constructor(surroundings: Surroundings, client: WorkerClient, boot: BootGate, drafts: KeptDrafts) {
    this.#surroundings = surroundings;
    this.#client = client;
    this.#boot = boot;
    this.#drafts = drafts;
    // The first screen comes first.
    let watching = false;
    boot.onSettled(() => {
      if (watching) return;
      watching = true;
      void this.#watch().catch(() => undefined);
    });
  }

  get state(): UpdateState {
    return this.#state;
  }

  get appVersion(): string {
    return this.#surroundings.appVersion;
  }

  get offline(): boolean {
    return this.#offline;
  }

  async updateNow(): Promise<void> {
    const state = this.#state;
    if (state.kind !== 'ready') return;
    this.#wanted = true;
    while ((await this.#surroundings.releases.activate()) === 'busy') {
      this.#state = { ...state, busy: true };
      await new Promise((resolve) => setTimeout(resolve, tryAgain));
    }
    // Its taking over may have been heard already.
    if (this.#state.kind === 'ready') this.#state = { kind: 'activating' };
  }

  later(): void {
    this.#state = { kind: 'current' };
  }

  async look(): Promise<boolean> {
    return this.#surroundings.releases.look();
  }

  async reload(): Promise<void> {
    this.#wanted = true;
    const found = await this.look().catch(() => false);
    if (found && (await this.#surroundings.releases.activate()) === 'activating') return;
    this.#surroundings.releases.reload();
  }

  async #watch(): Promise<void> {
    const { releases } = this.#surroundings;
    await releases.watch({
      onKept: () => (this.#offline = true),
      onWaiting: (news) => void this.#offer(news),
      onChangedOver: () => this.#changedOver(),
      onPartMissing: () => (this.#state = { kind: 'partMissing' })
    });
  }

  async #offer(news: ReleaseNews): Promise<void> {
    const { state } = this.#boot;
    const status = state.kind === 'ready' || state.kind === 'interrupted' ? state.status : null;
    const brings = status !== null && later(news.dataVersion, status.latestVersion);
    const seconds = brings ? await this.#earlierSeconds().catch(() => null) : null;
    const upgrade = brings ? { from: status.currentVersion, to: news.dataVersion, seconds } : null;
    this.#state = { kind: 'ready', news, upgrade, busy: false };
  }

  /** How long the longest upgrade took here, as far as the history tells: a guess on the safe side. */
  async #earlierSeconds(): Promise<number | null> {
    const { history } = await this.#client.run({ verb: 'readArchive' });
    const took = history
      .filter(({ outcome, path }) => outcome === 'completed' && (path === 'direct' || path === 'incremental'))
      .map(({ steps }) => steps.reduce((sum, { seconds }) => sum + seconds, 0));
    return took.length === 0 ? null : Math.max(...took);
  }

  #changedOver(): void {
    const { releases, document } = this.#surroundings;
    if (this.#wanted) return releases.reload();
    this.#state = { kind: 'outdated' };
    const reloadUnseen = (): void => {
      if (!document.hidden() || this.#drafts.unsaved || this.#boot.standing === null) return;
      releases.reloadOnce();
    };
    reloadUnseen();
    document.onHidden(reloadUnseen);
  }
}

/** Whether the first of two semantic versions is the later one. */
function later(one: string, other: string): boolean {
  return one.localeCompare(other, 'en', { numeric: true }) > 0;
}
