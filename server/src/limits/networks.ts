/* What an address belongs to: the household behind it, and the network around that. */

/** The steps of an IPv6 address, written out; undefined for IPv4. */
function steps(address: string): string[] | undefined {
  if (!address.includes(':')) return undefined;
  const [head = '', tail = ''] = address.split('%')[0]!.split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after].map((step) => step.toLowerCase().replace(/^0+(?=.)/, ''));
}

/** Reads an IPv4 address in the form of IPv6 as what it is. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.)/i, '');

/** Counts the addresses of a household as one: an IPv6 network of 64 bits gives it 2^64 of them. */
export function household(address: string): string {
  const given = plain(address);
  return steps(given)?.slice(0, 4).join(':') ?? given;
}

/**
 * The network that one customer of a provider can have: the first 48 bits of IPv6, which are 65,536 households, or the
 * first 24 of IPv4.
 */
export function network(address: string): string {
  const given = plain(address);
  return steps(given)?.slice(0, 3).join(':') ?? given.split('.').slice(0, 3).join('.');
}
