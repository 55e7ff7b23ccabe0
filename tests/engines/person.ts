/** A window as a person uses it: looks, clicks, types, waits until something is to be seen. */
import type { DriverBrowser, DriverWindow, Target } from './port';

const patience = 30_000;

export class PersonWindow {
  readonly #driver: DriverWindow;

  constructor(driver: DriverWindow) {
    this.#driver = driver;
  }

  static async open(browser: DriverBrowser, address: string): Promise<PersonWindow> {
    const window = new PersonWindow(await browser.open());
    await window.goto(address);
    return window;
  }

  goto(address: string): Promise<void> {
    return this.#driver.goto(address);
  }

  reload(): Promise<void> {
    return this.#driver.reload();
  }

  close(): Promise<void> {
    return this.#driver.close();
  }

  /** Arguments and results cross as JSON; the function must use nothing from outside itself. */
  async run<Given extends readonly unknown[], T>(
    work: (...given: Given) => T | Promise<T>,
    ...given: Given
  ): Promise<T> {
    return (await this.#driver.run(String(work), given)) as T;
  }

  /** Waits until it is to be seen. What the page says instead is in the error. */
  async see(target: Target, seconds = patience / 1000): Promise<void> {
    await this.#find(target, seconds);
  }

  async click(target: Target): Promise<void> {
    await this.#driver.click(await this.#find(target));
  }

  async fill(target: Target, text: string): Promise<void> {
    await this.#driver.fill(await this.#find(target), text);
  }

  /** Chooses an entry of a select by its value. */
  async choose(target: Target, value: string): Promise<void> {
    await this.run(
      (css, chosen) => {
        const select = document.querySelector<HTMLSelectElement>(css);
        if (select === null) return;
        select.value = chosen;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      },
      await this.#find(target),
      value
    );
  }

  async valueOf(target: Target): Promise<string> {
    return this.run((css) => document.querySelector<HTMLInputElement>(css)?.value ?? '', await this.#find(target));
  }

  text(): Promise<string> {
    return this.run(() => document.body.innerText);
  }

  /** A selector of the element, once there is one; pages change, so it is looked for anew each time. */
  async #find(target: Target, seconds = patience / 1000): Promise<string> {
    const until = Date.now() + seconds * 1000;
    const [role, name, flags, css] =
      'css' in target
        ? ['css', '', '', target.css]
        : typeof target.name === 'string'
          ? [target.role, target.name, null, '']
          : [target.role, target.name.source, target.name.flags, ''];
    while (Date.now() < until) {
      // A page that is just being left answers nothing.
      const found = await this.run(mark, role, name, flags, css).catch(() => null);
      if (found !== null) return found;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const says = await this.text().catch(() => '(nothing)');
    throw new Error(`Not to be seen within ${seconds} s: ${role} ${name || css}. The page says:\n${says}`);
  }
}

/** Runs in the page: marks the first visible element that is meant, and gives a selector for it. */
function mark(role: string, name: string, flags: string | null, css: string): string | null {
  const selectors: Record<string, string> = {
    css,
    button: 'button, [role="button"], summary',
    link: 'a[href]',
    heading: 'h1, h2, h3',
    field: 'input, textarea, select',
    option: 'input[type="radio"], input[type="checkbox"]',
    text: 'body *:not(script, style)'
  };
  const plain = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();
  const fits = (text: string): boolean => {
    if (flags !== null) return new RegExp(name, flags).test(text);
    return role === 'text' ? text.includes(name) : text === name;
  };
  const nameOf = (element: Element): string => {
    const said = element.getAttribute('aria-label');
    if (said !== null) return plain(said);
    const labels = 'labels' in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
    return plain(labels.length > 0 ? labels.map((label) => label.textContent).join(' ') : element.textContent);
  };
  const own = (element: Element): string =>
    plain([...element.childNodes].map((node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : '')).join(''));
  for (const element of document.querySelectorAll(selectors[role] ?? css)) {
    if (role !== 'css' && !fits(role === 'text' ? own(element) : nameOf(element))) continue;
    if (element.getClientRects().length === 0 || getComputedStyle(element).visibility === 'hidden') continue;
    for (const before of document.querySelectorAll('[data-meant]')) before.removeAttribute('data-meant');
    element.setAttribute('data-meant', '');
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
    return '[data-meant]';
  }
  return null;
}
