/* Runs a command with one PostgreSQL for all its tests: node with-postgres.mjs <command> [arguments]. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startPostgres } from './databases.mjs';

const [command, ...args] = process.argv.slice(2);
const postgres = await startPostgres();
const child = spawn(command, args, {
  stdio: 'inherit',
  env: { ...process.env, TEST_POSTGRES: postgres.url },
});
const [code] = await once(child, 'exit');
await postgres.remove();
// The package that starts PostgreSQL ends the process with 0 by itself.
process.exit(code ?? 1);
