-- A rule asks for a person's attendances of one or two kinds; most are of others.
drop index attendance_by_person;
create index attendance_by_person on attendance (county, person, kind, happened_on);
