/**
 * Backups as downloads: `/backups/<name>`. The answer holds a file on disk, not its bytes: the browser streams it by
 * itself, also when this worker is stopped meanwhile, and a download that broke off goes on by asking for the rest.
 */
import { isBackupName } from '../lib/backup/names';
import { choosePlace } from '../lib/backup/places/choose';
import { byteRange } from './byte-range';

/** @param name as it stands in the address, decoded. */
export async function backupDownload(name: string, request: Request): Promise<Response> {
  const file = isBackupName('WealthWise', name) ? await (await choosePlace('backups')).read(name) : null;
  if (file === null) return missing();
  const headers = {
    'Content-Type': name.endsWith('.gz') ? 'application/gzip' : 'application/octet-stream',
    'Content-Disposition': `attachment; filename="${name}"`,
    'Accept-Ranges': 'bytes',
    ETag: tagOf(name, file),
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff'
  };
  const unchanged = [null, headers.ETag].includes(request.headers.get('if-range'));
  const range = unchanged ? byteRange(request.headers.get('range'), file.size) : null;
  if (range === 'unsatisfiable') {
    return new Response(null, { status: 416, headers: { 'Content-Range': `bytes */${file.size}` } });
  }
  const part = range === null ? file : file.slice(range.start, range.end);
  return new Response(request.method === 'HEAD' ? null : part, {
    status: range === null ? 200 : 206,
    headers: {
      ...headers,
      'Content-Length': String(part.size),
      ...(range === null ? {} : { 'Content-Range': `bytes ${range.start}-${range.end - 1}/${file.size}` })
    }
  });
}

/** A backup is written once and never changed, so its name and size tell it from every other. */
function tagOf(name: string, { size }: Blob): string {
  return `"${name}-${size}"`;
}

function missing(): Response {
  return new Response('This backup is not in this browser any more. Nothing else was changed.', {
    status: 404,
    headers: { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
  });
}
