import { counted } from '../toolkit/count.ts';
import { UserError } from '../toolkit/errors.ts';
import { type Catalog, type Column, type ForeignKey, pathOf } from './catalog.ts';

/**
 * How personal data is masked when production is restored for staging, checked against the columns of the database. A column that the map
 * does not mention was not reviewed: then nothing is masked, and the copy is not handed out.
 */

/**
 * - `hash`: another value, the same for the same original everywhere, so that joins hold.
 * - `fake-…`: likewise, in a form that programs accept and that no real value has.
 * - `null`: the value is removed.
 * - `keep`: reviewed, and needs no masking.
 */
const strategies = ['hash', 'null', 'fake-name', 'fake-email', 'fake-phone', 'fake-text', 'keep'] as const;
type Strategy = (typeof strategies)[number];

/**
 * `table.column` or `schema.table.column` → strategy; the name of another database of the same server → `keep` or `drop`. An unquoted
 * `null` in YAML means the strategy `null`.
 */
export type MaskingMap = Readonly<Record<string, string | null>>;

export interface Masked {
  readonly column: Column;
  readonly strategy: Exclude<Strategy, 'keep'>;
}

export interface MaskingPlan {
  /** By table. */
  readonly masked: readonly Masked[];
  /** Columns that may hold personal data and that the map keeps. */
  readonly kept: readonly Column[];
  /** Names of other databases that the map drops. */
  readonly drops: readonly string[];
  /** Foreign keys with both ends masked: they must still join afterwards. */
  readonly joins: readonly ForeignKey[];
  readonly materialisedViews: Catalog['materialisedViews'];
}

/** Another database of the same server: a physical copy contains all of them. */
export interface OtherDatabase {
  readonly name: string;
  /** Whether it holds a table or a large object, or cannot be examined. */
  readonly holds: boolean;
}

/**
 * Plans the masking.
 * @throws {UserError} for an unknown strategy or column, a column that its strategy cannot mask, a foreign key that would no longer join,
 *   and a column or database that the map does not mention.
 */
export function planMasking(
  map: MaskingMap,
  catalog: Catalog,
  others: readonly OtherDatabase[],
): MaskingPlan {
  const columns = catalog.largeObjects ? [...catalog.columns, largeObjects] : catalog.columns;
  const isOther = (name: string) => others.some(each => each.name === name);
  const entries = Object.entries(map);
  const databases = new Map(entries.filter(([name]) => isOther(name)));
  for (const [name, written] of databases)
    if (written !== 'keep' && written !== 'drop')
      throw new UserError(
        `the masking map has an unknown strategy for the database ${name}: "${written}"`,
        'write drop or keep',
      );
  const chosen = new Map<Column, Strategy>();
  for (const [path, written] of entries.filter(([name]) => !isOther(name))) {
    const column = columnAt(path, columns);
    if (chosen.has(column))
      throw new UserError(`the masking map names ${pathOf(column)} twice`, 'remove one of the two');
    const strategy = strategyOf(path, written);
    refuseMisfit(column, strategy);
    chosen.set(column, strategy);
  }
  const masked = catalog.columns.flatMap((column): Masked[] => {
    const strategy = chosen.get(column) ?? 'keep';
    return strategy === 'keep' ? [] : [{ column, strategy }];
  });
  const strategyAt = new Map(masked.map(({ column, strategy }) => [pathOf(column), strategy]));
  const joins = catalog.foreignKeys.filter(key => isTouched(key, strategyAt, catalog.columns));
  const personal = columns.filter(({ type }) => mayBePersonal(type));
  requireMention({
    column: personal.filter(column => !chosen.has(column) && !column.generated).map(pathOf),
    database: others.filter(({ name, holds }) => holds && !databases.has(name)).map(({ name }) => name),
  });
  return {
    masked,
    kept: personal.filter(column => chosen.get(column) === 'keep'),
    drops: [...databases].flatMap(([name, written]) => (written === 'drop' ? [name] : [])),
    joins,
    materialisedViews: catalog.materialisedViews,
  };
}

/** They belong to no user table, but they contain user data. */
const largeObjects: Column = {
  schema: 'pg_catalog',
  table: 'pg_largeobject',
  column: 'data',
  type: 'large object',
  length: null,
  nullable: false,
  generated: false,
  unique: false,
};

const mostNamed = 50;

/** Reports everything in one error, because each attempt takes a whole restore. */
function requireMention(missing: {
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
    'write a strategy for each column and `NAME: drop` for each database, or `keep` where there is no personal data',
  );
}

/** Names may contain dots, so the path is looked up and not split. */
function columnAt(path: string, columns: readonly Column[]): Column {
  const found = columns.filter(each => pathOf(each) === path || `${each.table}.${each.column}` === path);
  const [column, another] = found;
  if (column !== undefined && another === undefined) return column;
  if (column !== undefined)
    throw new UserError(
      `the masking map names ${path}, which exists in each of the schemas ${found.map(({ schema }) => schema).join(', ')}`,
      'write schema.table.column',
    );
  const beside = columns.filter(each =>
    [`${each.schema}.${each.table}`, each.table].some(of => path.startsWith(`${of}.`)),
  );
  throw new UserError(
    `the masking map names ${path}, which does not exist in the database`,
    beside.length === 0
      ? 'write table.column or schema.table.column, as the database spells them'
      : `choose a column of its table: ${beside.map(each => each.column).join(', ')}`,
  );
}

function strategyOf(path: string, written: string | null): Strategy {
  const strategy = strategies.find(each => each === (written ?? 'null'));
  if (strategy !== undefined) return strategy;
  throw new UserError(
    `the masking map has an unknown strategy for ${path}: "${written}"`,
    `choose one of ${strategies.join(', ')}`,
  );
}

const plainText = ['text', 'character varying', 'character', 'citext'];

/** Maximum number of characters that a strategy writes. */
const lengths = {
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
      'no strategy masks large objects',
      'write keep if they contain no personal data, or remove them from the original',
    );
  if (column.generated) refuse('it is computed from other columns', 'mask those, and remove it from the map');
  if (strategy === 'null') {
    if (!column.nullable) refuse('it is not nullable', 'write hash or a fake strategy');
    return;
  }
  const types = strategy === 'hash' ? [...plainText, 'uuid', 'bytea'] : plainText;
  if (!types.includes(column.type)) refuse(`its type is ${column.type}`, 'write null or keep');
  if (column.length !== null && column.length < lengths[strategy])
    refuse(
      `it holds ${column.length} characters, but ${lengths[strategy]} are needed`,
      'write null or keep, or widen the column on the copy',
    );
  // A fake phone number has ten digits: of some hundred thousand, two are the same by chance.
  if (column.unique && strategy === 'fake-phone') refuse('its values must be unique', 'write hash');
}

/** Whether masking affects a join. Throws for a join that would no longer hold. */
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
        `${from} refers to ${to} and would no longer join: their strategies are ${of ?? 'keep'} and ${at ?? 'keep'}`,
        'write hash for both, or keep both',
      );
    if (of === 'hash' && kindAt(from, columns) !== kindAt(to, columns))
      throw new UserError(
        `${from} refers to ${to} and would no longer join: citext is hashed in lowercase`,
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

/** All types except numbers, times and enums: an unknown type may hold text, and a date may be a date of birth. */
const mayBePersonal = (type: string) => !impersonal.includes(type.replace(/\[\]$/, ''));
