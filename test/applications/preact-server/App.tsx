import { CommentBox, DutyList, ProfileCard } from 'customs-widgets/preact';
import { MemoryCommentProvider } from 'customs-widgets/comments/memory';
import { useState } from 'preact/hooks';
import office from '../office.json';

const provider = new MemoryCommentProvider();

/** An office with two views. The server renders the first one. */
export function App() {
  const [view, setView] = useState('duties');
  const [hasSearch, setHasSearch] = useState(true);
  const [matches, setMatches] = useState<number>();

  return (
    <main>
      <button onClick={() => setView(view === 'duties' ? 'profile' : 'duties')}>
        Duties / Profile
      </button>
      <label>
        <input type="checkbox" checked={hasSearch} onChange={() => setHasSearch(!hasSearch)} />{' '}
        Search
      </label>
      <output>{matches}</output>
      {view === 'duties' ? (
        <DutyList
          lang="en"
          data={office}
          filter={hasSearch}
          headingLevel={1}
          onCustomsFilter={(event) => setMatches(event.detail.matches)}
        />
      ) : (
        <ProfileCard lang="en" data={office} variant="full">
          <p>{office.name}</p>
        </ProfileCard>
      )}
      <CommentBox lang="en" thread="office" provider={provider} />
    </main>
  );
}
