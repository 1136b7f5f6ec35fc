/* Counts the tests of Node's runner, without the suites around them, and the time of each file. */
import { relative } from 'node:path';

export default async function* countReporter(source) {
  const counts = { passed: 0, failed: 0, files: {} };
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.nesting === 0) {
      const file = relative(process.cwd(), data.file ?? data.name);
      counts.files[file] = (counts.files[file] ?? 0) + data.details.duration_ms;
    }
    if (data.details.type === 'suite' || data.skip !== undefined) continue;
    counts[type === 'test:pass' ? 'passed' : 'failed'] += 1;
  }
  yield JSON.stringify(counts);
}
