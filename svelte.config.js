import adapter from '@sveltejs/adapter-static';
import { readFileSync, writeFileSync } from 'node:fs';

/** @typedef {{ file: string, imports?: string[], css?: string[] }} Chunk */

/**
 * Kit names in the page what starts the app, and finds out what the app's frame is made of once that runs. Every place
 * stands in the same frame, so its parts are named too: all come at once instead of one after the other.
 * @param {import('@sveltejs/kit').Adapter} whole
 * @returns {import('@sveltejs/kit').Adapter}
 */
function withFramePreloaded(whole) {
  return {
    ...whole,
    async adapt(builder) {
      await whole.adapt(builder);
      const manifest = /** @type {Record<string, Chunk>} */ (
        JSON.parse(readFileSync(`${builder.getClientDirectory()}/.vite/manifest.json`, 'utf8'))
      );
      /** @type {Set<string>} */
      const files = new Set();
      const collect = (/** @type {string} */ key) => {
        const chunk = manifest[key];
        if (!chunk || files.has(chunk.file)) return;
        files.add(chunk.file);
        chunk.imports?.forEach(collect);
      };
      // The error page and the layout of the places, by Kit's numbers.
      for (const node of [1, 2]) {
        const key = Object.keys(manifest).find((name) => name.endsWith(`/nodes/${node}.js`));
        if (!key) throw new Error(`The build names no node ${node}: svelte.config.js no longer knows the app's frame.`);
        collect(key);
      }
      const page = 'build/index.html';
      const text = readFileSync(page, 'utf8');
      const [base] = /(?<=<link href=")[^"]*(?=_app\/immutable\/entry\/start)/.exec(text) ?? [];
      if (base === undefined) throw new Error('The page of the build no longer names what starts the app.');
      const links = [...files]
        .filter((file) => !text.includes(file))
        .map((file) => `\t\t<link href="${base}${file}" rel="modulepreload">\n`);
      writeFileSync(page, text.replace('</head>', `${links.join('')}  </head>`));
    }
  };
}

/** One page serves every route: the app lives entirely in the browser, so there is nothing to render ahead. */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: withFramePreloaded(adapter({ fallback: 'index.html', strict: true })),
    // The one inline script that starts the app is allowed by its hash; the server repeats the policy as a header.
    csp: {
      mode: 'hash',
      directives: {
        'default-src': ['none'],
        'script-src': ['self'],
        'style-src': ['self'],
        // SvelteKit's own element that reads out page titles hides itself by this one style attribute.
        'style-src-attr': ['unsafe-hashes', 'sha256-S8qMpvofolR8Mpjy4kQvEm7m1q8clzU4dfDH0AmvZjo='],
        'img-src': ['self', 'blob:'],
        'font-src': ['self'],
        'connect-src': ['self'],
        'worker-src': ['self'],
        'manifest-src': ['self'],
        'base-uri': ['none'],
        'form-action': ['none'],
        'object-src': ['none'],
        // No text becomes markup or code. Svelte's policy is for its own templates, the default one for the start of
        // workers (src/lib/app/trusted-scripts.ts).
        'require-trusted-types-for': ['script'],
        'trusted-types': ['svelte-trusted-html', 'default']
      }
    },
    // The app registers it once its first screen is up; pictures for app stores are not part of the app.
    serviceWorker: { register: false, files: (/** @type {string} */ file) => !file.startsWith('screenshots/') },
    version: { pollInterval: 0 }
  }
};
