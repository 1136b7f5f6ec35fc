/* Who imports whom. */
import { cruise } from 'dependency-cruiser';
import config from '../../.config/dependency-cruiser.mjs';

/**
 * Reads the imports of all files in some folders.
 *
 * @param baseDir - a folder that is laid out as this project
 * @returns `imports`: each file → the files it imports; and `faults`: imports that break a rule, after its name
 */
export async function readImports(baseDir, folders) {
  const { output } = await cruise(folders, {
    ...config.options,
    baseDir,
    validate: true,
    ruleSet: { forbidden: config.forbidden },
  });
  return {
    imports: new Map(
      output.modules.map(({ source, dependencies }) => [
        source,
        dependencies.map(({ resolved }) => resolved),
      ]),
    ),
    faults: output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  };
}
