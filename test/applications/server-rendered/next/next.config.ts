import type { NextConfig } from 'next';

const config: NextConfig = {
  // The comment service answers on the address of the site.
  rewrites: async () => [
    { source: '/comments/:path*', destination: `${process.env.COMMENTS}/:path*` },
  ],
  // The folder around it has a lock file too.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
};

export default config;
