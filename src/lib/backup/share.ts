/** The system's share sheet, where there is one. */

/** Whether this device says that it has a share sheet which takes this file. */
export function canShareFile(file: File): boolean {
  return navigator.canShare?.({ files: [file] }) ?? false;
}

/**
 * Opens the share sheet; only while a click is handled. False when the person closed it without sharing.
 * @throws Error with what to do instead: some browsers say that they can, and refuse this kind of file.
 */
export async function shareFile(file: File): Promise<boolean> {
  try {
    await navigator.share({ files: [file] });
    return true;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') return false;
    throw new Error(
      'This browser would not hand the file to other apps. The backup is as it was. Download it instead, and share the download.',
      { cause }
    );
  }
}
