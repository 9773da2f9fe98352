-- Row-level security decides who sees what. A policy uses only the row's own columns and two settings which the door
-- puts into its transaction: hujian.scope (the path of the actor's organization) and hujian.above (the paths of the
-- organizations over it, separated by blanks). No scope means nobody. Writing also needs hujian.write = 'on'.

grant usage on schema public to hujian_actor, hujian_system;

-- Later migrations call this for each new table with an organization in it.
create procedure protect_organization_table(table_name text, readable_upwards boolean default false)
language plpgsql as $$
declare
  inside text := $q$path >= nullif(current_setting('hujian.scope', true), '')
    and path < nullif(current_setting('hujian.scope', true), '') || '~'$q$;
  above text := $q$ or path = any (string_to_array(current_setting('hujian.above', true), ' '))$q$;
  as_system text := $q$current_setting('role', true) = 'hujian_system'$q$;
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
  -- Before PostgreSQL 16 the owner inherits the roles it may take on: it must really have taken this one on.
  execute format('create policy system_does_all on %I for all to hujian_system using (%s) with check (%s)',
    table_name, as_system, as_system);
  execute format('grant select, insert, update, delete on %I to hujian_system', table_name);
end $$;

call protect_organization_table('organization', true);
call protect_organization_table('organization_span', true);
call protect_organization_table('lineage', true);
call protect_organization_table('import_file');
call protect_organization_table('person');
call protect_organization_table('seat');
call protect_organization_table('activity');
call protect_organization_table('attendance');
call protect_organization_table('figure', true);
call protect_organization_table('document');
call protect_organization_table('event');
call protect_organization_table('poll');
call protect_organization_table('rating');
call protect_organization_table('register_span', true);
call protect_organization_table('adoption', true);
call protect_organization_table('local_parameter', true);
call protect_organization_table('evaluation');
call protect_organization_table('standing');
call protect_organization_table('assignment');
call protect_organization_table('audit_line');
call protect_organization_table('burden_count');

-- A saved evaluation may lie above the actor, where the trigger cannot look it up: its rows are out of reach altogether.
create policy only_current_is_updated on standing as restrictive for update to hujian_actor using (evaluation = 0);
create policy only_current_is_deleted on standing as restrictive for delete to hujian_actor using (evaluation = 0);

-- What an actor may do at all. A record's meaning is never updated: it is withdrawn (or follows a move of its branch).
grant select on organization, organization_span, lineage, import_file, person, seat, activity, attendance, figure,
  document, event, poll, rating, register_span, adoption, local_parameter, evaluation, standing, audit_line,
  burden_count, edition to hujian_actor;
grant insert on organization, organization_span, lineage, import_file, person, seat, activity, attendance, figure,
  document, event, poll, rating, register_span, adoption, local_parameter, evaluation, standing, burden_count
  to hujian_actor;
grant update on organization, import_file, evaluation, standing, burden_count to hujian_actor;
grant update (path, valid_until) on organization_span to hujian_actor;
grant update (path) on lineage to hujian_actor;
grant update (path, withdrawn_at) on person, seat, activity, attendance, figure, document, event, poll, rating,
  register_span, adoption, local_parameter to hujian_actor;
grant delete on standing to hujian_actor;
grant usage on sequence organization_id_seq to hujian_actor, hujian_system; -- a path holds the row's own id

-- Only the system's role touches sign-in, the chain and the law.
grant select, insert, update, delete on account, account_credential, account_session, account_verification,
  account_totp, sign_in_guard, one_time_link to hujian_system;
grant select, insert, update on audit_head to hujian_system;
revoke update, delete on audit_line from hujian_system;
grant select, insert on edition to hujian_system;
