/* What the types of the components must refuse: the lines that say "wrong", and no other. */
import type { CustomsDutyList } from 'customs-widgets';
import { CommentBox, DutyList, LinkList, ProfileCard, RankLadder } from 'customs-widgets/solid';
import { MemoryCommentProvider } from 'customs-widgets/comments/memory';

const provider = new MemoryCommentProvider();

export function Wrong() {
  let list: CustomsDutyList | undefined;
  let input: HTMLInputElement | undefined;
  return (
    <ProfileCard variant="full">
      <DutyList
        ref={list}
        id="list"
        class="wide"
        slot="actions"
        part="duties"
        lang="en"
        nonce="abc"
        page="https://example.org/duties"
        styles="none"
        data-count={3}
        aria-label="Duties"
        onClick={() => list?.reload()}
        filter
        elder={false}
        theme="dark"
        headingLevel={3}
        onCustomsFilter={(event) => event.currentTarget.numbering + event.detail.text.trim()}
        onCustomsReady={undefined}
      >
        <p>Duties</p>
      </DutyList>
      <DutyList ref={(element) => void element.reload()} data={null} />
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
      <customs-duty-list
        ref={list}
        prop:data={null}
        attr:heading-level="3"
        filter
        on:customs-filter={(event) => event.currentTarget.numbering + event.detail.text.trim()}
      />
      <customs-duty-list prop:data="police.json" /* wrong */ />
      <customs-duty-list attr:heading-level="three" /* wrong */ />
      <customs-duty-list on:customs-filter={(event) => event.detail.matches.trim()} /* wrong */ />
      <customs-duty-list colour="red" /* wrong */ />
      <customs-unknown /* wrong */ />
    </ProfileCard>
  );
}
