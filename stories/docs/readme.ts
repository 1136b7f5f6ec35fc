import readme from '../../README.md?raw';

/** Returns a section of the README without its heading. The documentation reuses its text. */
export function sectionOf(heading: string): string {
  const [, section] = readme.split(`\n## ${heading}\n`);
  if (section === undefined) throw new Error(`README has no section ${heading}.`);
  return section.split('\n## ')[0]!.trim();
}
