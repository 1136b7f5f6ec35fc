/* The schemas of the contract itself: a backend's own document may not allow more. */
import assert from 'node:assert/strict';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Static, TSchema } from 'typebox';
import * as capabilities from '../../src/contract/capabilities.js';
import * as challenges from '../../src/contract/challenges.js';
import * as comments from '../../src/contract/comments.js';
import * as moderation from '../../src/contract/moderation.js';
import * as problems from '../../src/contract/problems.js';
import * as proposals from '../../src/contract/proposals.js';
import * as staff from '../../src/contract/staff.js';

const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
for (const part of [capabilities, challenges, comments, moderation, problems, proposals, staff]) {
  for (const schema of Object.values(part) as unknown[]) {
    if (isNamed(schema)) ajv.addSchema(schema);
  }
}

/** Schemas with a name refer to each other by it. */
function isNamed(value: unknown): value is { $id: string } {
  return typeof value === 'object' && value !== null && '$id' in value;
}

function validatorOf(schema: TSchema & { $id?: string }): ValidateFunction {
  return (schema.$id === undefined ? undefined : ajv.getSchema(schema.$id)) ?? ajv.compile(schema);
}

/** Asserts that a value is what a schema of the contract says. */
export function assertValid<T extends TSchema>(
  schema: T,
  value: unknown,
  label: string,
): asserts value is Static<T> {
  const validate = validatorOf(schema);
  if (validate(value)) return;
  assert.fail(`${label} is not what the contract says: ${ajv.errorsText(validate.errors)}`);
}
