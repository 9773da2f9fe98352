-- Addresses name an organization by its id alone; its county is looked up with it.
create index organization_by_id on organization (id);
