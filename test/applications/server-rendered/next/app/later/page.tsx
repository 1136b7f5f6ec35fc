'use client';

import type { AgencyInput } from 'customs-widgets';
import { DutyList } from 'customs-widgets/react';
import { useEffect, useState } from 'react';

/** Data that only the browser has. `null` says that it will follow. */
export default function Page() {
  const [agency, setAgency] = useState<AgencyInput | null>(null);
  const [matches, setMatches] = useState<number>();
  useEffect(() => {
    void import('../../agency.json').then((found) => setAgency(found.default));
  }, []);
  return (
    <main>
      <h1>Search</h1>
      <output>{matches}</output>
      <DutyList data={agency} filter onCustomsFilter={({ detail }) => setMatches(detail.matches)}>
        <p>What we do follows.</p>
      </DutyList>
    </main>
  );
}
