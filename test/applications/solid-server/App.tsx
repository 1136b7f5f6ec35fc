import { CommentBox, DutyList, ProfileCard } from 'customs-widgets/solid';
import { MemoryCommentProvider } from 'customs-widgets/comments/memory';
import { createSignal, Show } from 'solid-js';
import office from '../office.json';

const provider = new MemoryCommentProvider();

/** An office with two views. The server renders the first one. */
export function App() {
  const [view, setView] = createSignal('duties');
  const [hasSearch, setHasSearch] = createSignal(true);
  const [matches, setMatches] = createSignal<number>();

  return (
    <main>
      <button onClick={() => setView(view() === 'duties' ? 'profile' : 'duties')}>
        Duties / Profile
      </button>
      <label>
        <input type="checkbox" checked={hasSearch()} onChange={() => setHasSearch(!hasSearch())} />{' '}
        Search
      </label>
      <output>{matches()}</output>
      <Show
        when={view() === 'duties'}
        fallback={
          <ProfileCard lang="en" data={office} variant="full">
            <p>{office.name}</p>
          </ProfileCard>
        }
      >
        <DutyList
          lang="en"
          data={office}
          filter={hasSearch()}
          headingLevel={1}
          onCustomsFilter={(event) => setMatches(event.detail.matches)}
        />
      </Show>
      <CommentBox lang="en" thread="office" provider={provider} />
    </main>
  );
}
