import adapter from '@sveltejs/adapter-static';

/** One page serves every route: the app lives entirely in the browser, so there is nothing to render ahead. */
export default {
  compilerOptions: { runes: true },
  kit: {
    adapter: adapter({ fallback: 'index.html', strict: true }),
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
