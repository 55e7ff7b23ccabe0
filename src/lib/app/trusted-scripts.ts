/**
 * Trusted Types: the page's policy lets no text become markup or code (`require-trusted-types-for 'script'`). Svelte
 * brings a policy for its own templates; this one lets workers and the service worker be started from this origin's own
 * script files, and from nothing else. The names of both are in svelte.config.js.
 */

/** In the types of few; as far as it is used here. */
interface TrustedTypes {
  readonly defaultPolicy: unknown;
  createPolicy(name: string, rules: { createScriptURL(address: string): string | null }): unknown;
}

/** Once for the page and once for its worker, before either starts a worker. Nothing where the browser has none of it. */
export function trustOwnScripts(): void {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  if (!trustedTypes || trustedTypes.defaultPolicy) return;
  trustedTypes.createPolicy('default', {
    createScriptURL: (address) => (isOwnScript(address, location.href) ? address : null)
  });
}

/** Whether an address names a script file of this origin: in development they are still written in TypeScript. */
export function isOwnScript(address: string, here: string): boolean {
  if (!URL.canParse(address, here)) return false;
  const { origin, pathname } = new URL(address, here);
  return origin === new URL(here).origin && /\.[jt]s$/.test(pathname);
}
