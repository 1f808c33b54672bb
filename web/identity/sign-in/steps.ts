/** Where somebody is at the door. A ceremony is what the server remembers between two steps, for a few minutes. */
export type SignInStep =
  | { name: 'start' }
  | {
      name: 'employer';
      email: string;
      password: string;
      employers: readonly { id: string; name: string }[];
    }
  | { name: 'code'; ceremony: string }
  | { name: 'recovery'; ceremony: string };
