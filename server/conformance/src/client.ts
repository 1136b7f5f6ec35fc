/* The one way to the backend. It checks every answer, whatever the test asks about. */
import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { Static, TSchema } from 'typebox';
import { Problem, PROBLEM_STATUS, type ProblemKey } from '../../src/contract/problems.js';
import { ContractDocument } from './document.js';
import { options } from './options.js';
import { assertValid } from './schemas.js';

/** What a request is made of. */
export interface Sending {
  method?: string;
  /** Address of the process to ask, when not the first. */
  base?: string;
  headers?: Record<string, string>;
  /** Sent as JSON. */
  json?: unknown;
  /** Sent as it is; a function where a retry needs a new one. */
  raw?: string | Uint8Array | (() => ReadableStream<Uint8Array>);
}

/** An answer, read to its end. */
export interface Answer {
  status: number;
  headers: Headers;
  bytes: Uint8Array;
  text: string;
  /** The parsed JSON, where the answer is JSON. */
  body: unknown;
}

/** How often, and how long, to wait for a service that asks the tester to slow down. */
const PATIENCE = 5;
const LONGEST_WAIT_SECONDS = 70;
const ANSWER_WITHIN_MS = 60_000;

const LEAKS: Record<string, RegExp> = {
  'a line of a stack': /\bat [^\n"]*[:(][^\n"]+:\d+:\d+/,
  'a path of the sources': /node_modules|file:\/\/|\.[cm]?[jt]s:\d+/,
  'words of the database':
    /SQLITE_|\bsqlite\b|\bpostgres|SQLSTATE|\b(SELECT|INSERT|UPDATE) [a-z*"]/,
  'an error of the system': /\b(ECONN[A-Z]+|ENOENT|EACCES|ENOSPC)\b/,
};

let published: Promise<ContractDocument> | undefined;

/** The document that the backend publishes. */
export function contractDocument(): Promise<ContractDocument> {
  published ??= fetch(`${options.url}/v1/openapi.yaml`).then(async (response) => {
    assert.equal(response.status, 200, `GET /v1/openapi.yaml answered ${response.status}`);
    return new ContractDocument(await response.text());
  });
  return published;
}

async function attempt(path: string, sending: Sending): Promise<Answer> {
  const { method = 'GET', base = options.url, json, raw } = sending;
  const headers = new Headers(sending.headers);
  if (json !== undefined && !headers.has('content-type')) {
    headers.set('content-type', 'application/json');
  }
  const body =
    json === undefined ? (typeof raw === 'function' ? raw() : raw) : JSON.stringify(json);
  const response = await fetch(base + path, {
    method,
    headers,
    redirect: 'manual',
    signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    ...(body === undefined ? {} : { body }),
    ...(typeof raw === 'function' ? { duplex: 'half' as const } : {}),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());
  const text = new TextDecoder().decode(bytes);
  const isJson = /^application\/([a-z.-]+\+)?json\b/.test(
    response.headers.get('content-type') ?? '',
  );
  return {
    status: response.status,
    headers: response.headers,
    bytes,
    text,
    body: isJson && text ? (JSON.parse(text) as unknown) : undefined,
  };
}

/** Sends a request, waits when the service asks for it, and checks the answer against the contract. */
export async function send(path: string, sending: Sending = {}): Promise<Answer> {
  const document = await contractDocument();
  for (let tries = 1; ; tries += 1) {
    const answer = await attempt(path, sending);
    checkAnswer(sending.method ?? 'GET', path, answer, document);
    if (answer.status !== 429 || tries === PATIENCE) return answer;
    await wait(Math.min(Number(answer.headers.get('retry-after')), LONGEST_WAIT_SECONDS) * 1000);
  }
}

function checkAnswer(method: string, path: string, answer: Answer, document: ContractDocument) {
  const { status, headers, text } = answer;
  const label = `${method} ${path.slice(0, 200)} → ${status}`;
  const mayBeDown = path === '/readyz' && status === 503;
  assert.ok(status < 500 || mayBeDown, `${label}: ${text.slice(0, 500)}`);
  assert.equal(headers.get('x-content-type-options'), 'nosniff', `${label} without nosniff`);
  const isPage = (headers.get('content-type') ?? '').startsWith('text/html');
  if (isPage) assert.ok(headers.get('content-security-policy'), `${label}: a page without a CSP`);
  if (status >= 400 && !isPage && method !== 'HEAD') checkProblem(label, answer);
  document.check(method, path, answer);
}

function checkProblem(label: string, { status, headers, body, text }: Answer) {
  const type = headers.get('content-type') ?? '';
  assert.match(type, /^application\/problem\+json\b/, `${label} is of type ${type || 'none'}`);
  assertValid(Problem, body, label);
  const key = body.type.replace('/problems/', '');
  assert.ok(key in PROBLEM_STATUS, `${label}: ${body.type} is not in the contract`);
  assert.equal(PROBLEM_STATUS[key as ProblemKey], status, `${label}: status of ${body.type}`);
  assert.equal(body.status, status, `${label}: the status in the body`);
  if (['rate-limited', 'queue-full', 'unavailable', 'in-flight'].includes(key)) {
    assert.match(headers.get('retry-after') ?? '', /^[1-9]\d*$/, `${label} without Retry-After`);
  }
  for (const [what, pattern] of Object.entries(LEAKS)) {
    assert.doesNotMatch(text, pattern, `${label} shows ${what}`);
  }
  if (options.token) assert.ok(!text.includes(options.token), `${label} shows the token`);
}

/** The body of an answer with one of these statuses, checked against a schema of the contract. */
export function bodyOf<T extends TSchema>(
  schema: T,
  answer: Answer,
  ...statuses: number[]
): Static<T> {
  const wanted = statuses.length ? statuses : [200];
  const label = `${answer.status} instead of ${wanted.join(' or ')}: ${answer.text.slice(0, 500)}`;
  assert.ok(wanted.includes(answer.status), label);
  assertValid(schema, answer.body, `the answer ${answer.status}`);
  return answer.body;
}
