-- The heat table of a county reads 180 organizations by 42 items at once. These three columns hold just what a cell
-- shows, in the order of the edition's items, so that it need not open a full standing for each row.

alter table standing
  add column verdicts text not null default '',   -- a letter an item: m met, u unmet, a not-applicable, k not-known
  add column reached double precision[] not null default '{}',
  add column reachable double precision[] not null default '{}';
