/*
 * What the comment box knows of the engine that keeps the comments: these interfaces, and nothing else. All
 * texts are plain text; no provider hands over HTML.
 */

/** `pending` waits for review; a `withdrawn` one is listed only while it has replies, without its text. */
export type CommentStatus = 'pending' | 'published' | 'rejected' | 'withdrawn';

/** A comment that the thread shows. */
export interface CommentRecord {
  /** Opaque and stable. */
  readonly id: string;
  /** The comment that this one answers. */
  readonly parentId: string | null;
  /** `official-reply` speaks for the agency. */
  readonly kind: 'comment' | 'official-reply';
  readonly status: CommentStatus;
  /** Plain text; lines end with a line feed. */
  readonly body: string;
  /** BCP 47 tag of the text, when it is known. */
  readonly lang: string | null;
  readonly authorName: string | null;
  /** RFC 3339. */
  readonly createdAt: string;
  /** How many replies a list of them would show. */
  readonly replyCount: number;
  /** Replies that came along, oldest first: the official ones, or all. */
  readonly replies: readonly CommentRecord[];
}

/** One page of a list. */
export interface CommentPage {
  readonly items: readonly CommentRecord[];
  /** Asks for the page after this one; `null` on the last. */
  readonly nextCursor: string | null;
  /** How many items all pages hold together; `undefined` when the engine does not say. */
  readonly total: number | undefined;
  /** Published comments of the thread, replies included, as `count()` says; `undefined` when the engine does not say. */
  readonly published?: number | undefined;
}

/** The order of a list: newest or oldest first. */
export const SORTS = ['newest', 'oldest'] as const;

/** Value of the attribute `sort`. */
export type Sort = (typeof SORTS)[number];

/** Which page of which list. */
export interface ListRequest {
  readonly cursor?: string | undefined;
  /** 1 to 50. */
  readonly limit: number;
  readonly sort: Sort;
  /** Lists the replies to this comment instead of the thread. */
  readonly parentId?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What a citizen sends. */
export interface CommentDraft {
  readonly body: string;
  readonly authorName?: string | undefined;
  /** Never shown, and never kept by the box. */
  readonly contact?: string | undefined;
  readonly parentId?: string | undefined;
  /** BCP 47 tag of the page. */
  readonly lang?: string | undefined;
  /** The version of the privacy notice that was agreed to, and when (RFC 3339). */
  readonly consent?: { readonly version: string; readonly at: string } | undefined;
}

/** What goes with a draft. */
export interface SubmitOptions {
  /** One for each draft; repeating a request with it stores nothing twice. */
  readonly idempotencyKey: string;
  /** Whether an earlier request for this draft may have been stored. */
  readonly isRetry?: boolean | undefined;
  readonly captcha?: CaptchaProof | undefined;
  /** A token of the host's own sign-in. */
  readonly identity?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** That a comment was taken. */
export interface Receipt {
  /** The receipt number; `null` when the engine gives none. Whoever has it can withdraw the comment. */
  readonly token: string | null;
  /** Of the comment. */
  readonly id: string;
  readonly status: CommentStatus;
  /** RFC 3339. */
  readonly createdAt: string;
}

/** How the comment of a receipt stands. */
export interface ReceiptStatus {
  readonly id: string;
  readonly status: CommentStatus;
  /** RFC 3339. */
  readonly createdAt: string;
  /** When the status last changed, RFC 3339. */
  readonly updatedAt: string;
  /** Why it was rejected: a stable key, and words of the moderator. */
  readonly reason: { readonly code: string; readonly note: string | null } | null;
  /** The official replies to it, oldest first. */
  readonly replies: readonly CommentRecord[];
}

/** The six points that 个人信息保护法 art. 17 asks for before data is collected, as plain text. */
export interface PrivacyNotice {
  readonly handler: string;
  readonly purpose: string;
  readonly means: string;
  readonly kinds: string;
  readonly retention: string;
  readonly rights: string;
}

/** What the engine takes from a thread. */
export interface Capabilities {
  /** Whether comments are taken at present. */
  readonly open: boolean;
  /** `before`: published after review; `after`: at once; `undefined`: the engine does not say. */
  readonly moderation: 'before' | 'after' | undefined;
  /** Whether the form asks for a contact. */
  readonly contact: 'off' | 'optional';
  readonly identity: 'off' | 'optional' | 'required';
  /** Kinds of captcha that are offered; empty when none is asked for. */
  readonly captcha: readonly CaptchaKind[];
  /** Version and, for each language tag, text of the privacy notice; `undefined` when the page has to bring it. */
  readonly consent:
    | { readonly version: string; readonly notice: Readonly<Record<string, PrivacyNotice>> }
    | undefined;
  /** In graphemes, but `pageSize`. */
  readonly limits: {
    readonly body: number;
    readonly authorName: number;
    readonly contact: number;
    readonly pageSize: number;
  };
  /** Keys of reasons to report a comment; empty when reports are not taken. */
  readonly reportReasons: readonly string[];
  /** The comments are made up, and the box says so. */
  readonly demo?: boolean;
}

/**
 * An engine that keeps comments. Every method rejects with a `ProviderError` and nothing else, but for an
 * `AbortError` after its signal.
 */
export interface CommentProvider {
  capabilities(signal?: AbortSignal): Promise<Capabilities>;
  list(thread: string, request: ListRequest): Promise<CommentPage>;
  /** Absent for engines that only show. */
  submit?(thread: string, draft: CommentDraft, options: SubmitOptions): Promise<Receipt>;
  /** Looks a receipt up. */
  status?(token: string, signal?: AbortSignal): Promise<ReceiptStatus>;
  /** Withdraws and erases the comment of a receipt. */
  withdraw?(token: string, signal?: AbortSignal): Promise<void>;
  /** Published comments of each thread, replies included. */
  count?(threads: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, number>>;
  /** Tells the moderators about a comment. */
  report?(id: string, reason: string, signal?: AbortSignal): Promise<void>;
}

/** `pow` is a proof of work, `code` are digits to be typed. */
export type CaptchaKind = 'pow' | 'code';

/** A captcha to be solved. */
export type Challenge =
  | {
      readonly kind: 'pow';
      /** Whatever the provider needs to solve it. */
      readonly challenge: unknown;
    }
  | {
      readonly kind: 'code';
      readonly id: string;
      /** How many digits there are. */
      readonly digits: number;
      /** The picture, as a `data:` address, which strict content security policies allow. */
      readonly image: string;
      /** The digits as sound, spoken in a language (BCP 47 tag). */
      audio(lang: string, signal?: AbortSignal): Promise<ArrayBuffer>;
    };

/** What is sent with the draft to prove that a captcha was solved. */
export interface CaptchaProof {
  /** `pow`, `code`, or the name of the field of a third party. */
  readonly kind: string;
  readonly payload: string;
}

/** Who asks that a person is at work. Rejects as a `CommentProvider` does. */
export interface CaptchaProvider {
  challenge(thread: string, kind: CaptchaKind, signal?: AbortSignal): Promise<Challenge>;
  /** @param typed - what was typed for a challenge of kind `code` */
  solve(challenge: Challenge, typed: string, signal?: AbortSignal): Promise<CaptchaProof>;
}

/** The host's own sign-in. */
export interface IdentityProvider {
  /** An opaque token for the engine; `undefined` while nobody is signed in. */
  token(signal?: AbortSignal): Promise<string | undefined>;
  /** Leads to the sign-in; without it the box only says that signing in is needed. */
  signIn?(): void;
}
