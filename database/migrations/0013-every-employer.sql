-- For housekeeping that every employer needs: the worker sees one employer at a time, and must know which there are.
create function organisation.every_employer() returns setof uuid
  language sql stable security definer set search_path = ''
as $$ select e.id from organisation.employer e $$;

revoke execute on function organisation.every_employer from public;
grant execute on function organisation.every_employer to rugdekking_worker;
