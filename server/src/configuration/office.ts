/* The names of the office that runs the service: it answers under the first, and no citizen may take any of them. */

/** Left out where people say the name of an office in short. */
const COUNTRY = /^(中华人民共和国|中華人民共和國|the )/i;

/** Separates several names on one line. */
const BETWEEN = /[,，、;；]/;

/** What the configuration of a site says about the office. */
export interface OfficeNames {
  officialName: string;
  reservedNames: string[];
}

/**
 * Finds the names of an office.
 *
 * @param given - the full name first, then short forms, abbreviations, names in other languages; each may be several
 * @returns undefined when no name was given
 */
export function officeNames(given: readonly string[]): OfficeNames | undefined {
  const names = given
    .flatMap((one) => one.split(BETWEEN))
    .map((name) => name.normalize('NFC').trim())
    .filter(Boolean);
  const [officialName] = names;
  if (officialName === undefined) return undefined;
  const short = names.map((name) => name.replace(COUNTRY, '')).filter(Boolean);
  return { officialName, reservedNames: [...new Set([...names, ...short])] };
}

/** Asks the operator for the names of the office, on a terminal. Ctrl+C ends the command. */
export async function askOffice(questions: readonly string[]): Promise<string[]> {
  const { createInterface } = await import('node:readline');
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  terminal.on('SIGINT', () => process.exit(130));
  // Reads from one stream of lines: what is pasted may hold the answers to all questions at once.
  const lines = terminal[Symbol.asyncIterator]();
  const answers: string[] = [];
  for (const question of questions) {
    process.stdout.write(`${question} `);
    const line: IteratorResult<string, unknown> = await lines.next();
    if (line.done) break;
    answers.push(line.value);
  }
  terminal.close();
  return answers;
}
