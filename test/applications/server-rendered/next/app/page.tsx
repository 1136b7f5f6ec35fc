import { DutyList } from 'customs-widgets/react';
import agency from '../agency.json';

/** A server component. The server writes what the element shows, and the browser takes it over. */
export default function Page() {
  return (
    <main>
      <h1>{agency.name}</h1>
      <DutyList data={agency} filter />
    </main>
  );
}
