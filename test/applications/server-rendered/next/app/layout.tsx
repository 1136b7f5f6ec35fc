import type { Metadata } from 'next';
import Link from 'next/link';
import type { ReactNode } from 'react';

export const metadata: Metadata = { title: 'Police of Exampleton', icons: 'data:,' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>
        <nav>
          <Link href="/">Duties</Link> <Link href="/search">Search</Link>{' '}
          <Link href="/guide/1" prefetch={false}>
            Guide
          </Link>
        </nav>
        {children}
      </body>
    </html>
  );
}
