/** The services of a worker in a browser. */
import { choosePlace } from '../../backup';
import { keyvalRecords, type MigrationAnnouncement, type MigrationEnvironment } from '../../migration';
import { channelName, type WindowMessage } from '../../protocol';
import { createDataModelMigrations, defaultEnvironment, history } from '../../schema';
import { askForCollection } from './lean-work';
import { pacedProgress } from './paced-progress';
import type { CopyFolder, WorkerServices } from './services';

/** `window`: the name of the window that this worker belongs to. */
export function browserServices(window: string): WorkerServices {
  const channel = new BroadcastChannel(channelName);
  const post = (message: WindowMessage): void => channel.postMessage(message);
  const environment: MigrationEnvironment = { ...defaultEnvironment(), window, announce: announcer(window, post) };
  return {
    history,
    environment,
    migrations: createDataModelMigrations(environment),
    steps: keyvalRecords(`${history.name}_Steps`),
    attachments: () => choosePlace('attachments'),
    figures: () => choosePlace('figures'),
    folder: chosenFolder,
    collect: askForCollection
  };
}

async function chosenFolder(): Promise<CopyFolder | null> {
  const { folderOwner, folderPlace, recallFolder } = await import('../../backup/places/folder');
  // Its handle lies in a database; where none opens, there is no folder to write to, and nothing else may fail for it.
  const handle = await recallFolder().catch(() => null);
  return (
    handle && {
      name: handle.name,
      owner: await folderOwner(),
      place: folderPlace(handle),
      attachments: folderPlace(handle, 'attachments')
    }
  );
}

/** Announcements of the engine as messages to the other windows; progress thinned out. */
export function announcer(
  window: string,
  post: (message: WindowMessage) => void,
  elapsed: () => number = () => performance.now()
): (message: MigrationAnnouncement) => void {
  const start = (): ReturnType<typeof pacedProgress> =>
    pacedProgress((fraction, message) => post({ type: 'progress', window, fraction, message }), elapsed);
  let progress = start();
  return (message) => {
    if (message.type === 'progress') progress(message.fraction, message.message);
    else {
      if (message.type === 'prepare') progress = start();
      post({ ...message, window });
    }
  };
}
