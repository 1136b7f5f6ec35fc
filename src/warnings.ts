const warned = new Set<string>();

/** Warns on the console, once per page for each message. */
export function warnOnce(message: string): void {
  if (warned.has(message)) return;
  // Messages contain values, and a server may see any number of them.
  if (warned.size > 500) warned.clear();
  warned.add(message);
  console.warn(`customs-widgets: ${message}`);
}

/** Warns once about a value that an attribute does not accept. */
export function warnNotAccepted(
  { localName }: Element,
  attribute: string,
  value: string,
  accepted: readonly string[],
): void {
  const names = accepted.map((one) => `"${one}"`).join(', ');
  warnOnce(`<${localName}>: ${attribute}="${value}" is not accepted; use ${names}.`);
}
