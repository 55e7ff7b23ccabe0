/** Whether amounts are shown as dots, remembered in this browser. */
const key = 'ww:hide-amounts';

class HiddenAmounts {
  #on = $state(readChoice());

  get on(): boolean {
    return this.#on;
  }

  toggle(): void {
    this.#on = !this.#on;
    try {
      localStorage.setItem(key, this.#on ? 'yes' : 'no');
    } catch {
      // Without storage the choice lasts as long as the page.
    }
  }
}

function readChoice(): boolean {
  try {
    return localStorage.getItem(key) === 'yes';
  } catch {
    return false;
  }
}

export const hiddenAmounts = new HiddenAmounts();
