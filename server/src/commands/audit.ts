/* The command that verifies the chain of the audit. It only reads, and the service may run meanwhile. */
import { ConfigurationProblem } from '../configuration/problem.js';
import type { Settings } from '../configuration/settings.js';
import type { CommandWords } from '../words/command.js';
import { verifyChain, type Verification } from '../storage/audit-chain.js';
import { openAsItIs } from '../storage/database.js';

/** How the command ends when an entry is wrong. */
export const WRONG = 3;

/** Reads a head as the command prints it: the number of the entry, a colon, and its hash. */
function readHead(words: CommandWords, text: string | undefined): Verification['head'] {
  if (text === undefined) return undefined;
  const [, sequence, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/.exec(text) ?? [];
  if (sequence === undefined || hash === undefined) throw new ConfigurationProblem(words.noHead);
  return { sequence: Number(sequence), hash };
}

/**
 * Verifies the chain of one site, or of all.
 *
 * @param options - the site, and a head that was kept elsewhere
 * @returns the exit code: 0 when all is as it was
 */
export async function verifyAudit(
  words: CommandWords,
  { databaseUrl, sites }: Settings,
  { site, head }: { site?: string | undefined; head?: string | undefined },
  say: (text: string) => void,
): Promise<number> {
  const names = Object.keys(sites);
  const isKnown = site === undefined ? head === undefined : names.includes(site);
  if (!isKnown) throw new ConfigurationProblem(words.nameSite(names));
  const kept = readHead(words, head);
  const database = await openAsItIs(databaseUrl, 'audit_head');
  let code = 0;
  try {
    for (const name of site === undefined ? names : [site]) {
      const found = await verifyChain(database, name, kept);
      if (found.fault) {
        code = WRONG;
        say(words.auditWrong(name, found.fault.sequence, found.fault.kind));
      } else if (found.head) {
        say(words.auditRight(name, found.head.sequence, found.head.hash, found.waiting));
      } else say(words.auditEmpty(name));
    }
  } finally {
    await database.destroy();
  }
  return code;
}
