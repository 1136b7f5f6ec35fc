/* npm start: installs missing packages, builds, and serves the demo with its comment service
 * until it is stopped. */
import { installPackages } from '../../.tools/project.mjs';

installPackages();
await import('../../.tools/build.mjs');
const { serve } = await import('./serve.mjs');
const { demoService } = await import('./comment-service.mjs');
const port = Number(process.env.PORT ?? 8080);
try {
  const { service, token, file } = await demoService();
  const { url, close } = await serve(port, {}, service);
  console.log(`
The demo is at ${url}
Moderate its comments at ${url}moderate with the token ${token}
They are kept in ${file}
Stop it with Ctrl+C.`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      void close();
      service.close().then(() => process.exit(0));
    });
  }
} catch (error) {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(`Port ${port} is taken. Choose another one: PORT=8081 npm start`);
  process.exit(1);
}
