/* What a route may answer, for its schema and for the OpenAPI document. */
import { type TSchema, Type } from 'typebox';
import { Problem, PROBLEM_STATUS, type ProblemKey } from '../contract/problems.js';
import { reference } from '../contract/reference.js';

const page = { 'text/html': { schema: Type.String({ contentMediaType: 'text/html' }) } };

export interface Answer {
  description: string;
  content?: Record<string, { schema: TSchema }>;
}

/** An answer of JSON. */
export const json = (description: string, schema: TSchema): Answer => ({
  description,
  content: { 'application/json': { schema } },
});

/** An answer of another media type. */
export const media = (description: string, type: string): Answer => ({
  description,
  content: { [type]: { schema: Type.String({ contentMediaType: type }) } },
});

/** An answer without a body. */
export const empty = (description: string) => ({ ...Type.Null(), description });

/**
 * Makes the `response` part of a route's schema: the answers, and the problems by their status.
 *
 * @param keys - problems besides those that every route can have
 * @param asPage - whether a form gets them as a page
 */
export function answers(good: Record<number, object>, keys: ProblemKey[] = [], asPage = false) {
  const byStatus = new Map<number, ProblemKey[]>();
  for (const key of new Set<ProblemKey>([
    'malformed',
    'origin',
    'internal',
    'unavailable',
    ...keys,
  ])) {
    const status = PROBLEM_STATUS[key];
    byStatus.set(status, [...(byStatus.get(status) ?? []), key]);
  }
  const problems = [...byStatus].map(([status, names]) => [
    status,
    {
      description: `Problem: ${names.map((name) => `\`${name}\``).join(', ')}.`,
      content: {
        'application/problem+json': { schema: reference(Problem) },
        ...(asPage && page),
      },
    },
  ]);
  return { ...good, ...(Object.fromEntries(problems) as Record<number, Answer>) };
}
