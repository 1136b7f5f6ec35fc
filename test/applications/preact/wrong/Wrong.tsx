/* What the types must refuse: the lines that say "wrong", and no other. */
import type { CustomsDutyList } from 'customs-widgets';
import type {} from 'customs-widgets/preact';
import { MemoryCommentProvider } from 'customs-widgets/comments/memory';
import { useRef } from 'preact/hooks';

const provider = new MemoryCommentProvider();

export function Wrong() {
  const list = useRef<CustomsDutyList>(null);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <customs-duty-list
        ref={list}
        key="list"
        id="list"
        class="wide"
        slot="main"
        part="duties"
        lang="en"
        data-count={3}
        aria-label="Duties"
        onClick={() => list.current?.reload()}
        agency={undefined}
        data={undefined}
        filter
        elder={false}
        theme="dark"
        headingLevel={3}
        heading-level="3"
        oncustoms-filter={(event) => event.currentTarget.numbering + event.detail.text.trim()}
      >
        <p>Duties</p>
      </customs-duty-list>
      <customs-comment-box provider={provider} hide-when-empty page-size={10} sort="oldest" />
      <customs-rank-ladder view="table" highlight="a b" />
      <customs-comment-box hide-when-empty={false} /* wrong */ />
      <customs-duty-list data={{ name: 'Police', duties: ['Keeps order.'] }} />
      <customs-duty-list data={null} src={undefined} />
      <customs-duty-list data={{ lang: 'en' }} /* wrong */ />
      <customs-duty-list data="police.json" /* wrong */ />
      <customs-duty-list numbering="roman" /* wrong */ />
      <customs-duty-list filter="yes" /* wrong */ />
      <customs-duty-list colour="red" /* wrong */ />
      <customs-duty-list theme={3} /* wrong */ />
      <customs-duty-list headingLevel="three" /* wrong */ />
      <customs-duty-list heading-level="three" /* wrong */ />
      <customs-duty-list ref={input} /* wrong */ />
      <customs-duty-list reload={() => {}} /* wrong */ />
      <customs-duty-list oncustoms-ready={(event) => event.detail.text} /* wrong */ />
      <customs-duty-list oncustoms-filter={(event) => event.detail.matches.trim()} /* wrong */ />
      <customs-duty-list oncustoms-filter="search()" /* wrong */ />
      <customs-comment-box provider={{}} /* wrong */ />
      <customs-comment-box sort="best" /* wrong */ />
      <customs-link-list view="table" /* wrong */ />
      <customs-unknown /* wrong */ />
    </>
  );
}
