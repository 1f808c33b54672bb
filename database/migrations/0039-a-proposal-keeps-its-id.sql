-- What is proposed about two people is looked at again whenever more is known. A job then says anew why; the row stays, because
-- somebody may have it open and decide on it this moment.
grant update (why, found_at) on incident.same_person to rugdekking_worker;
