import { CLOSED } from './closed.js';
import type { RequestOptions } from '../../request.js';
import { listOf } from '../read-answers.js';
import { askService, type ServiceAddress } from './http-service.js';
import { ProviderError } from '../errors.js';
import type {
  Capabilities,
  CommentDraft,
  CommentPage,
  CommentProvider,
  CommentRecord,
  CommentStatus,
  ListRequest,
  Receipt,
  SubmitOptions,
} from '../types.js';

type Query = Record<string, string> | string[][];
type WalineId = string | number | null;

/** The members of a Waline comment that are used here. */
interface WalineComment {
  readonly objectId: WalineId;
  /** `pid`: the comment that this one replies to. `rid`: the top comment of the branch. */
  readonly pid?: WalineId;
  readonly rid?: WalineId;
  /** The text as typed; `comment` is HTML. */
  readonly orig: unknown;
  readonly nick?: string | number | null;
  /** Role of the author. */
  readonly type?: string;
  readonly status?: string;
  readonly time: number;
  /** All descendants, at any depth. */
  readonly children?: unknown;
}

interface WalinePage {
  readonly data: unknown;
  readonly totalPages: number;
  /** Replies included. */
  readonly count: number;
}

/** A refusal has an error number and a success status of HTTP. */
interface WalineAnswer {
  readonly errno?: number;
  readonly errmsg?: unknown;
  readonly data?: unknown;
}

const STATUS: Readonly<Record<string, CommentStatus>> = {
  approved: 'published',
  waiting: 'pending',
};

/** Field of a third-party captcha → its name in Waline. */
const CAPTCHA_FIELD: Readonly<Record<string, string>> = {
  'cf-turnstile-response': 'turnstile',
  'g-recaptcha-response': 'recaptchaV3',
};

/** Removes control characters: they have no meaning in a text, and Waline fails on NUL. */
const plain = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/[\0-\x08\x0b-\x1f]/g, '');

/** Makes an id: `7`, or `7.12` for a reply in the branch of `7`. A reply has to name both. */
const idOf = (id: WalineId, root: WalineId | undefined): string =>
  root && String(root) !== String(id) ? `${root}.${id}` : String(id);

/** @throws ProviderError `protocol` */
function readComment(value: unknown): CommentRecord {
  const { objectId, pid, rid, orig, nick, type, status, time, children } = Object(
    value,
  ) as WalineComment;
  const date = new Date(time);
  if (!objectId || typeof orig !== 'string' || Number.isNaN(date.getTime()))
    throw new ProviderError('protocol', { reason: value });
  // Waline sends replies in either order, and those of the same second in any.
  const age = ({ createdAt, id }: CommentRecord): string => createdAt + id;
  const replies = listOf(children ?? [])
    .map(readComment)
    .sort((one, other) => age(one).localeCompare(age(other), 'en', { numeric: true }));
  return {
    id: idOf(objectId, rid),
    parentId: rid ? idOf(pid ?? rid, rid) : null,
    kind: rid && type === 'administrator' ? 'official-reply' : 'comment',
    // The oldest comments have no status.
    status: STATUS[status || 'approved'] ?? 'rejected',
    body: plain(orig),
    lang: null,
    authorName: plain(String(nick ?? '')) || null,
    createdAt: date.toISOString(),
    replyCount: replies.length,
    replies,
  };
}

/** Comments on a Waline server (version 3 of its API). There are no receipts to look up. */
export class WalineCommentProvider implements CommentProvider {
  readonly #service: ServiceAddress;

  constructor(service: Omit<ServiceAddress, 'site'>) {
    this.#service = { site: '', ...service };
  }

  /** Waline publishes no capabilities and sets no limits. */
  capabilities(): Promise<Capabilities> {
    return Promise.resolve({ ...CLOSED, open: true });
  }

  async list(thread: string, request: ListRequest): Promise<CommentPage> {
    const { cursor = '1', limit, sort, parentId, signal } = request;
    // All replies came with the thread.
    if (parentId) return { items: [], nextCursor: null, total: 0 };
    const sortBy = sort === 'newest' ? 'insertedAt_desc' : 'insertedAt_asc';
    const query = { path: thread, page: cursor, pageSize: String(limit), sortBy };
    const answer = Object(await askWaline(this.#service, query, { signal })) as WalinePage;
    const page = Number(cursor);
    return {
      items: listOf(answer.data).map(readComment),
      nextCursor: page < answer.totalPages ? String(page + 1) : null,
      total: undefined,
      published: answer.count,
    };
  }

  async submit(thread: string, draft: CommentDraft, options: SubmitOptions): Promise<Receipt> {
    const { captcha, identity, signal, isRetry } = options;
    const [rid, pid = rid] = draft.parentId?.split('.') ?? [];
    const body = {
      ...(captcha && { [CAPTCHA_FIELD[captcha.kind] ?? captcha.kind]: captcha.payload }),
      url: thread,
      // Sent as typed. Escaped for Markdown, the text would show its backslashes in this box, which
      // renders it as plain text. Other clients show the HTML that Waline makes from it and
      // sanitises.
      comment: plain(draft.body),
      nick: plain(draft.authorName ?? ''),
      mail: '',
      link: '',
      // Waline would publish the author's browser and system.
      ua: '',
      pid,
      rid,
    };
    const headers = { ...(identity && { Authorization: `Bearer ${identity}` }) };
    try {
      const answer = await askWaline(this.#service, {}, { method: 'POST', headers, body, signal });
      const { id, status, createdAt } = readComment(answer);
      return { token: null, id, status, createdAt };
    } catch (error) {
      const { errno, errmsg } = Object((error as ProviderError).reason) as WalineAnswer;
      // Waline refuses the same text under the same name. Only a retry can mean its own first
      // attempt.
      if (errmsg === 'Duplicate Content') {
        if (isRetry)
          return { token: null, id: '', status: 'pending', createdAt: new Date().toISOString() };
        throw new ProviderError('validation', {
          isFinal: true,
          fields: [{ field: 'body', key: 'duplicate' }],
        });
      }
      // Without a captcha, Waline rejects the address of the visitor or of the page.
      if (errno === 403) throw new ProviderError(captcha ? 'captcha' : 'closed', { reason: error });
      throw error;
    }
  }

  count(threads: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, number>> {
    return countByWaline(this.#service, threads, signal);
  }
}

/** @throws ProviderError whose reason is the response */
async function askWaline(
  service: ServiceAddress,
  query: Query,
  options: RequestOptions,
): Promise<unknown> {
  // Sets the language, because the messages are searched for English text.
  const path = `api/comment?lang=en-US&${new URLSearchParams(query)}`;
  const reason = await askService(service, path, options);
  const { errno, errmsg, data } = Object(reason) as WalineAnswer;
  if (errno === 0) return data;
  if (!errno) throw new ProviderError('protocol', { reason });
  const isTooFast = String(errmsg).includes('too fast');
  throw new ProviderError(isTooFast ? 'rate-limited' : 'validation', {
    isFinal: !isTooFast,
    reason,
  });
}

/** Counts comments on Waline. A separate function, for pages that show only numbers. */
export async function countByWaline(
  service: ServiceAddress,
  threads: readonly string[],
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, number>> {
  if (!threads.length) return new Map();
  // Repeats the first name, because Waline splits a single name at its commas.
  const query = [...threads, threads[0]!].map((thread) => ['url', thread]);
  const counts = listOf(await askWaline(service, [['type', 'count'], ...query], { signal }));
  return new Map(threads.map((thread, index) => [thread, Number(counts[index])]));
}
