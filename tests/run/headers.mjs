/**
 * The headers of every response, in one place. README.md says the same for a static host; a test compares the two.
 */

/**
 * The policy that the build wrote into the page, with the hash of its one inline script. A meta element cannot say
 * `frame-ancestors`, so that is added here.
 * @param {string} page the text of build/index.html
 */
export function contentSecurityPolicy(page) {
  const meta = /<meta http-equiv="content-security-policy" content="([^"]+)"/i.exec(page)?.[1];
  if (meta === undefined) throw new Error('build/index.html holds no content security policy.');
  return `${meta.replaceAll('&#39;', "'").replaceAll('&amp;', '&')}; frame-ancestors 'none'`;
}

/** @type {Readonly<Record<string, string>>} */
export const securityHeaders = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'
};

/**
 * Files under /_app/immutable carry a digest in their name; all others are asked for again each time.
 * @param {string} path
 */
export function cacheControl(path) {
  return path.startsWith('/_app/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

/** @type {Readonly<Record<string, string>>} */
const mediaTypes = {
  css: 'text/css; charset=utf-8',
  gz: 'application/gzip',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  map: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json; charset=utf-8',
  webp: 'image/webp',
  woff2: 'font/woff2'
};

/** @param {string} path */
export function mediaType(path) {
  return mediaTypes[path.slice(path.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
}
