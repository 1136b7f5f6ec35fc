/* One comment with all that can be done about it. */
import { ACTIONS, isPossible, LOOKS } from './actions.js';
import { announce } from './announcements.js';
import { historyPanel } from './audit.js';
import * as parts from './comment-parts.js';
import { decide, erasePanel, rejectPanel } from './decisions.js';
import { button, element, uniqueId } from './elements.js';
import { holdPanel, liftPanel } from './hold-panels.js';
import { keptText } from './kept-text.js';
import { sentence } from './language.js';
import { replyPanel } from './reply-panel.js';
import { keepDraft, readDraft } from './storage.js';

/** Panel → what builds it. */
const PANELS = {
  reject: rejectPanel,
  reply: replyPanel,
  history: historyPanel,
  hold: holdPanel,
  lift: liftPanel,
  erase: erasePanel,
};

/** The card of a comment. */
export class CommentCard {
  /** The decision that was sent without success, if any; it may have been carried out all the same. */
  unanswered;
  #headingId = uniqueId('comment');
  #panelId = uniqueId('panel');
  #opened = null;

  /**
   * @param {object} comment
   * @param {{session: object, onSettled: (card: CommentCard) => void}} context - is told of decisions
   */
  constructor(comment, context) {
    this.context = context;
    this.node = element('article', {
      tabindex: '-1',
      'aria-labelledby': this.#headingId,
      'data-comment-id': comment.id,
    });
    this.show(comment);
  }

  get busy() {
    return this.node.getAttribute('aria-busy') === 'true';
  }

  /** Whether a request about it is under way. */
  set busy(busy) {
    this.node.setAttribute('aria-busy', String(busy));
  }

  /** Whether an action is possible at present. */
  allows(action) {
    return isPossible(action, this.comment, this.context.session);
  }

  /** Shows the comment as it stands, with what was typed before. */
  show(comment, notice) {
    this.comment = comment;
    this.#opened = null;
    this.problems = element('div');
    this.panel = element('div', { id: this.#panelId });
    this.actions = element('div', { class: 'actions' }, ...this.#buttons());
    const children = [
      parts.commentHeader(comment, this.#headingId),
      notice,
      parts.commentText(comment),
      parts.commentFacts(comment),
      parts.commentReports(comment),
      this.actions,
      this.problems,
      this.panel,
      ...['reply', 'reject'].map((name) => !this.allows(name) && keptText(comment.id, name)),
    ];
    this.node.className = 'card';
    this.node.replaceChildren(...children.filter(Boolean));
    const typed = ['reply', 'reject'].filter((name) => readDraft(comment.id, name));
    const resumed = typed.find((name) => this.allows(name));
    if (resumed) this.open(resumed);
  }

  /** Whether the moderator is at this card still, and has not gone on to another while it was busy. */
  hasFocus() {
    const focused = document.activeElement;
    return focused === document.body || this.node.contains(focused);
  }

  /** Shows the comment with a notice that is said, and gets the focus unless that went on. */
  showWithNotice(comment, getNotice) {
    const stays = this.hasFocus();
    const notice = element('p', { class: 'notice', tabindex: '-1' }, getNotice);
    this.show(comment, notice);
    if (stays) notice.focus();
    announce(getNotice());
  }

  /** Shrinks a comment that was dealt with to one line, from which it can be opened again. */
  collapse() {
    const { comment } = this;
    const reopen = () => {
      this.show(comment);
      this.node.focus();
    };
    this.node.className = 'card done';
    this.node.replaceChildren(
      element(
        'h3',
        { id: this.#headingId },
        parts.statusBadge(comment),
        comment.status !== 'withdrawn' && parts.authorName(comment),
      ),
      button(() => sentence('expand'), reopen),
    );
  }

  /** Says that the comment is no longer there. */
  showGone() {
    const { id } = this.comment;
    const stays = this.hasFocus();
    const notice = element('h3', { id: this.#headingId, tabindex: '-1' }, () =>
      sentence('conflict.gone'),
    );
    const kept = ['reply', 'reject'].map((name) => keptText(id, name)).filter(Boolean);
    this.node.className = 'card done';
    this.node.replaceChildren(notice, ...kept);
    if (stays) notice.focus();
    announce(sentence('conflict.gone'));
  }

  /** Opens a panel in place of the one that is open. */
  open(name) {
    this.close();
    this.#opened = name;
    this.#button(name).setAttribute('aria-expanded', 'true');
    const panel = PANELS[name](this);
    this.panel.replaceChildren(panel.node);
    panel.node.addEventListener('keydown', (pressed) => {
      // Composing Chinese also uses Escape.
      if (pressed.key !== 'Escape' || pressed.isComposing) return;
      this.close();
      this.#button(name).focus();
    });
    return panel;
  }

  /** Closes the open panel; what was typed in it is kept. */
  close() {
    if (this.#opened) this.#button(this.#opened).setAttribute('aria-expanded', 'false');
    this.#opened = null;
    this.panel.replaceChildren();
  }

  /** Closes the open panel and forgets what was typed in it. */
  cancel(name) {
    keepDraft(this.comment.id, name, undefined);
    this.close();
    this.#button(name).focus();
  }

  /** Publishes the comment. */
  /** Leaves a reported comment as it is. */
  keep() {
    return decide(this, { status: 'published', isKept: true }, this.problems, () => {
      this.#button('keep').focus();
      this.keep();
    });
  }

  publish() {
    return decide(this, { status: 'published' }, this.problems, () => {
      this.#button('publish').focus();
      this.publish();
    });
  }

  #button(name) {
    return this.actions.querySelector(`[data-action="${name}"]`);
  }

  #buttons() {
    return ACTIONS.filter((name) => this.allows(name)).map((name) => {
      const label = () => sentence(name);
      const attributes = { class: LOOKS[name], 'data-action': name };
      if (name === 'publish') return button(label, () => this.publish(), attributes);
      if (name === 'keep') return button(label, () => this.keep(), attributes);
      const toggle = () => (this.#opened === name ? this.close() : this.open(name).focus());
      return button(label, toggle, {
        ...attributes,
        'aria-expanded': 'false',
        'aria-controls': this.#panelId,
      });
    });
  }
}
