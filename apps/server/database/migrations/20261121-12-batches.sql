-- The number of a record's file is written by the import that holds the file's own row, and files are never deleted. A
-- foreign key looked it up again for each of a roster's 40,000 rows, and an index that nobody asks served only the key.
alter table person drop constraint person_county_batch_fkey;
alter table seat drop constraint seat_county_batch_fkey;
alter table activity drop constraint activity_county_batch_fkey;
alter table figure drop constraint figure_county_batch_fkey;
alter table document drop constraint document_county_batch_fkey;
alter table event drop constraint event_county_batch_fkey;
alter table poll drop constraint poll_county_batch_fkey;
alter table rating drop constraint rating_county_batch_fkey;
alter table register_span drop constraint register_span_county_batch_fkey;
drop index person_by_batch, seat_by_batch, activity_by_batch, figure_by_batch, document_by_batch, event_by_batch,
  poll_by_batch, rating_by_batch, register_span_by_batch;
