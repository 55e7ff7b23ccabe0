/** A file that another app shared with the installed app: kept until the page that it leads to takes it. */
import { sharedFile, sharedFileLandsOn } from '../lib/protocol';

/** Answers the POST of the system's share sheet, and leads to where a file of its kind is looked at. */
export async function takeSharedFile(request: Request, base: string): Promise<Response> {
  const form = await request.formData().catch(() => null);
  const file = form?.get(sharedFile.field);
  if (file instanceof File) {
    const cache = await caches.open(sharedFile.cache);
    await cache.put(sharedFile.key, new Response(file, { headers: { 'x-file-name': encodeURIComponent(file.name) } }));
  }
  return Response.redirect(`${base}/${sharedFileLandsOn(file instanceof File ? file.name : '')}`, 303);
}
