-- A file of an export is kept for a day. Whoever loses a list within that day loses the file that was made of it too.
alter table incident.export add column list_ids uuid[] not null default '{}';
comment on column incident.export.list_ids is 'the lists that its rows were read from; empty until it is made';
grant update (list_ids) on incident.export to rugdekking_app;

create policy while_its_lists_are_theirs on incident.export_piece as restrictive for select to rugdekking_app
  using (exists (
    select from incident.export e
    where e.id = export_piece.export_id and e.list_ids <@ (select platform.grantees())));
