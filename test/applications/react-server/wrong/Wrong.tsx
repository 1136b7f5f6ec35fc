/* What the types of the components must refuse: the lines that say "wrong", and no other. */
import type { CustomsDutyList } from 'customs-widgets';
import { CommentBox, DutyList, LinkList, ProfileCard, RankLadder } from 'customs-widgets/react';
import { MemoryCommentProvider } from 'customs-widgets/comments/memory';
import { useRef } from 'react';

const provider = new MemoryCommentProvider();

export function Wrong() {
  const list = useRef<CustomsDutyList>(null);
  const input = useRef<HTMLInputElement>(null);
  return (
    <ProfileCard variant="full">
      <DutyList
        ref={list}
        key="list"
        id="list"
        className="wide"
        slot="actions"
        part="duties"
        lang="en"
        nonce="abc"
        page="https://example.org/duties"
        styles="none"
        data-count={3}
        aria-label="Duties"
        onClick={() => list.current?.reload()}
        filter
        elder={false}
        theme="dark"
        headingLevel={3}
        onCustomsFilter={(event) => event.currentTarget.numbering + event.detail.text.trim()}
        onCustomsReady={undefined}
      >
        <p>Duties</p>
      </DutyList>
      <DutyList ref={(element) => void element?.reload()} data={null} />
      <CommentBox provider={provider} hideWhenEmpty={false} pageSize={10} sort="oldest" />
      <RankLadder view="table" highlight="a b" />
      <DutyList numbering="roman" /* wrong */ />
      <DutyList filter="yes" /* wrong */ />
      <DutyList colour="red" /* wrong */ />
      <DutyList theme={3} /* wrong */ />
      <DutyList headingLevel="three" /* wrong */ />
      <DutyList heading={3} /* wrong */ />
      <DutyList ref={input} /* wrong */ />
      <DutyList reload={() => {}} /* wrong */ />
      <DutyList onCustomsReady={(event) => event.detail.text} /* wrong */ />
      <DutyList onCustomsFilter={(event) => event.detail.matches.trim()} /* wrong */ />
      <DutyList onCustomsFilter="search()" /* wrong */ />
      <DutyList onCustomsView={() => {}} /* wrong */ />
      <CommentBox provider={{}} /* wrong */ />
      <CommentBox sort="best" /* wrong */ />
      <CommentBox styles="none" /* wrong */ />
      <LinkList view="table" /* wrong */ />
    </ProfileCard>
  );
}
