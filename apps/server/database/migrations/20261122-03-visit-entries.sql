-- What panelists put down on their phones. Every tap is an entry of its own that is never changed: of several for one
-- field the one with the highest clock counts (a logical clock: the phone's own time decides nothing).

create table visit_entry (
  county bigint not null,
  id uuid not null,                      -- made on the phone: sent twice it is there once
  organization bigint not null,          -- who is visited
  path text collate "C" not null,
  round bigint not null,
  session bigint not null,
  visit bigint not null,
  panelist bigint not null,
  account text not null,
  kind text not null check (kind in ('score','hear','examine','look','discuss','finding','practice','photo','submit')),
  field text not null,                   -- what it replaces: 'score/VD-01', 'finding/<uuid>'
  item text,
  score numeric(5,2) check (score between 0 and 100),
  body jsonb not null,
  clock bigint not null,
  device text not null,
  version integer not null,              -- of the round, as the phone knew it
  made_at timestamptz not null,          -- by the phone's clock
  received_at timestamptz not null default clock_timestamp(),
  by_file text,                          -- the account that handed it over in a file
  sha256 text not null,                  -- of what the phone sent, as the receipt says it
  revealed boolean not null default false, -- its session is closed
  primary key (county, id)
);
create index visit_entry_by_path on visit_entry (path);
-- The wall asks again and again whether there is more, a phone what its owner put down on another one: answers out of
-- the index alone.
create index visit_entry_by_visit on visit_entry (county, visit, panelist, received_at);
create index visit_entry_by_round on visit_entry (county, round);

create table visit_file (
  county bigint not null,
  id uuid not null,
  organization bigint not null,
  path text collate "C" not null,
  round bigint not null,
  session bigint not null,
  visit bigint not null,
  panelist bigint not null,
  account text not null,
  media text not null check (media in ('image/jpeg','image/webp','image/png')),
  size integer not null check (size between 1 and 5242880),
  received integer not null default 0,
  sha256 text not null,
  content bytea,                         -- whole, once all of it is here
  received_at timestamptz,
  entered_at timestamptz not null default clock_timestamp(),
  revealed boolean not null default false,
  primary key (county, id)
);
alter table visit_file alter column content set storage external; -- photographs do not shrink
create index visit_file_by_path on visit_file (path);
create index visit_file_by_visit on visit_file (county, visit);
create index visit_file_by_id on visit_file (id);

-- Parts of a photograph over a bad line; gone when it is whole.
create table visit_file_part (
  county bigint not null,
  file uuid not null,
  organization bigint not null,
  path text collate "C" not null,
  account text not null,
  at integer not null,                   -- of its first byte
  content bytea not null,
  primary key (county, file, at)
);
alter table visit_file_part alter column content set storage external;
create index visit_file_part_by_path on visit_file_part (path);

do $$
declare of_table name;
begin
  foreach of_table in array array['visit_entry','visit_file','visit_file_part'] loop
    execute format('alter table %I enable row level security', of_table);
    execute format('alter table %I force row level security', of_table);
    execute format($q$create policy system_does_all on %I for all to hujian_system
      using (coalesce(current_setting('role', true) = 'hujian_system', false))
      with check (coalesce(current_setting('role', true) = 'hujian_system', false))$q$, of_table);
    execute format('grant select, insert, update, delete on %I to hujian_system', of_table);
  end loop;
end $$;

-- One's own at any time; others' only inside the subtree and once the session is closed. Writing goes by the seat, which
-- may lie outside the panelist's own subtree: the program does it under its loud name after it has checked the seat.
create policy actor_reads on visit_entry for select to hujian_actor using (
  account = nullif(current_setting('hujian.account', true), '')
  or (revealed and path >= nullif(current_setting('hujian.scope', true), '')
    and path < nullif(current_setting('hujian.scope', true), '') || '~'));
create policy actor_reads on visit_file for select to hujian_actor using (
  account = nullif(current_setting('hujian.account', true), '')
  or (revealed and path >= nullif(current_setting('hujian.scope', true), '')
    and path < nullif(current_setting('hujian.scope', true), '') || '~'));
create policy actor_reads on visit_file_part for select to hujian_actor using (
  account = nullif(current_setting('hujian.account', true), ''));
grant select on visit_entry, visit_file, visit_file_part to hujian_actor;

-- An entry says for ever what it said.
create function keep_entry() returns trigger language plpgsql as $$
begin
  if (to_jsonb(new) - 'revealed' - 'path') <> (to_jsonb(old) - 'revealed' - 'path') or (old.revealed and not new.revealed) then
    raise exception 'an entry of a visit never changes' using errcode = 'HJ001';
  end if;
  return new;
end $$;
create trigger keep_entry before update on visit_entry for each row execute function keep_entry();
