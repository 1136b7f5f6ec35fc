const warned = new Set<string>();

/** Warns on the console, once a page for each message. */
export function warnOnce(message: string): void {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(`customs-widgets: ${message}`);
}
