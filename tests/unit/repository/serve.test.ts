import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentSecurityPolicy, securityHeaders } from '../../run/headers.mjs';
import { serve } from '../../run/serve.mjs';
import { read } from './imports';

const page = `<!doctype html><meta http-equiv="content-security-policy" content="default-src 'none'; script-src 'self' 'sha256-abc='"><p>start</p>`;
let parent: string;
let server: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'wealthwise-serve-'));
  const folder = join(parent, 'build');
  await mkdir(join(folder, '_app', 'immutable'), { recursive: true });
  await writeFile(join(parent, 'secret.txt'), 'outside');
  await writeFile(join(folder, 'index.html'), page);
  await writeFile(join(folder, '_app', 'immutable', 'a.1.js'), 'export {};');
  await writeFile(join(folder, 'font.woff2'), 'font');
  server = await serve({ folder, mounts: { '/__more/': parent } });
});
afterAll(async () => {
  await server.close();
  await rm(parent, { recursive: true });
});

/** `fetch` would tidy the path before it is sent. */
function get(
  path: string,
  method = 'GET',
  headers = {}
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(server.url, { path, method, headers }, (response) => {
      let body = '';
      response.on('data', (bytes: Buffer) => (body += bytes.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on('error', reject);
    sent.end();
  });
}

describe('the server', () => {
  test.each(['/', '/upgrade', '/data?view=log'])('%s is the start page, asked for again each time', async (path) => {
    const answer = await get(path);
    expect(answer).toMatchObject({ status: 200, body: page });
    expect(answer.headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
  });

  test.each(['/_app/immutable/gone.js', '/_app/x', '/nothing.png'])(
    '%s is missing, not the start page',
    async (path) => {
      expect((await get(path)).status).toBe(404);
    }
  );

  test.each([
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/..%2fsecret.txt',
    '/_app/../../secret.txt',
    '/%00.txt',
    '/%E0%A4%A'
  ])('%s reaches nothing outside the folder', async (path) => {
    const answer = await get(path);
    expect([400, 404]).toContain(answer.status);
    expect(answer.body).not.toContain('outside');
  });

  test('named files are kept for a year, and have their type', async () => {
    const script = await get('/_app/immutable/a.1.js');
    expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(script.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect((await get('/font.woff2')).headers['content-type']).toBe('font/woff2');
  });

  test('what has not changed is not sent again, and a HEAD has no body', async () => {
    const { headers } = await get('/');
    expect((await get('/', 'GET', { 'if-none-match': headers['etag'] })).status).toBe(304);
    expect(await get('/', 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  test('nothing can be sent to it', async () => {
    expect((await get('/', 'POST')).status).toBe(405);
  });

  test('a mounted folder is served beside the app', async () => {
    expect((await get('/__more/secret.txt')).body).toBe('outside');
  });

  test.each(['/', '/_app/immutable/a.1.js', '/nothing.png', '/_app/immutable/gone.js'])(
    '%s carries every security header',
    async (path) => {
      const { headers } = await get(path);
      for (const [name, value] of Object.entries(securityHeaders))
        expect(headers[name.toLowerCase()], name).toBe(value);
      expect(headers['content-security-policy']).toBe(
        "default-src 'none'; script-src 'self' 'sha256-abc='; frame-ancestors 'none'"
      );
    }
  );
});

test('a page without a policy is not served', () => {
  expect(() => contentSecurityPolicy('<p>start</p>')).toThrow('holds no content security policy');
});

test('the README names the same headers for a static host', () => {
  const readme = read('README.md');
  for (const [name, value] of Object.entries(securityHeaders)) expect(readme).toContain(`${name}: ${value}`);
  expect(readme).toContain("frame-ancestors 'none'");
});
