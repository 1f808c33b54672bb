import pg from 'pg';

/** One connection for one piece of work, closed afterwards whatever happens. */
export async function withClient<T>(
  config: string | pg.ClientConfig,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client(config);
  // Without a listener a connection that breaks between two queries would end the whole program; the next query fails anyway.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    // Rejects only when the connection is gone already.
    await client.end().catch(() => {});
  }
}
