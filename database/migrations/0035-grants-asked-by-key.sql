-- Who sees an incident is as it was (0005). As `exists` the planner may answer it by every grant of a coordinator, a million of
-- them, to show a page of twenty-five. As a value it is looked up by key, incident by incident.
alter policy seen_by_grant on incident.incident
  using (employer_id = (select platform.employer()) and (
    select true from incident.access_grant g
    where g.incident_id = incident.id and g.grantee_id = any ((select platform.grantees())::uuid[]) limit 1));
