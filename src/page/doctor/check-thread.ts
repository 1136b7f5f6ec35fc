import { keyOfPath } from '../../comments/thread-key.js';
import { absolute } from '../absolute.js';
import type { Find, Finding } from './findings.js';
import type { Subject } from './subject.js';

/** Returns the path of a thread that is an address of a page; `undefined` for any other key. */
const pathIn = (thread: string): string | undefined =>
  /^(https?:\/)?\//.test(thread) ? absolute(thread)?.pathname : undefined;

/** What tells pages apart in the address, beside the path: `?id=7`, `#/guide/7`. */
function restOfAddress(): string {
  const query = new URLSearchParams(location.search);
  query.delete('customs-debug');
  const search = query.toString();
  return (search && `?${search}`) + (/^#!?\//.test(location.hash) ? location.hash : '');
}

/**
 * Checks whether comments belong to this page: an author may have copied the address of another one.
 * Without `thread`, an element follows the path of the page, and nothing else of its address.
 */
export function* checkThread(element: Subject, find: Find): Generator<Finding> {
  const { pathname } = location;
  const { thread = '' } = element;
  const page = pathIn(thread) ?? pathname;
  const rest = restOfAddress();
  if (keyOfPath(page) !== keyOfPath(pathname)) {
    yield find('thread', [page, pathname], element);
  } else if (!thread && rest) yield find('thread-query', [pathname, rest], element);
}
