/** Inputs for a call of the bridge, made from its own schema: some as they should be, most with something wrong in them. */
import * as fc from 'fast-check';
import type { z } from 'zod';

interface Check {
  _zod: { def: { check: string; minimum?: number; maximum?: number; value?: number } };
}
/** What zod keeps of a schema; see its `core/schemas.ts`. */
interface Definition {
  type: string;
  checks?: Check[];
  innerType?: z.ZodType;
  in?: z.ZodType;
  element?: z.ZodType;
  valueType?: z.ZodType;
  options?: z.ZodType[];
  shape?: Record<string, z.ZodType>;
  entries?: Record<string, string>;
  values?: unknown[];
}

const definitionOf = (schema: z.ZodType): Definition => schema._zod.def as unknown as Definition;

const limitOf = ({ checks = [] }: Definition, name: string): number | undefined => {
  const found = checks.map((check) => check._zod.def).find(({ check }) => check === name);
  return found?.minimum ?? found?.maximum;
};

const tellingTexts = [
  '1',
  'CI1',
  '2025-01-31',
  'SQLite File',
  'PostgreSQL DB',
  'select 1',
  'primary',
  ' ',
  'ä 🦉',
  "'; drop table",
];

const text = (definition: Definition) => {
  const minLength = limitOf(definition, 'min_length') ?? 0;
  const maxLength = Math.min(limitOf(definition, 'max_length') ?? 50, 50);
  return fc.oneof(fc.constantFrom(...tellingTexts), fc.string({ minLength, maxLength, unit: 'grapheme' }));
};

const list = (definition: Definition, element: z.ZodType) => {
  const minLength = limitOf(definition, 'min_length') ?? 0;
  return fc.array(validInput(element), { minLength, maxLength: Math.max(minLength, 3) });
};

const object = (shape: Record<string, z.ZodType>) =>
  fc.record(Object.fromEntries(Object.entries(shape).map(([key, schema]) => [key, validInput(schema)])), {
    requiredKeys: Object.keys(shape).filter((key) => !shape[key]?.safeParse(undefined).success),
  });

/** What the schema lets through, more or less: a pattern or a rule of its own is not followed. */
export const validInput = (schema: z.ZodType): fc.Arbitrary<unknown> => {
  const definition = definitionOf(schema);
  const { type, innerType, element, valueType, options, shape, entries, values } = definition;
  if (type === 'object') return object(shape ?? {});
  if (type === 'array' && element) return list(definition, element);
  if (type === 'record' && valueType)
    return fc.dictionary(fc.string({ minLength: 1 }), validInput(valueType), { maxKeys: 3 });
  if (type === 'union') return fc.oneof(...(options ?? []).map(validInput));
  if (type === 'enum') return fc.constantFrom(...Object.values(entries ?? {}));
  if (type === 'literal') return fc.constantFrom(...(values ?? []));
  if (type === 'string') return text(definition);
  if (type === 'number') return fc.oneof(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 100_000 }));
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (type === 'nullable' && innerType) return fc.oneof(validInput(innerType), fc.constant(null));
  if (innerType) return fc.oneof(validInput(innerType), fc.constant(undefined));
  if (definition.in) return validInput(definition.in);
  return fc.jsonValue();
};

const nest = (depth: number, wrap: (inner: unknown) => unknown) => {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
};

const cycle = () => {
  const value: Record<string, unknown> = { id: 1 };
  value.self = value;
  return value;
};

/** What crosses the bridge as a structured clone and is not what anybody expects. Made anew for each input. */
const oddities: (() => unknown)[] = [
  ...[Number.NaN, Number.POSITIVE_INFINITY, -0, -1, 0, 1.5, 2 ** 53, 1e308, 7n, true, null, undefined].map(
    (value) => () => value,
  ),
  ...['', ' ', '\u0000', '\ud800', '\u202e', '__proto__', '/etc/passwd', '../../tickmark.db', 'x'.repeat(300_000)].map(
    (value) => () => value,
  ),
  () => ({}),
  () => [],
  () => new Date(Number.NaN),
  () => /x/g,
  () => new Map([[1, { id: 1 }]]),
  () => new Set(['x']),
  () => new Uint8Array(1_000),
  () => new ArrayBuffer(16),
  () => new Float64Array([Number.NaN]),
  () => new Error('no input'),
  () => Object('boxed'),
  () => Object(7n),
  () => new Array(5_000),
  () => Object.assign([1, 2], { extra: 3 }),
  () => nest(800, (inner) => [inner]),
  () => nest(800, (inner) => ({ id: 1, inner })),
  () => Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`key${index}`, index])),
  () => JSON.parse('{"__proto__": {"id": 1, "isAdmin": true}}'),
  () => JSON.parse('{"constructor": {"prototype": {"ok": true}}, "id": 1}'),
  () => JSON.parse('{"toString": 1, "valueOf": 2, "then": 3, "length": -1}'),
  cycle,
];

const oddKeys = ['__proto__', 'constructor', 'prototype', 'toString', 'then', 'password', 'path', '', 'ä', '0', 'size'];

type Holder = Record<string, unknown>;

/** Every object and list inside a value, itself included. */
const holdersIn = (value: unknown): Holder[] => {
  if (typeof value !== 'object' || value === null) return [];
  return [value as Holder, ...Object.values(value).flatMap(holdersIn)];
};

/** Like an assignment, but `__proto__` becomes a key as any other. */
const put = (holder: Holder, key: string, value: unknown) =>
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });

type Change = { place: number; key: number; kind: 'replace' | 'add' | 'remove' | 'whole'; oddity: () => unknown };

const spoil = (value: unknown, changes: readonly Change[]): unknown => {
  // Those of the valid value only: what is put in may hold itself.
  const holders = holdersIn(value);
  for (const { place, key, kind, oddity } of changes) {
    const holder = holders[place % Math.max(holders.length, 1)];
    if (kind === 'whole' || !holder) return oddity();
    const keys = Object.keys(holder);
    const own = keys[key % Math.max(keys.length, 1)];
    if (kind === 'add' || own === undefined) put(holder, oddKeys[key % oddKeys.length] ?? '', oddity());
    else if (kind === 'remove') delete holder[own];
    else put(holder, own, oddity());
  }
  return value;
};

const change: fc.Arbitrary<Change> = fc.record({
  place: fc.nat(50),
  key: fc.nat(50),
  kind: fc.constantFrom('replace', 'replace', 'replace', 'add', 'remove', 'whole'),
  oddity: fc.constantFrom(...oddities),
});

/** One in ten as it should be, the rest spoilt in one to three places. */
export const anyInput = (schema: z.ZodType): fc.Arbitrary<unknown> => {
  const valid = validInput(schema);
  const spoilt = fc
    .tuple(valid, fc.array(change, { minLength: 1, maxLength: 3 }))
    .map(([value, changes]) => spoil(structuredClone(value), changes));
  return fc.oneof({ weight: 1, arbitrary: valid }, { weight: 9, arbitrary: spoilt });
};
