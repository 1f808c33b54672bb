// The yardstick: one insert and one read over HTTP with Fastify and pg, in the same two round trips less. No session, no
// row-level security, no sealing, no audit, no events: what the same machine can do at most.
import fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.BARE_DATABASE_URL ?? '', max: 10 });
await pool.query('create schema if not exists bare');
await pool.query(
  'create table if not exists bare.report (id uuid primary key, taken_at timestamptz not null, content jsonb not null)',
);

const server = fastify({ logger: false });
server.get('/health/live', async () => ({ alive: true }));

server.post<{ Body: { incidentId: string } }>('/reports', async (request) => {
  await pool.query('insert into bare.report (id, taken_at, content) values ($1, $2, $3)', [
    request.body.incidentId,
    new Date(),
    request.body,
  ]);
  return { incidentId: request.body.incidentId };
});

server.get<{ Params: { id: string } }>('/reports/:id', async (request) => {
  const { rows } = await pool.query('select content from bare.report where id = $1', [request.params.id]);
  return rows[0]?.content;
});

process.once('SIGTERM', async () => {
  await server.close();
  await pool.end();
  // The channel to whoever measures would keep it alive.
  process.exit(0);
});
process.on('disconnect', () => process.exit(0));
await server.listen({ port: Number(process.env.PORT), host: 'localhost' });
