/** Installing the app: offered where the browser can, said once at a good moment, never again after a "Not now". */
import type { BootGate } from './boot.svelte';
import type { Installation } from './release-contract';
import type { Surroundings } from './surroundings';

const FIRST_DAY = 'firstDay';
const DISMISSED = 'installDismissed';

export class AppInstallation implements Installation {
  readonly #surroundings: Surroundings;
  readonly #boot: BootGate;
  #prompt = $state.raw<(() => Promise<boolean>) | null>(null);
  #installed = $state(false);
  #dismissed = $state(false);
  /** Somebody who came back on another day means to stay. */
  #returned = $state(false);

  constructor(surroundings: Surroundings, boot: BootGate) {
    const { choices, installing, today } = surroundings;
    this.#surroundings = surroundings;
    this.#boot = boot;
    this.#installed = installing.installed();
    this.#dismissed = choices.get(DISMISSED) !== null;
    installing.onOffer((prompt) => (this.#prompt = prompt));
    installing.onInstalled(() => this.#settled());
    boot.onReady(() => {
      const first = choices.get(FIRST_DAY);
      if (first === null) choices.set(FIRST_DAY, today());
      this.#returned = first !== null && first !== today();
    });
  }

  get installed(): boolean {
    return this.#installed;
  }

  get offered(): boolean {
    return this.#prompt !== null && !this.#installed;
  }

  get hinted(): boolean {
    return this.offered && this.#returned && !this.#dismissed && this.#boot.state.kind === 'ready';
  }

  async install(): Promise<void> {
    const prompt = this.#prompt;
    // A browser lets one offer be used once.
    this.#prompt = null;
    if (prompt !== null && (await prompt())) this.#settled();
    else this.dismiss();
  }

  dismiss(): void {
    this.#dismissed = true;
    this.#surroundings.choices.set(DISMISSED, this.#surroundings.today());
  }

  #settled(): void {
    this.#installed = true;
    this.#prompt = null;
  }
}
