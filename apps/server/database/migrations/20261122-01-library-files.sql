-- What each file of the library was when it was last taken in: an unchanged one is not read again at every start.
create table library_file (
  name text primary key,                 -- 'rural-basic/2019.yaml'
  stamp text not null,                   -- SHA-256 of its text, of the vocabulary and of the rules that read it
  loaded_at timestamptz not null default clock_timestamp()
);
grant select, insert, update on library_file to hujian_system;
