import { withClient } from './platform/with-client.ts';

interface Member {
  readonly name: string;
  readonly jobTitle: string;
  readonly employerName: string;
}

/** Who one can step in as, in the order of the page where that is done; nobody where there is no demonstration. */
export async function demonstrationCast(ownerUrl: string): Promise<Member[]> {
  return withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<Member>(
      `select p.given_name || ' ' || p.family_name as name, p.job_title as "jobTitle",
         e.name as "employerName"
       from organisation.employer e
       cross join lateral jsonb_array_elements(e.settings -> 'cast') with ordinality as member (entry, position)
       join organisation.person p on p.id = (entry ->> 'id')::uuid
       where e.is_demonstration
       order by e.created_at, position`,
    );
    return rows;
  });
}
