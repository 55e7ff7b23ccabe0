/** A file that another app shared with the installed app: kept until the restore page takes it. */
import { sharedFile } from '../lib/protocol';

/** Answers the POST of the system's share sheet, and leads to the restore page. */
export async function takeSharedFile(request: Request, base: string): Promise<Response> {
  const form = await request.formData().catch(() => null);
  const file = form?.get(sharedFile.field);
  if (file instanceof File) {
    const cache = await caches.open(sharedFile.cache);
    await cache.put(sharedFile.key, new Response(file, { headers: { 'x-file-name': encodeURIComponent(file.name) } }));
  }
  return Response.redirect(`${base}/restore`, 303);
}
