/** `npm start`: installs and builds what is missing, then serves the app until it is stopped. */
import { build } from './build.mjs';
import { install } from './install.mjs';
import { serve } from './serve.mjs';

const port = Number(process.env.PORT ?? 4173);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  console.error(`PORT must be a number from 0 to 65535, not "${process.env.PORT}".`);
  process.exit(2);
}

await install();
await build();

try {
  const server = await serve({ port });
  console.log(`WealthWise is at ${server.url} (stop with Ctrl+C)`);
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => void server.close().then(() => process.exit(0)));
} catch (error) {
  const taken = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
  console.error(taken ? `Port ${port} is in use. Choose another: PORT=4174 npm start` : error);
  process.exit(1);
}
