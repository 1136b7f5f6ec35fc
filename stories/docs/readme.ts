import readme from '../../README.md?raw';

/** A section of the README, without its heading: one source for both. */
export function sectionOf(heading: string): string {
  const [, section] = readme.split(`\n## ${heading}\n`);
  if (section === undefined) throw new Error(`README has no section ${heading}.`);
  return section.split('\n## ')[0]!.trim();
}
