/*
 * Everything the comment box knows about an engine that stores comments. All text is plain text; no
 * provider returns HTML.
 */

/** `pending`: waits for review. `withdrawn`: listed without text, only while it has replies. */
export type CommentStatus = 'pending' | 'published' | 'rejected' | 'withdrawn';

/** A comment in a thread. */
export interface CommentRecord {
  /** Opaque and stable identifier. */
  readonly id: string;
  /** Id of the comment that this one replies to. */
  readonly parentId: string | null;
  /** `official-reply` speaks for the agency. */
  readonly kind: 'comment' | 'official-reply';
  readonly status: CommentStatus;
  /** Plain text. Lines end with a line feed. */
  readonly body: string;
  /** BCP 47 tag of the text, if known. */
  readonly lang: string | null;
  readonly authorName: string | null;
  /** Time of posting (RFC 3339). */
  readonly createdAt: string;
  /** Number of replies that a list of them would contain. */
  readonly replyCount: number;
  /** Replies included in the response, oldest first: the official ones, or all. */
  readonly replies: readonly CommentRecord[];
}

/** One page of a list. */
export interface CommentPage {
  readonly items: readonly CommentRecord[];
  /** Cursor of the next page; `null` on the last page. */
  readonly nextCursor: string | null;
  /** Number of items in all pages; `undefined` if the engine does not say. */
  readonly total: number | undefined;
  /** Number of published comments in the thread, replies included, like `count()`; `undefined` if unknown. */
  readonly published?: number | undefined;
}

/** Order of a list: newest or oldest first. */
export const SORTS = ['newest', 'oldest'] as const;

/** Value of the attribute `sort`. */
export type Sort = (typeof SORTS)[number];

/** Identifies one page of one list. */
export interface ListRequest {
  readonly cursor?: string | undefined;
  /** Page size, 1 to 50. */
  readonly limit: number;
  readonly sort: Sort;
  /** Lists the replies to this comment instead of the thread. */
  readonly parentId?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** A comment as its author sends it. */
export interface CommentDraft {
  readonly body: string;
  readonly authorName?: string | undefined;
  /** Never shown, and never stored by the box. */
  readonly contact?: string | undefined;
  readonly parentId?: string | undefined;
  /** BCP 47 tag of the page. */
  readonly lang?: string | undefined;
  /** Version of the privacy notice that the author agreed to, and the time (RFC 3339). */
  readonly consent?: { readonly version: string; readonly at: string } | undefined;
}

/** Data sent with a draft. */
export interface SubmitOptions {
  /** Key of the draft. A repeated request with the same key stores nothing twice. */
  readonly idempotencyKey: string;
  /** True if an earlier request for this draft may have been stored. */
  readonly isRetry?: boolean | undefined;
  readonly captcha?: CaptchaProof | undefined;
  /** Token of the host site's own sign-in. */
  readonly identity?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Confirms that a comment was accepted. */
export interface Receipt {
  /** Receipt number; `null` if the engine gives none. It allows anyone to withdraw the comment. */
  readonly token: string | null;
  /** Id of the comment. */
  readonly id: string;
  readonly status: CommentStatus;
  /** Time of posting (RFC 3339). */
  readonly createdAt: string;
}

/** Status of the comment that belongs to a receipt. */
export interface ReceiptStatus {
  readonly id: string;
  readonly status: CommentStatus;
  /** Time of posting (RFC 3339). */
  readonly createdAt: string;
  /** Time of the last change of the status (RFC 3339). */
  readonly updatedAt: string;
  /** Reason for a rejection: a stable key, and a note by the moderator. */
  readonly reason: { readonly code: string; readonly note: string | null } | null;
  /** Official replies to the comment, oldest first. */
  readonly replies: readonly CommentRecord[];
}

/** The six points that 个人信息保护法 art. 17 requires before data is collected, as plain text. */
export interface PrivacyNotice {
  readonly handler: string;
  readonly purpose: string;
  readonly means: string;
  readonly kinds: string;
  readonly retention: string;
  readonly rights: string;
}

/** What the engine accepts in a thread. */
export interface Capabilities {
  /** True if new comments are accepted now. */
  readonly open: boolean;
  /** `before`: published after review. `after`: published at once. `undefined`: unknown. */
  readonly moderation: 'before' | 'after' | undefined;
  /** `optional`: the form has a field for a contact. */
  readonly contact: 'off' | 'optional';
  readonly identity: 'off' | 'optional' | 'required';
  /** Kinds of captcha on offer; empty if none is required. */
  readonly captcha: readonly CaptchaKind[];
  /** Version and text (by language tag) of the privacy notice; `undefined` if the page has it. */
  readonly consent:
    | { readonly version: string; readonly notice: Readonly<Record<string, PrivacyNotice>> }
    | undefined;
  /** Limits in graphemes; `pageSize` in comments. */
  readonly limits: {
    readonly body: number;
    /** Bytes of the text in UTF-8; absent if the engine sets no such limit. */
    readonly bodyBytes?: number | undefined;
    readonly authorName: number;
    readonly contact: number;
    readonly pageSize: number;
  };
  /** Keys of reasons to report a comment; empty if reports are not accepted. */
  readonly reportReasons: readonly string[];
  /** True if the comments are made up. The box says so. */
  readonly demo?: boolean;
}

/**
 * An engine that stores comments. Every method rejects only with a `ProviderError`, or with an
 * `AbortError` after its signal.
 */
export interface CommentProvider {
  capabilities(signal?: AbortSignal): Promise<Capabilities>;
  list(thread: string, request: ListRequest): Promise<CommentPage>;
  /** Absent in read-only engines. */
  submit?(thread: string, draft: CommentDraft, options: SubmitOptions): Promise<Receipt>;
  /** Looks up the status of a receipt. */
  status?(token: string, signal?: AbortSignal): Promise<ReceiptStatus>;
  /** Withdraws and erases the comment of a receipt. */
  withdraw?(token: string, signal?: AbortSignal): Promise<void>;
  /** Counts the published comments of each thread, replies included. */
  count?(threads: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, number>>;
  /** Reports a comment to the moderators. */
  report?(id: string, reason: string, signal?: AbortSignal): Promise<void>;
}

/** `pow`: proof of work. `code`: digits to type. */
export type CaptchaKind = 'pow' | 'code';

/** A captcha to solve. */
export type Challenge =
  | {
      readonly kind: 'pow';
      /** Data that the provider needs to solve it. */
      readonly challenge: unknown;
    }
  | {
      readonly kind: 'code';
      readonly id: string;
      /** Number of digits. */
      readonly digits: number;
      /** Picture of the digits, as a `data:` address, which strict policies allow. */
      readonly image: string;
      /** Loads the digits as speech in a language (BCP 47 tag). */
      audio(lang: string, signal?: AbortSignal): Promise<ArrayBuffer>;
    };

/** Proof that a captcha was solved, sent with the draft. */
export interface CaptchaProof {
  /** `pow`, `code`, or the field name of a third-party captcha. */
  readonly kind: string;
  readonly payload: string;
}

/** Provides captchas. Rejects as a `CommentProvider` does. */
export interface CaptchaProvider {
  challenge(thread: string, kind: CaptchaKind, signal?: AbortSignal): Promise<Challenge>;
  /** @param typed - text typed for a challenge of kind `code` */
  solve(challenge: Challenge, typed: string, signal?: AbortSignal): Promise<CaptchaProof>;
}

/** The host site's own sign-in. */
export interface IdentityProvider {
  /** Returns an opaque token for the engine; `undefined` if nobody is signed in. */
  token(signal?: AbortSignal): Promise<string | undefined>;
  /** Opens the sign-in. Without this method, the box only says that a sign-in is required. */
  signIn?(): void;
}
