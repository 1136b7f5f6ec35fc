const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Escapes a value as text of an HTML document, or of an attribute in double quotes. */
export function escape(value: unknown): string {
  const text = String(value);
  // Most texts need no escaping, and a test is cheaper than a replacement.
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (character) => ENTITIES[character]!) : text;
}
