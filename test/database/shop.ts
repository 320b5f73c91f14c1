import type { Database } from './database.ts';

/** The sample application's tables, and rows for them. */

/** The application's role and its database. */
export async function createRoles(database: Database, password: string): Promise<void> {
  await database.sql(`create role shop login password '${password}'`);
  await database.sql('create database shop owner shop');
  await database.sql(SCHEMA, undefined, 'shop');
}

/** Names and addresses are personal data; `note` is text that anybody may have written anything into. */
const SCHEMA = `
create table accounts (
  id bigint primary key,
  name text not null,
  email text not null unique,
  created_at timestamptz not null default now()
);
create table orders (
  id bigint generated always as identity primary key,
  account_id bigint not null references accounts,
  total_cents integer not null check (total_cents >= 0),
  note text not null,
  created_at timestamptz not null default now()
);
create index on orders (account_id);
create table ticks (n bigint primary key, at timestamptz not null default clock_timestamp());
alter table accounts owner to shop;
alter table orders owner to shop;
alter table ticks owner to shop;
`;

/** Adds so many accounts with three orders each; always the same ones. @param from the first account's number. */
export async function loadShop(database: Database, accounts: number, from = 1): Promise<void> {
  const last = from + accounts - 1;
  await database.sql(
    `
insert into accounts (id, name, email)
  select n, 'Customer ' || n, 'customer' || n || '@mail.example' from generate_series(${from}, ${last}) n;
insert into orders (account_id, total_cents, note)
  select n, (n * 37 + k * 1013) % 100000, 'call ' || md5(n || '/' || k)
  from generate_series(${from}, ${last}) n, generate_series(1, 3) k;
`,
    undefined,
    'shop',
  );
}

/** How many rows each table has: accounts, then orders. */
export async function countShop(database: Database, pod?: string): Promise<[number, number]> {
  const [row = ''] = await database.sql(
    'select (select count(*) from accounts), (select count(*) from orders)',
    pod,
    'shop',
  );
  const [accounts = 0, orders = 0] = row.split('\t').map(Number);
  return [accounts, orders];
}
