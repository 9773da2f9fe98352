-- A job is put in the queue in the transaction that needs it: neither is there without the other.
-- The queue's own tables (schema graphile_worker) are made by the worker before the program answers.
create function enqueue_job(task text, payload json, key text) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform graphile_worker.add_job(task, payload, job_key => key, max_attempts => 3);
end $$;
revoke all on function enqueue_job(text, json, text) from public;
grant execute on function enqueue_job(text, json, text) to hujian_actor, hujian_system;
