import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join, normalize, sep } from 'node:path';
import { buildFolder } from './build.mjs';
import { cacheControl, contentSecurityPolicy, mediaType, securityHeaders } from './headers.mjs';

/**
 * The file that a path names inside a folder, or null: nothing outside the folder can be named.
 * @param {string} folder
 * @param {string} path
 */
async function fileAt(folder, path) {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return null;
  const stats = await stat(file).catch(() => null);
  return stats?.isFile()
    ? { file, tag: `W/"${stats.size.toString(16)}-${Math.trunc(stats.mtimeMs).toString(16)}"` }
    : null;
}

/** A path whose last part has an extension is a file, not a route of the app. */
const namesFile = (/** @type {string} */ path) => path.startsWith('/_app/') || /\.[^/]+$/.test(path);

/** @param {string} text */
function decode(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/**
 * Serves the built app with the headers it needs in production: files as they are, the start page for every route,
 * 404 for files that are not there. `mounts` serves further folders under a path of their own; `deploy` puts another
 * build in the place of the first.
 * @param {{ port?: number, folder?: string, mounts?: Readonly<Record<string, string>> }} options port 0 takes a free one
 * @returns {Promise<{ url: string, port: number, deploy(folder: string): Promise<void>, close(): Promise<void> }>}
 */
export async function serve({ port = 0, folder = buildFolder, mounts = {} } = {}) {
  let served = folder;
  let policy = '';
  const deploy = async (/** @type {string} */ next) => {
    policy = contentSecurityPolicy(await readFile(join(next, 'index.html'), 'utf8'));
    served = next;
  };
  await deploy(folder);

  const find = async (/** @type {string} */ path) => {
    for (const [prefix, mounted] of Object.entries(mounts)) {
      if (path.startsWith(prefix)) return fileAt(mounted, path.slice(prefix.length) || 'index.html');
    }
    return (await fileAt(served, path)) ?? (namesFile(path) ? null : fileAt(served, '/index.html'));
  };

  const server = createServer(async (request, response) => {
    const send = (
      /** @type {number} */ status,
      /** @type {Record<string, string>} */ headers,
      /** @type {Buffer | string} */ body = ''
    ) => {
      response.writeHead(status, { ...securityHeaders, 'Content-Security-Policy': policy, ...headers });
      response.end(request.method === 'HEAD' ? undefined : body);
    };
    const text = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-cache' };
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return send(405, { ...text, Allow: 'GET, HEAD' }, 'Method not allowed');
    const path = decode((request.url ?? '/').split(/[?#]/, 1)[0] ?? '/');
    if (path === null || path.includes('\0')) return send(400, text, 'Bad request');
    try {
      const found = await find(path);
      if (found === null) return send(404, text, 'Not found');
      const headers = { 'Content-Type': mediaType(found.file), 'Cache-Control': cacheControl(path), ETag: found.tag };
      if (request.headers['if-none-match'] === found.tag) return send(304, headers);
      send(200, headers, await readFile(found.file));
    } catch {
      send(500, text, 'The file could not be read');
    }
  });

  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(undefined));
  });
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  return {
    url: `http://localhost:${taken}`,
    port: taken,
    deploy,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      })
  };
}
