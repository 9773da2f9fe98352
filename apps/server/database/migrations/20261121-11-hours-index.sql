-- A county's hours are summed with every evaluation. Three attendances in four carry none: this index holds just the
-- others, with all that the sum reads, so that the table itself need not be opened.
create index attendance_hours on attendance (path, happened_on)
  include (person, hours, concentrated, entered_at, withdrawn_at) where hours is not null;
