/** The browser's own offer to install a page, kept until the person asks for it. */
import type { InstallPort } from './surroundings';

/** In Chromium; in the types of none. */
interface InstallPromptEvent extends Event {
  prompt(): Promise<{ readonly outcome: 'accepted' | 'dismissed' }>;
}

/** Listens at once: the browser makes its offer early, and only once. */
export function installOffer(): InstallPort {
  let offer: (() => Promise<boolean>) | null = null;
  let tell: (prompt: () => Promise<boolean>) => void = () => undefined;
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = async () => (await (event as InstallPromptEvent).prompt()).outcome === 'accepted';
    tell(offer);
  });
  return {
    installed: () => matchMedia('(display-mode: standalone)').matches,
    onOffer(handler) {
      tell = handler;
      if (offer !== null) handler(offer);
    },
    onInstalled: (handler) => addEventListener('appinstalled', handler)
  };
}
