-- Who may read who looked at a dossier: those who lead it or coordinate, and the privacy officer. The last reads no dossier,
-- so also nothing of it here: entries hold ids and codes only.

create or replace function platform.may_read_log_of(incident uuid) returns boolean
  language sql stable parallel safe
  return incident.may(incident, 256)
    or organisation.role_subject(platform.employer(), 'privacy_officer') = any (platform.grantees());
