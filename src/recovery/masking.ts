import { counted } from '../toolkit/count.ts';
import { UserError } from '../toolkit/errors.ts';
import { type Catalogue, type Column, type ForeignKey, pathOf } from './catalogue.ts';

/**
 * What becomes of personal data when production is restored for staging, checked against what the database really has. What the map does
 * not mention, nobody has looked at: then nothing is masked, and the copy is not handed out.
 */

/**
 * - `hash`: another value, the same for the same original everywhere, so that joins hold.
 * - `fake-…`: the same, in a form that programs accept and that no real value has.
 * - `null`: nothing is left.
 * - `keep`: it was looked at, and is nothing to mask.
 */
export const strategies = [
  'hash',
  'null',
  'fake-name',
  'fake-email',
  'fake-phone',
  'fake-text',
  'keep',
] as const;
export type Strategy = (typeof strategies)[number];

/**
 * `table.column` or `schema.table.column` → strategy; the name of another database of the same server → `keep` or `drop`. What YAML reads
 * from an unquoted `null` is the strategy `null`.
 */
export type MaskingMap = Readonly<Record<string, string | null>>;

export interface Masked {
  readonly column: Column;
  readonly strategy: Exclude<Strategy, 'keep'>;
}

export interface MaskingPlan {
  /** By table. */
  readonly masked: readonly Masked[];
  /** Columns that may hold personal data and are kept because the map says so. */
  readonly kept: readonly Column[];
  /** Names of other databases that go, because the map says so. */
  readonly drops: readonly string[];
  /** Foreign keys of which both ends are masked: they have to join afterwards. */
  readonly joins: readonly ForeignKey[];
  readonly materialisedViews: Catalogue['materialisedViews'];
}

/** Another database of the same server: a copy by its files holds all of them. */
export interface OtherDatabase {
  readonly name: string;
  /** Whether it holds a table or a large object, or cannot be looked into. */
  readonly holds: boolean;
}

/**
 * Plans the masking.
 * @throws {UserError} for a strategy or a column that is unknown, one that cannot be masked so, a foreign key that would not join, and a
 * column or a database that the map does not mention.
 */
export function planMasking(
  map: MaskingMap,
  catalogue: Catalogue,
  others: readonly OtherDatabase[],
): MaskingPlan {
  const columns = catalogue.largeObjects ? [...catalogue.columns, largeObjects] : catalogue.columns;
  const isOther = (name: string) => others.some(each => each.name === name);
  const entries = Object.entries(map);
  const databases = new Map(entries.filter(([name]) => isOther(name)));
  for (const [name, written] of databases)
    if (written !== 'keep' && written !== 'drop')
      throw new UserError(`the masking of the database ${name} is "${written}"`, 'write drop, or keep');
  const chosen = new Map<Column, Strategy>();
  for (const [path, written] of entries.filter(([name]) => !isOther(name))) {
    const column = columnAt(path, columns);
    if (chosen.has(column))
      throw new UserError(`the masking map names ${pathOf(column)} twice`, 'leave one of the two');
    const strategy = strategyOf(path, written);
    refuseMisfit(column, strategy);
    chosen.set(column, strategy);
  }
  const masked = catalogue.columns.flatMap((column): Masked[] => {
    const strategy = chosen.get(column) ?? 'keep';
    return strategy === 'keep' ? [] : [{ column, strategy }];
  });
  const strategyAt = new Map(masked.map(({ column, strategy }) => [pathOf(column), strategy]));
  const joins = catalogue.foreignKeys.filter(key => isTouched(key, strategyAt, catalogue.columns));
  const personal = columns.filter(({ type }) => mayBePersonal(type));
  demandMention({
    column: personal.filter(column => !chosen.has(column) && !column.generated).map(pathOf),
    database: others.filter(({ name, holds }) => holds && !databases.has(name)).map(({ name }) => name),
  });
  return {
    masked,
    kept: personal.filter(column => chosen.get(column) === 'keep'),
    drops: [...databases].flatMap(([name, written]) => (written === 'drop' ? [name] : [])),
    joins,
    materialisedViews: catalogue.materialisedViews,
  };
}

/** They belong to no table of the user, and are data of users all the same. */
const largeObjects: Column = {
  ...{ schema: 'pg_catalog', table: 'pg_largeobject', column: 'data', type: 'large object', length: null },
  ...{ nullable: false, generated: false, unique: false },
};

const mostNamed = 50;

/** All at once: each attempt takes a whole restore. */
function demandMention(missing: {
  readonly column: readonly string[];
  readonly database: readonly string[];
}) {
  const parts = Object.entries(missing).flatMap(([noun, names]) => {
    const more = names.length > mostNamed ? ` and ${names.length - mostNamed} more` : '';
    return names.length === 0
      ? []
      : [`${counted(names.length, noun)} (${names.slice(0, mostNamed).join(', ')}${more})`];
  });
  if (parts.length === 0) return;
  throw new UserError(
    `the masking map does not mention ${parts.join(' and ')}`,
    'write a strategy for each column and `NAME: drop` for each database, or `keep` for what holds nothing of people',
  );
}

/** Names may hold dots, so the path is looked up and not taken apart. */
function columnAt(path: string, columns: readonly Column[]): Column {
  const found = columns.filter(each => pathOf(each) === path || `${each.table}.${each.column}` === path);
  const [column, another] = found;
  if (column !== undefined && another === undefined) return column;
  if (column !== undefined)
    throw new UserError(
      `the masking map names ${path}, and there is one in each of ${found.map(({ schema }) => schema).join(', ')}`,
      'write schema.table.column',
    );
  const beside = columns.filter(each =>
    [`${each.schema}.${each.table}`, each.table].some(of => path.startsWith(`${of}.`)),
  );
  throw new UserError(
    `the masking map names ${path}, which the database does not have`,
    beside.length === 0
      ? 'write table.column or schema.table.column, as the database spells them'
      : `its table has ${beside.map(each => each.column).join(', ')}`,
  );
}

function strategyOf(path: string, written: string | null): Strategy {
  const strategy = strategies.find(each => each === (written ?? 'null'));
  if (strategy !== undefined) return strategy;
  throw new UserError(`the masking of ${path} is "${written}"`, `write one of ${strategies.join(', ')}`);
}

const plainText = ['text', 'character varying', 'character', 'citext'];

/** Characters that a strategy writes at most. */
export const lengths = {
  hash: 32,
  'fake-name': 32,
  'fake-email': 41,
  'fake-phone': 14,
  'fake-text': 23,
} as const;

function refuseMisfit(column: Column, strategy: Strategy): void {
  const refuse = (problem: string, remedy: string) => {
    throw new UserError(`${pathOf(column)} cannot be masked as ${strategy}: ${problem}`, remedy);
  };
  if (strategy === 'keep') return;
  if (column === largeObjects)
    refuse(
      'nothing masks large objects',
      'write keep when they hold nothing of people, or remove them from the original',
    );
  if (column.generated) refuse('it is computed from others', 'mask those, and take it out of the map');
  if (strategy === 'null') {
    if (!column.nullable) refuse('it must not be null', 'write hash, or a fake');
    return;
  }
  const types = strategy === 'hash' ? [...plainText, 'uuid', 'bytea'] : plainText;
  if (!types.includes(column.type)) refuse(`it is of the type ${column.type}`, 'write null, or keep');
  if (column.length !== null && column.length < lengths[strategy])
    refuse(
      `it holds ${column.length} characters, and ${lengths[strategy]} are needed`,
      'write null or keep, or widen it on the copy',
    );
  // A phone number has ten digits: by chance two of some hundred thousand are the same.
  if (column.unique && strategy === 'fake-phone') refuse('it has to be different in each row', 'write hash');
}

/** Whether a join depends on what is masked. Refuses one that would not hold. */
function isTouched(
  key: ForeignKey,
  strategyAt: ReadonlyMap<string, Strategy>,
  columns: readonly Column[],
): boolean {
  const ends = key.from.columns.map((column, index) => {
    const from = pathOf({ ...key.from, column });
    const to = pathOf({ ...key.to, column: key.to.columns[index] ?? '' });
    return { from, to, of: strategyAt.get(from), at: strategyAt.get(to) };
  });
  for (const { from, to, of, at } of ends) {
    const open = of === 'null' || (of === undefined && at === undefined);
    if (!open && !(of === 'hash' && at === 'hash'))
      throw new UserError(
        `${from} refers to ${to} and would not join any more: one is ${of ?? 'kept'}, the other ${at ?? 'kept'}`,
        'write hash for both, or keep both',
      );
    if (of === 'hash' && kindAt(from, columns) !== kindAt(to, columns))
      throw new UserError(
        `${from} refers to ${to} and would not join any more: a hash of citext is that of small letters`,
        'give both the same type on the copy, or keep both',
      );
  }
  return ends.some(({ of }) => of !== undefined);
}

const kindAt = (path: string, columns: readonly Column[]) =>
  columns.find(each => pathOf(each) === path)?.type === 'citext' ? 'citext' : 'other';

const impersonal = [
  ...['boolean', 'smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision', 'money', 'oid'],
  ...['timestamp without time zone', 'timestamp with time zone', 'time without time zone'],
  ...['time with time zone', 'interval', 'uuid', 'enum'],
];

/** All but numbers, moments and names of a list: a type that is not known here may hold text, and a date is that of a birth. */
const mayBePersonal = (type: string) => !impersonal.includes(type.replace(/\[\]$/, ''));
