/* Checks requests by the schemas of the contract, and writes answers by them. */
import serializers, { type SerializerFactory } from '@fastify/fast-json-stringify-compiler';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { App } from './app.js';

/** Compiles the writer of an answer when it is first needed: to compile all takes a third of the start. */
export const compileLate: SerializerFactory = (...setting) => {
  const compile = serializers()(...setting);
  return (route) => {
    let write: ReturnType<typeof compile> | undefined;
    return (value: unknown) => (write ??= compile(route))(value);
  };
};

/** Checks bodies as they are; what an address holds is text, so numbers and booleans are read from it. */
export function checkRequests(app: App): void {
  const strict = { allErrors: true, useDefaults: true, allowUnionTypes: true };
  const bodies = addFormats.default(new Ajv(strict));
  const addresses = addFormats.default(new Ajv({ ...strict, coerceTypes: true }));
  app.addHook('onReady', () => {
    for (const schema of Object.values(app.getSchemas())) {
      for (const ajv of [bodies, addresses]) ajv.addSchema(schema as object);
    }
    return Promise.resolve();
  });
  app.setValidatorCompiler(({ schema, httpPart }) => {
    let validate: ReturnType<Ajv['compile']> | undefined;
    return (value: unknown) => {
      // Compiles on first use, when all schemas that it points to are registered.
      validate ??= (httpPart === 'body' ? bodies : addresses).compile(schema as object);
      if (validate(value)) return { value };
      return { error: Object.assign(new Error('validation'), { validation: validate.errors }) };
    };
  });
}
