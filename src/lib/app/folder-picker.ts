/** Folders of the owner's choosing, through the File System Access API of Chromium. */
import type { FolderPort } from './surroundings';

/** In the types of none. */
interface Picker {
  showDirectoryPicker?(options: { mode: 'readwrite'; id: string }): Promise<FileSystemDirectoryHandle>;
}

// What remembers the folder is loaded when it is used; the first screen needs none of it.
const folders = () => import('../backup/places/folder');

export function folderPicker(): FolderPort {
  const picker = globalThis as Picker;
  return {
    supported: picker.showDirectoryPicker !== undefined,
    async choose() {
      try {
        const handle = await picker.showDirectoryPicker?.({ mode: 'readwrite', id: 'backups' });
        if (handle === undefined) return false;
        await (await folders()).rememberFolder(handle);
        return true;
      } catch (error) {
        if (error instanceof DOMException && error.name === 'AbortError') return false;
        throw error;
      }
    },
    async reconnect() {
      const { recallFolder, reconnectFolder } = await folders();
      const handle = await recallFolder();
      return handle !== null && reconnectFolder(handle);
    },
    forget: async () => (await folders()).forgetFolder()
  };
}
