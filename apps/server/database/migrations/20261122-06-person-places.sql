-- A roster brings in tens of thousands of persons by a few statements, and a foreign key looks the organization up again
-- for each of them: a fifth of what the whole import costs the database. It is asked once a statement now, and locked
-- as the key locked it; an organization that persons belong to still cannot go.
alter table person drop constraint person_county_organization_fkey;

create function require_person_places() returns trigger language plpgsql as $$
declare
  named bigint;
  there bigint;
begin
  select count(*) into named from (select distinct county, organization from entered) places;
  perform from organization o
    where (o.county, o.id) in (select county, organization from entered) for key share of o;
  get diagnostics there = row_count;
  if there < named then
    raise exception 'a person names an organization that is not there' using errcode = '23503';
  end if;
  return null;
end $$;
create trigger person_has_place after insert on person referencing new table as entered
  for each statement execute function require_person_places();

create function require_person_place() returns trigger language plpgsql as $$
begin
  perform from organization o where o.county = new.county and o.id = new.organization for key share of o;
  if not found then
    raise exception 'a person names an organization that is not there' using errcode = '23503';
  end if;
  return null;
end $$;
create trigger person_keeps_place after update of county, organization on person
  for each row execute function require_person_place();

create function refuse_peopled_organization() returns trigger language plpgsql as $$
begin
  if exists (select from person p where p.county = old.county and p.organization = old.id) then
    raise exception 'organization % has persons', old.id using errcode = '23503';
  end if;
  return null;
end $$;
create trigger peopled_organization_stays after delete on organization
  for each row execute function refuse_peopled_organization();
create trigger peopled_organization_keeps_its_id after update of county, id on organization
  for each row when ((old.county, old.id) is distinct from (new.county, new.id))
  execute function refuse_peopled_organization();

-- A workbook is compressed already: trying it again only takes time.
alter table import_file alter column content set storage external;
alter table import_file alter column marked set storage external;
