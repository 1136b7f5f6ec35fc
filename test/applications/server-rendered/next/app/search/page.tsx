'use client';

import { DutyList } from 'customs-widgets/react';
import { useState } from 'react';
import agency from '../../agency.json';

/** A client component that hears an event of the element. */
export default function Page() {
  const [matches, setMatches] = useState<number>();
  return (
    <main>
      <h1>Search</h1>
      <output>{matches}</output>
      <DutyList data={agency} filter onCustomsFilter={({ detail }) => setMatches(detail.matches)} />
    </main>
  );
}
