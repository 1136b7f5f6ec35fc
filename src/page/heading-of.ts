/** Finds the heading of an element, which may be that of an element that it draws. */
export function headingOf({ shadowRoot }: Element): Element | undefined {
  const own = shadowRoot?.querySelector('[part~=heading]');
  if (own) return own;
  for (const drawn of shadowRoot?.querySelectorAll('*') ?? []) {
    const heading = headingOf(drawn);
    if (heading) return heading;
  }
  return undefined;
}
