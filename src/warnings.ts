const warned = new Set<string>();

/** Warns on the console, once a page for each message. */
export function warnOnce(message: string): void {
  if (warned.has(message)) return;
  // Messages name values, and a server may see any number of them.
  if (warned.size > 500) warned.clear();
  warned.add(message);
  console.warn(`customs-widgets: ${message}`);
}
