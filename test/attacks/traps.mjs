/* Values that no JSON has, and values that are too much of it. */

const cycle = (name) => {
  const around = { label: '甲', url: 'https://a.example/' };
  around[name] = [around];
  return around;
};

const nested = (depth, wrap) => {
  let value = 'https://a.example/';
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
};

const throwing = () => {
  throw new Error('no reading');
};

/** Each is made when it is needed. */
export const TRAPS = {
  getter: () => Object.defineProperty({}, 'name', { enumerable: true, get: throwing }),
  url: () => Object.defineProperty({ label: '甲' }, 'url', { enumerable: true, get: throwing }),
  proxy: () => new Proxy({}, { get: throwing, has: throwing, ownKeys: throwing }),
  revoked: () => {
    const { proxy, revoke } = Proxy.revocable([], {});
    revoke();
    return proxy;
  },
  cycleOfLinks: () => cycle('links'),
  cycleOfItems: () => cycle('items'),
  cycleOfRanks: () => cycle('ranks'),
  cycleOfNobody: () => cycle('nobody'),
  deepLinks: () => nested(10_000, (links) => ({ links: [links] })),
  deepArray: () => nested(10_000, (item) => [item]),
  deepObject: () => nested(10_000, (member) => ({ member })),
  sparse: () => Object.assign([], { 3: '甲', length: 2_000_000_000 }),
  endless: () => ({
    *[Symbol.iterator]() {
      for (;;) yield '甲';
    },
  }),
  text: () => ({ toString: throwing, [Symbol.toPrimitive]: throwing }),
  json: () => ({ toJSON: throwing }),
  map: () => new Map([['name', '甲']]),
  set: () => new Set(['甲']),
  bytes: () => new Uint8Array(8),
  date: () => new Date(NaN),
  promise: () => Promise.resolve('甲'),
  thenable: () => ({ then: () => undefined }),
  symbol: () => Symbol('甲'),
  big: () => 10n,
  call: () => throwing,
  boxed: () => Object('甲'),
  bare: () => Object.assign(Object.create(null), { name: '甲' }),
  polluted: () => JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": 1}}'),
  long: () => '长'.repeat(100_000),
  list: () => Array.from({ length: 10_000 }, () => '甲'),
};
