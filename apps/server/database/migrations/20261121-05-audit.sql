-- The audit trail: one hash chain per county, 0 for the program itself. A line holds the hash of the line before it.

create table audit_line (
  county bigint not null,
  number bigint not null,                -- 1, 2, 3 … without gaps within the chain
  at timestamptz(3) not null,
  account text,                          -- no reference: a line outlives everything
  act text not null,                     -- apps/server/audit/acts.ts
  object text,                           -- 'activity/12'
  organization bigint,
  path text collate "C" not null default '',
  details jsonb not null default '{}',
  previous bytea not null,
  hash bytea not null,
  primary key (county, number)
);
create index audit_line_by_path on audit_line (path, at);
create index audit_line_by_time on audit_line (at);
create index audit_line_by_account on audit_line (account, at);
create index audit_line_by_object on audit_line (object);

-- The end of each chain. Its row is locked last in a transaction, so writers of one county queue only at its very end.
create table audit_head (
  county bigint primary key,
  number bigint not null,
  hash bytea not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% of % is refused: it is only ever added to', lower(tg_op), tg_table_name using errcode = 'HJ001';
end $$;

create trigger audit_line_stays before update or delete on audit_line
  for each row execute function refuse_change();
create trigger audit_line_is_not_emptied before truncate on audit_line
  for each statement execute function refuse_change();

-- What the program itself asks of a branch: fields typed and files uploaded by people, by month.
create table burden_count (
  county bigint not null,
  organization bigint not null,
  path text collate "C" not null,
  month date not null,                   -- its first day
  fields integer not null default 0,
  uploads integer not null default 0,
  primary key (county, organization, month),
  foreign key (county, organization) references organization (county, id)
);
create index burden_count_by_path on burden_count (path, month);

-- Law and frozen results are never rewritten, by nobody.
create trigger edition_stays before update or delete on edition
  for each row execute function refuse_change();

create function refuse_frozen_standing() returns trigger language plpgsql as $$
begin
  if exists (select from evaluation e
             where e.county = old.county and e.id = old.evaluation and e.state = 'done') then
    raise exception 'standing % of evaluation % is frozen', old.organization, old.evaluation using errcode = 'HJ001';
  end if;
  return coalesce(new, old);
end $$;
create trigger frozen_standing_stays before update or delete on standing
  for each row when (old.evaluation <> 0) execute function refuse_frozen_standing();

create trigger frozen_evaluation_stays before update or delete on evaluation
  for each row when (old.state = 'done') execute function refuse_change();
