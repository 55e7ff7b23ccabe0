/**
 * A folder on the disk as a person picks it. The picker and the question whether the app may write are windows of the
 * browser's own, which no test can click: the folder is dropped onto a page instead, which gives the same handle, and the
 * consent is written where the browser keeps it.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Browser } from './browser';

declare global {
  interface Window {
    dropped: Promise<FileSystemHandle | null>;
    showDirectoryPicker(): Promise<FileSystemDirectoryHandle>;
  }
}

/**
 * Goes on in this browser, started anew, where the person picks that folder, and has agreed that it is written to.
 * `address`: of a page of the origin that uses no folder itself.
 */
export async function withPicker(browser: Browser, address: string, folder: string): Promise<Browser> {
  await drop(browser, address, folder);
  await browser.close();
  await consent(browser.profile, address, folder, true);
  const again = await Browser.launch({ profile: browser.profile });
  await again.context.addInitScript(() => {
    const pick = async (): Promise<FileSystemDirectoryHandle> => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open('Picked');
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error ?? new Error('Nothing was dropped.'));
      });
      return new Promise((resolve, reject) => {
        const request = database.transaction('handles').objectStore('handles').get('folder');
        request.onsuccess = () => resolve(request.result as FileSystemDirectoryHandle);
        request.onerror = () => reject(request.error ?? new Error('Nothing was dropped.'));
      });
    };
    Object.assign(window, { showDirectoryPicker: pick });
  });
  return again;
}

/** Goes on in this browser, started anew, where the person has taken the consent back. */
export async function withoutConsent(browser: Browser, address: string, folder: string): Promise<Browser> {
  await browser.close();
  await consent(browser.profile, address, folder, false);
  return Browser.launch({ profile: browser.profile });
}

async function drop(browser: Browser, address: string, folder: string): Promise<void> {
  const page = await browser.context.newPage();
  await page.goto(address);
  await page.evaluate(() => {
    document.documentElement.style.height = '100%';
    addEventListener('dragover', (event) => event.preventDefault());
    addEventListener('drop', (event) => {
      event.preventDefault();
      const item = event.dataTransfer?.items[0] as unknown as {
        getAsFileSystemHandle(): Promise<FileSystemHandle | null>;
      };
      window.dropped = item.getAsFileSystemHandle();
    });
  });
  const tools = await browser.devTools(page);
  const data = { items: [], files: [folder], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await tools.send('Input.dispatchDragEvent', { type, x: 100, y: 100, data });
  await page.waitForFunction(() => window.dropped !== undefined);
  await page.evaluate(async () => {
    const handle = await window.dropped;
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('Picked', 1);
      request.onupgradeneeded = () => request.result.createObjectStore('handles');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error('It did not open.'));
    });
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction('handles', 'readwrite', { durability: 'strict' });
      transaction.objectStore('handles').put(handle, 'folder');
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('It was not kept.'));
    });
    database.close();
  });
}

/** As the browser writes it when the person agrees "on every visit". The browser must have ended. */
async function consent(profile: string, address: string, folder: string, given: boolean): Promise<void> {
  const file = join(profile, 'Default', 'Preferences');
  const preferences = JSON.parse(await readFile(file, 'utf8')) as {
    profile: { content_settings: { exceptions: Record<string, unknown> } };
  };
  const { exceptions } = preferences.profile.content_settings;
  // Microseconds since 1601.
  const last_modified = String((Date.now() + 11_644_473_600_000) * 1000);
  const origin = `${new URL(address).origin},*`;
  const granted = { path: folder, 'display-name': 'folder', 'is-directory': true, readable: true, writable: true };
  exceptions['file_system_access_chooser_data'] = {
    [origin]: { last_modified, setting: { 'chosen-objects': given ? [granted] : [] } }
  };
  exceptions['file_system_access_extended_permission'] = given ? { [origin]: { last_modified, setting: 1 } } : {};
  await writeFile(file, JSON.stringify(preferences));
}
