/** Who put a version in force, as `colleagueRef` reads it. */
export interface Author {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
}

/** For a query in which `p` is the person. */
export const authorColumns = `json_build_object('id', p.id, 'givenName', p.given_name, 'familyName', p.family_name) as author`;
