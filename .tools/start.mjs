/* npm start: installs what is missing, builds, and serves the demo until it is stopped. */
import { installPackages } from './project.mjs';

installPackages();
await import('./build.mjs');
const { serve } = await import('./serve.mjs');
const port = Number(process.env.PORT ?? 8080);
try {
  const { url } = await serve(port);
  console.log(`\nThe demo is at ${url}\nStop it with Ctrl+C.`);
} catch (error) {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(`Port ${port} is taken. Choose another one: PORT=8081 npm start`);
  process.exit(1);
}
