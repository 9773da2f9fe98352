-- Corrected persons are followed from the withdrawn row to the new one with every evaluation; they are few.
create index person_withdrawn on person (path, withdrawn_at) where withdrawn_at is not null;
