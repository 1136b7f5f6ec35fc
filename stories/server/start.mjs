/* npm start: serves the demo with its comment service until it is stopped. */
import { demoService } from './comment-service.mjs';
import { serve } from './serve.mjs';

const port = Number(process.env.PORT ?? 8080);
try {
  const { service, token, file } = await demoService();
  const { url, close } = await serve(port, {}, service);
  console.log(`
The demo is at ${url}
Moderate its comments at ${url}moderate with the token ${token}
They are kept in ${file}
This is a demo for this computer alone. To run the comment service for real, read server/README.md.
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
