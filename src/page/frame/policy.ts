/**
 * Sets the policy of the page: nothing loads from another site, also not by a redirect from this
 * one. A script writes it, because WebKit does not match `'self'` in a frame with `sandbox`: there
 * the site has to be named, which a file cannot do.
 */
export function setPolicy(): void {
  // A disk has no name, and `'self'` is enough there.
  const own = location.protocol === 'file:' ? "'self'" : `'self' ${location.origin}`;
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = [
    "default-src 'none'",
    `script-src ${own}`,
    `style-src ${own}`,
    `img-src ${own} data:`,
    `connect-src ${own}`,
    "base-uri 'none'",
    `form-action ${own}`,
    "require-trusted-types-for 'script'",
  ].join('; ');
  document.head.append(meta);
}
