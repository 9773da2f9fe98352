-- The planner cannot know a role's name beforehand and takes a comparison with it for one that one row in two hundred
-- passes: as the system's role it then joined thousands of rows by going through them one after another. Of a coalesce
-- it expects half of the rows. Who is admitted stays the same.
do $$
declare
  as_system constant text := $q$coalesce(current_setting('role', true) = 'hujian_system', false)$q$;
  of_table name;
begin
  for of_table in
    select tablename from pg_policies where schemaname = 'public' and policyname = 'system_does_all'
  loop
    execute format('alter policy system_does_all on %I using (%s) with check (%s)', of_table, as_system, as_system);
  end loop;
end $$;

create or replace procedure protect_organization_table(table_name text, readable_upwards boolean default false)
language plpgsql as $$
declare
  inside text := $q$path >= nullif(current_setting('hujian.scope', true), '')
    and path < nullif(current_setting('hujian.scope', true), '') || '~'$q$;
  above text := $q$ or path = any (string_to_array(current_setting('hujian.above', true), ' '))$q$;
  as_system text := $q$coalesce(current_setting('role', true) = 'hujian_system', false)$q$;
  writing text := $q$ and current_setting('hujian.write', true) = 'on'$q$;
begin
  execute format('alter table %I enable row level security', table_name);
  execute format('alter table %I force row level security', table_name);
  execute format('create policy actor_reads on %I for select to hujian_actor using ((%s)%s)',
    table_name, inside, case when readable_upwards then above else '' end);
  execute format('create policy actor_inserts on %I for insert to hujian_actor with check (%s%s)',
    table_name, inside, writing);
  execute format('create policy actor_updates on %I for update to hujian_actor using (%s%s) with check (%s%s)',
    table_name, inside, writing, inside, writing);
  execute format('create policy actor_deletes on %I for delete to hujian_actor using (%s%s)',
    table_name, inside, writing);
  execute format('create policy system_does_all on %I for all to hujian_system using (%s) with check (%s)',
    table_name, as_system, as_system);
  execute format('grant select, insert, update, delete on %I to hujian_system', table_name);
end $$;
