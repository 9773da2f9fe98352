-- The items of a standing are stored and read whole, nobody asks the database for a part of them: as a text they are
-- written in a third of the time.
alter table standing alter column items type json using items::json;
