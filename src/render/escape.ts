const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** A value as text of an HTML document, or as an attribute between double quotes. */
export function escape(value: unknown): string {
  const text = String(value);
  // Most texts have nothing to escape, and looking is cheaper than replacing.
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (character) => ENTITIES[character]!) : text;
}
